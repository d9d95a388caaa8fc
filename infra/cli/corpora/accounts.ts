import * as z from 'zod';
import { classifyAccount } from '#shared/domain/audience/classify-account.ts';
import { type CorpusScorer, scoreRows } from './scorer.ts';

/** Public sets write a missing value as null or leave it out, and a flag as true, 1 or "yes": unknown stays unknown. */
const count = z.coerce.number().nonnegative().optional().catch(undefined);
const flag = z
  .union([z.boolean(), z.stringbool(), z.literal([0, 1]).transform(value => value === 1)])
  .optional()
  .catch(undefined);

const accountRow = z.object({
  id: z.coerce.string().optional(),
  source: z.string().optional(),
  input: z
    .record(z.string(), z.unknown())
    // `Number(null)` and `Number('')` are 0; a blank is no answer.
    .transform(input => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== '')))
    .pipe(
      z.object({
        followers: count,
        followings: count,
        posts: count,
        hasPicture: flag,
        isPrivate: flag,
        usernameLength: count,
        usernameDigits: count,
        bioLength: count,
        hasUrl: flag,
        fullNameWords: count,
      }),
    ),
  expected: z.enum(['fake', 'real']),
});

type Label = z.output<typeof accountRow>['expected'];

/** Fake or real by the public fields of a profile. Both ways of being wrong cost, so F1 is told for both. */
export const score: CorpusScorer = async rows => {
  const accounts = rows.map((row, at) => {
    const parsed = accountRow.safeParse(row);
    if (!parsed.success) throw new TypeError(`row ${at + 1} is no account row: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, id: parsed.data.id ?? `row ${at + 1}`, source: parsed.data.source ?? 'accounts' };
  });
  const result = await scoreRows(accounts, ({ input, expected }) => {
    const { kind, suspicion, reasons } = classifyAccount(input);
    if (labelOf(kind) === expected) return undefined;
    const says = reasons.slice(0, 4).map(reason => `${reason.says} ${reason.points}`);
    return `${expected} read as ${kind} (${suspicion.toFixed(2)}): ${says.join(', ')}`;
  });
  const judged = accounts.map(({ input, expected }) => ({ expected, kind: classifyAccount(input).kind }));
  const pairs = judged.map(({ expected, kind }) => [expected, labelOf(kind)] as const);
  const kinds = Object.groupBy(judged, ({ kind }) => kind);
  return {
    ...result,
    extra: {
      ...rates('fake', pairs),
      ...rates('real', pairs),
      accuracy: rounded(result.passed / Math.max(1, result.total)),
      ...Object.fromEntries(Object.entries(kinds).map(([kind, of]) => [`read as ${kind}`, of.length])),
    },
  };
};

const labelOf = (kind: string): Label => (kind === 'suspicious' ? 'fake' : 'real');

function rates(label: Label, pairs: readonly (readonly [expected: Label, found: Label])[]): Record<string, number> {
  const hits = pairs.filter(([expected, found]) => expected === label && found === label).length;
  const precision = hits / Math.max(1, pairs.filter(([, found]) => found === label).length);
  const recall = hits / Math.max(1, pairs.filter(([expected]) => expected === label).length);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    [`${label} precision`]: rounded(precision),
    [`${label} recall`]: rounded(recall),
    [`${label} F1`]: rounded(f1),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
