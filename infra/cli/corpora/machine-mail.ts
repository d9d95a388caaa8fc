import type { InboundKind } from '#shared/domain/message.ts';
import { bytesOf, kindOf, type MailInput } from './mail-rows.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

type MailClass = 'bounce_soft' | 'bounce_hard' | 'complaint' | 'vacation' | 'not_bounce';

interface MachineMailRow extends CorpusRow {
  readonly input: MailInput;
  readonly expected: { readonly class: MailClass };
}

function classOf(kind: InboundKind): MailClass {
  if (kind.kind === 'bounce') return kind.hard ? 'bounce_hard' : 'bounce_soft';
  if (kind.kind === 'automatic-reply') return 'vacation';
  return kind.kind === 'complaint' ? 'complaint' : 'not_bounce';
}

/** The same mail with the line ends that other systems give it; its class must stay. */
const withLineEnds = (bytes: Uint8Array, lineEnd: string): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/\r\n?|\n/g, lineEnd),
    'latin1',
  );

/** The class of a mail, as it came and with CRLF and CR line ends. `extra` counts the confusions that cost most. */
export const score: CorpusScorer = async rows => {
  const confusions = new Map<string, number>();
  const result = await scoreRows(rows as MachineMailRow[], async ({ input, expected }) => {
    const bytes = bytesOf(input);
    const found = classOf(await kindOf(bytes));
    if (found !== expected.class)
      confusions.set(`${expected.class}->${found}`, (confusions.get(`${expected.class}->${found}`) ?? 0) + 1);
    if (found !== expected.class) return `read as ${found} instead of ${expected.class}`;
    for (const lineEnd of ['\r\n', '\r']) {
      const again = classOf(await kindOf(withLineEnds(bytes, lineEnd)));
      if (again !== found) return `read as ${again} with ${JSON.stringify(lineEnd)} line ends`;
    }
    return undefined;
  });
  const extra = { hardCalledSoft: 0, peopleCalledBounce: 0 };
  for (const [confusion, count] of confusions) {
    if (confusion === 'bounce_hard->bounce_soft') extra.hardCalledSoft += count;
    if (/^not_bounce->bounce/.test(confusion)) extra.peopleCalledBounce += count;
  }
  return { ...result, extra };
};
