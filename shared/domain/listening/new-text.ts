import { quoteStart, withoutQuotes } from './quotes.ts';
import { withoutSignature } from './signature.ts';

const MAX_LINES = 5_000;

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

    .split('\n', MAX_LINES);
  const own = withoutQuotes(lines.slice(0, quoteStart(lines)));
  return withoutSignature(own)
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
}
