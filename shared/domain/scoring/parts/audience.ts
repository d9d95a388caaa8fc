import type { Judge } from './judge.ts';

/** `aqs-open.v1` as a part of the score; what it was made of stands in the reason and in the figures of the profile. */
export const audience: Judge = {
  name: 'audience',
  weight: 0.1,
  reads: ['audience'],
  moves: [],
  value: facts => facts.audience.value,
  tell: ({ audience: { formula, reason, inputs } }) => ({ formula, reason, inputs }),
  // Nobody changes who follows them by one fact.
  better: () => undefined,
};
