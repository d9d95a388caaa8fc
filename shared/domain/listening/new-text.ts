import { quoteStart, withoutQuotes } from './quotes.ts';
import { withoutSignature } from './signature.ts';

const MAX_LINES = 5_000;

/** Some clients put the sender's address on lines of its own: "On … Asha", blank, "<", "mailto:Asha <asha@…>", "> wrote:". */
const SPREAD_ADDRESS = /\n{1,2}<[ \t]*\nmailto:[^\n]{1,300}\n>/g;
const ADDRESS = /[^\s<>:@]{1,64}@[^\s<>]{1,253}/;
const MAX_RUN_TOGETHER = 600;
const STARTS_ATTRIBUTION =
  /(?<=\S)(?:[ \t]+|-{2,}[ \t]*)(?=On (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/g;

/** A reply and the attribution below it may have run into one line: "Fine with me On Wed, 4 Apr 2012 at 15:59, Asha wrote:". */
function apart(line: string): string[] {
  if (line.length > MAX_RUN_TOGETHER || !/\d.*wrote:\s*$/.test(line) || /^\s*>/.test(line)) return [line];
  const last = [...line.matchAll(STARTS_ATTRIBUTION)].at(-1);
  return last ? [line.slice(0, last.index), line.slice(last.index + last[0].length)] : [line];
}

/**
 * What the writer of a reply newly wrote: without quoted mails, signature, disclaimer and telephone line. When in doubt
 * more is left out, since our own price read back as theirs is worse than a lost greeting.
 */
export function newTextOf(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    // Marks of writing direction stand between the words that are looked for.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(SPREAD_ADDRESS, address => ` <${ADDRESS.exec(address)?.[0] ?? ''}>`)
    .split('\n', MAX_LINES)
    .flatMap(apart);
  const own = withoutQuotes(lines.slice(0, quoteStart(lines)));
  return withoutSignature(own)
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
}
