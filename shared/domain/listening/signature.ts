import { BANNER, CLOSING, DISCLAIMER, SENT_FROM } from './quote-words.ts';

const isBlank = (line: string): boolean => line.trim() === '';

/** RFC 3676: two dashes alone on a line. */
const isDelimiter = (line: string): boolean => /^\s{0,3}--\s*$/.test(line);

// A list server's or a lawyer's foot stands under a line of underscores and ends the mail.
const isUnderscores = (line: string): boolean => /^\s*_{2,}\s*$/.test(line);
const MAX_FOOT_LINES = 8;

// Under a closing come name, title, company, address, telephones, links; more or longer lines are somebody's text.
const MAX_SIGNATURE_LINES = 12;
const MAX_SIGNATURE_LINE = 120;

const filled = (lines: readonly string[]): string[] => lines.filter(line => !isBlank(line));

function isFoot(lines: readonly string[], at: number): boolean {
  return isUnderscores(lines[at] ?? '') && filled(lines.slice(at + 1)).length <= MAX_FOOT_LINES;
}

function isSignature(lines: readonly string[], at: number): boolean {
  if (!CLOSING.test(lines[at] ?? '')) return false;
  const below = filled(lines.slice(at + 1));
  const isPostscript = below.some(line => /^\s*p\.?\s?s\b/i.test(line));
  return !isPostscript && below.length <= MAX_SIGNATURE_LINES && below.every(line => line.length <= MAX_SIGNATURE_LINE);
}

/** "/John", as Swedes sign. */
const isSlashName = (lines: readonly string[], at: number): boolean =>
  /^\s*\/\s?\p{Lu}[\p{L}\p{M}.' -]{1,30}$/u.test(lines[at] ?? '') && filled(lines.slice(at + 1)).length === 0;

function endsOwnText(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return (
    isDelimiter(line) ||
    SENT_FROM.test(line) ||
    DISCLAIMER.test(line) ||
    isFoot(lines, at) ||
    isSignature(lines, at) ||
    isSlashName(lines, at)
  );
}

/** The lines above the signature, the telephone's line, the disclaimer or the list server's foot. */
export function withoutSignature(lines: readonly string[]): string[] {
  const start = lines.findIndex(line => !isBlank(line) && !BANNER.test(line));
  const own = lines.slice(Math.max(0, start));
  const end = own.findIndex((_, at) => endsOwnText(own, at));
  return end < 0 ? own : own.slice(0, end);
}
