import { bytesOf, kindOf, type MailInput } from './mail-rows.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface AutoReplyRow extends CorpusRow {
  readonly input: MailInput;
  readonly expected: { readonly auto: boolean };
}

/** Automatic reply or not; recall on the yes rows and false alarms on the no rows are told apart. */
export const score: CorpusScorer = async rows => {
  const mails = rows as AutoReplyRow[];
  const result = await scoreRows(mails, async ({ input, expected }) => {
    const { kind } = await kindOf(bytesOf(input));
    return (kind === 'automatic-reply') === expected.auto ? undefined : `read as ${kind}`;
  });
  const failed = new Set(result.failed.map(({ id }) => id));
  const count = (auto: boolean, passed: boolean) =>
    mails.filter(row => row.expected.auto === auto && failed.has(row.id) !== passed).length;
  const extra = {
    automatic: count(true, true) + count(true, false),
    heard: count(true, true),
    falseAlarms: count(false, false),
  };
  return { ...result, extra };
};
