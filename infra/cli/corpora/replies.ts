import { newTextOf } from '#shared/domain/listening/new-text.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface ReplyRow extends CorpusRow {
  readonly input: string;
  readonly expected: { readonly reply?: string; readonly contains?: string[]; readonly not_contains?: string[] };
  readonly soft?: { readonly keep_lines: string[]; readonly drop_lines: string[] };
}

const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim();

const filled = (text: string): string[] =>
  plain(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

const leaked = ({ input, soft }: ReplyRow): boolean => {
  const lines = new Set(filled(newTextOf(input)));
  return soft?.drop_lines.some(line => lines.has(line.trim())) ?? false;
};

const lost = ({ input, soft }: ReplyRow): boolean => {
  const lines = filled(newTextOf(input));
  const isKept = (wanted: string) => lines.some(line => line.includes(wanted) || wanted.includes(line));
  return soft?.keep_lines.some(line => !isKept(line.trim())) ?? false;
};

/** Exact reply, or the wanted and unwanted substrings. Leaks (quoted lines that came through) are the worse error. */
export const score: CorpusScorer = async rows => {
  const replies = rows as ReplyRow[];
  const result = await scoreRows(replies, ({ input, expected }) => {
    const text = plain(newTextOf(input));
    if (expected.reply !== undefined && text !== plain(expected.reply))
      return `read ${JSON.stringify(text.slice(-120))}`;
    const missing = expected.contains?.find(part => !text.includes(part));
    if (missing) return `lost ${JSON.stringify(missing)}`;
    const extra = expected.not_contains?.find(part => text.includes(part));
    return extra && `kept ${JSON.stringify(extra)}`;
  });
  const judged = replies.filter(row => row.soft);
  const leaks = judged.filter(leaked).length;
  const losses = judged.filter(row => lost(row)).length;
  const soft = judged.filter(row => !leaked(row) && !lost(row)).length;
  return { ...result, extra: { softTotal: judged.length, softPassed: soft, leaks, losses } };
};
