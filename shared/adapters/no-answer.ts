import type { MetricsAnswer } from '#shared/domain/influencer.ts';

/** The part of a `MetricsAnswer` that says why there is nothing. */
export type NoAnswer = Exclude<MetricsAnswer, { kind: 'found' }>;

/** What an error of theirs means for us. */
export type Verdict = { readonly kind: NoAnswer['kind']; readonly because: string };
