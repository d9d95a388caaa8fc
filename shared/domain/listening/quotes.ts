import {
  ENDS_WITH_WROTE,
  type HeaderLabel,
  headerLabels,
  LABEL_LINES,
  ORIGINAL_MESSAGE,
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
const HAS_ADDRESS = /[^\s@<>]@[^\s@<>]/;
// A wrapped attribution may begin anywhere in its first line, but only with one of these when its rest is one already.
const OPENER =
  /^[\s*_"“(-]{0,8}(?:on|le|am|op|il|in data|em|el|a|w dniu|dnia|den|pe|the|в|在|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d{1,4}[./-])(?![\p{L}\p{M}])/iu;
const ENDS_WITH_ADDRESS = /[<(]\W{0,4}[^\s<>()@]{1,64}@[^\s<>()]{1,253}\s?[>)]\W{0,8}$/u;
const NAMED_WRITER = /^[\s*_]{0,4}\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?: [\p{L}\p{M}.,'’-]{1,30}){1,5}$/u;

/** "On 5 June 2023 at 10:00, Asha <asha@…> wrote:", in any language: a date first, then a verb or an address, then a colon. */
function isAttribution(text: string): boolean {
  const closes = /[:：]\s*[-–—]*\s*$/.test(text);
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
    if (isAttribution(text)) return startsHere(lines, from, count) ? count : 0;
  }
  return 0;
}

const MAX_HEADER_BLOCK = 8;

const labelOf = (line: string): HeaderLabel | undefined => headerLabels.find(label => LABEL_LINES[label].test(line));

/** "From: … Sent: … To: … Subject: …": the sender and two more, or the sender's address and one more. */
function isHeaderBlock(lines: readonly string[], from: number): boolean {
  const first = labelOf(lines[from] ?? '');
  if (first !== 'from' && first !== 'date') return false;
  const seen = new Set<HeaderLabel>();
  for (const line of lines.slice(from, from + MAX_HEADER_BLOCK)) {
    if (isBlank(line)) break;
    const label = labelOf(line);
    if (label) seen.add(label);
  }
  return seen.has('from') && (seen.size >= 3 || (seen.size === 2 && HAS_ADDRESS.test(lines[from] ?? '')));
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

/** The lines without `>` quotes and the attributions above them. */
export function withoutQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const length = isBlank(line) ? 0 : attributionLength(lines, at);
    if (length > 0) at += length - 1;
    else if (!isQuoted(line) && (isBlank(line) || !isWrappedQuote(lines, at))) own.push(line);
  }
  return own;
}
