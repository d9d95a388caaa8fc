import {
  ENDS_WITH_WROTE,
  type HeaderLabel,
  headerLabels,
  LABEL_LINES,
  ORIGINAL_MESSAGE,
  RULED_WROTE,
  WROTE,
} from './quote-words.ts';

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const isQuoted = (line: string | undefined): boolean =>
  line !== undefined && /^\s{0,4}(?:>(?!:\s*$)|&gt;|\|\s[^|]*$)/.test(line);
const isRule = (line: string | undefined): boolean => line !== undefined && /^\s*[-_=*—─]{3,}\s*$/.test(line);

const MAX_ATTRIBUTION_LINES = 4;
const MAX_ATTRIBUTION = 400;

// "On Mon, 5 June", "Il giovedì 8 dicembre", "2022年1月1日": a number comes within the first words.
const STARTS_WITH_DATE = /^[\s*_"“(-]{0,8}(?:[\p{L}\p{M}]{1,14}[.,:]{0,2}\s{1,3}){0,4}\d/u;
const HAS_DATE = /\b(?:19|20)\d\d(?!\d)|\d{1,2}[:.h]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const HAS_CLOCK = /\d{1,2}:\d\d/;
const HAS_ADDRESS = /[^\s@<>]@[^\s@<>]/;
// A wrapped attribution may begin anywhere in its first line, but only with one of these when its rest is one already.
const OPENER =
  /^[\s*_"“(-]{0,8}(?:on|le|am|op|il|in data|em|el|a|w dniu|dnia|den|pe|the|в|在|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d{1,4}[./-])(?![\p{L}\p{M}])/iu;
const ENDS_WITH_ADDRESS = /[<(]\W{0,4}[^\s<>()@]{1,64}@[^\s<>()]{1,253}\s?[>)]\W{0,8}$/u;
// Gmail without a verb: "2016-03-03 17:21 GMT+01:00 Asha Rao".
const GMAIL_STAMP = /^\s{0,4}\d{4}-\d\d-\d\d \d{1,2}:\d\d (?:GMT|UTC)[+-]\d\d:?\d\d \S/;
// "Asha Rao <asha@…> wrote:" needs no date.
const WRITER_WROTE = new RegExp(
  `^[^<>]{0,80}<[^\\s<>@]{1,64}@[^\\s<>]{1,253}>[\\s,]{0,3}(?:${WROTE.source})\\s?[:：]\\s*$`,
  'iu',
);
const NAMED_WRITER = /^[\s*_]{0,4}\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?: [\p{L}\p{M}.,'’-]{1,30}){1,5}$/u;

/** "On 5 June 2023 at 10:00, Asha <asha@…> wrote:", in any language: a date first, then a verb or an address, then a colon. */
function isAttribution(text: string): boolean {
  const closes = /[:：]\s*[-–—]*\s*$/.test(text);
  if (RULED_WROTE.test(text) || WRITER_WROTE.test(text)) return true;
  if (!HAS_DATE.test(text) || !(closes || ENDS_WITH_WROTE.test(text))) return false;
  const verb = WROTE.exec(text);
  if (STARTS_WITH_DATE.test(text)) return verb !== null || (closes && HAS_ADDRESS.test(text));
  if (!closes || (verb === null && !ENDS_WITH_ADDRESS.test(text))) return false;
  // "Max <max@…> schrieb am 12.12.2016:" or, without an address, "Max Mustermann schrieb am 12.12.2016:"
  return HAS_ADDRESS.test(text) || NAMED_WRITER.test(text.slice(0, verb?.index).trimEnd());
}

/** "Ok, 5k works" above "On 5 June …, Asha wrote:" is no part of it, though both joined look like one. */
function startsHere(lines: readonly string[], from: number, count: number): boolean {
  const restIsOne = Array.from({ length: count - 1 }, (_, i) => lines.slice(from + i + 1, from + count).join(' ')).some(
    isAttribution,
  );
  return !restIsOne || OPENER.test(lines[from] ?? '');
}

/** How many lines from here on are such an attribution; 0 when none. Mail clients wrap it. */
function attributionLength(lines: readonly string[], from: number): number {
  let text = '';
  for (let count = 1; count <= MAX_ATTRIBUTION_LINES; count++) {
    const line = lines[from + count - 1];
    if (isBlank(line) || isQuoted(line) || text.length > MAX_ATTRIBUTION) return 0;
    text = `${text} ${line ?? ''}`.trim();
    const isOne = isAttribution(text) || isStamp(text, lines[nextFilled(lines, from + count)]);
    if (isOne) return startsHere(lines, from, count) ? count : 0;
  }
  return 0;
}

/** A date and a sender without verb or colon: by Gmail's form, or because quoted lines follow. */
const isStamp = (text: string, next: string | undefined): boolean =>
  GMAIL_STAMP.test(text) || (isQuoted(next) && /^\d/.test(text) && HAS_DATE.test(text) && ENDS_WITH_ADDRESS.test(text));

const MAX_HEADER_BLOCK = 8;

const labelOf = (line: string): HeaderLabel | undefined => headerLabels.find(label => LABEL_LINES[label].test(line));

/** "From: … Sent: … To: … Subject: …": the sender and two more, the sender's address and one more, or a time and to whom. */
function isHeaderBlock(lines: readonly string[], from: number): boolean {
  const first = labelOf(lines[from] ?? '');
  if (first !== 'from' && first !== 'date') return false;
  const seen = new Map<HeaderLabel, string>();
  for (const line of lines.slice(from, from + MAX_HEADER_BLOCK)) {
    if (isBlank(line)) break;
    const label = labelOf(line);
    if (label && !seen.has(label)) seen.set(label, line);
  }
  if (!seen.has('from')) return HAS_CLOCK.test(seen.get('date') ?? '') && HAS_ADDRESS.test(seen.get('to') ?? '');
  return seen.size >= 3 || (seen.size === 2 && HAS_ADDRESS.test(lines[from] ?? ''));
}

const nextFilled = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
};

/** The rules and blank lines above a quote belong to it. */
function withoutTrailingRules(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (isBlank(lines[at - 1]) || isRule(lines[at - 1]))) at -= 1;
  return at;
}

/** Where the quoted history begins that has no `>` marks and goes on to the end. */
export function quoteStart(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line) || isQuoted(line)) continue;
    if (ORIGINAL_MESSAGE.test(line) || isHeaderBlock(lines, at)) return withoutTrailingRules(lines, at);
    const length = attributionLength(lines, at);
    // With `>` marks below, answers may stand between or under the quotes.
    if (length > 0 && !isQuoted(lines[nextFilled(lines, at + length)])) return withoutTrailingRules(lines, at);
  }
  return lines.length;
}

/** A quoted line that a mail client wrapped without repeating the mark stands directly between two marked ones. */
function isWrappedQuote(lines: readonly string[], at: number): boolean {
  const before = isQuoted(lines[at - 1]) || (!isBlank(lines[at - 1]) && isQuoted(lines[at - 2]));
  const after = isQuoted(lines[at + 1]) || (!isBlank(lines[at + 1]) && isQuoted(lines[at + 2]));
  return before && after;
}

/** The lines without `>` quotes and the attributions above them, and without the blank lines below either. */
export function withoutQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  let isBelowQuote = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const length = isBlank(line) ? 0 : attributionLength(lines, at);
    const isOwn = length === 0 && !isQuoted(line) && (isBlank(line) || !isWrappedQuote(lines, at));
    at += Math.max(0, length - 1);
    if (isOwn && !(isBelowQuote && isBlank(line))) own.push(line);
    isBelowQuote = !isOwn || (isBelowQuote && isBlank(line));
  }
  return own;
}
