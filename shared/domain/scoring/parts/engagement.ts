import { percent } from '../../words.ts';
import type { Judge } from './judge.ts';

/** Twice what is usual is three quarters of the part: good, and seen every day. */
const goodTimes = 2;

/** Half-way at what the tier usually reaches, three quarters at twice that: `1 - 2^-(rate / benchmark)`. */
export const engagement: Judge = {
  name: 'engagement',
  weight: 0.15,
  reads: ['rate', 'usualRate'],
  moves: ['rate'],
  value: ({ rate, usualRate }) =>
    rate.value === null || usualRate === undefined ? null : 1 - 2 ** -(rate.value / usualRate.value),
  tell({ rate, usualRate, followers }) {
    const inputs = { rate: rate.value, sample: rate.sample, followers: followers ?? null };
    if (rate.value === null || usualRate === undefined || followers === undefined)
      return {
        formula: rate.formula,
        reason: `Engagement is unknown: ${rate.because ?? 'the number of followers is not known'}.`,
        inputs,
      };
    const origin =
      rate.source !== undefined
        ? `as ${rate.source} reports`
        : rate.formula === 'claimed.v1'
          ? 'as the list claims, not measured'
          : `over ${rate.sample} posts`;
    const usual = `${percent(usualRate.value)} is usual for this size${usualRate.interpolated ? ' (interpolated)' : ''}`;
    return {
      formula: rate.formula,
      reason: `Engagement is ${percent(rate.value)} ${origin}; ${usual}.`,
      inputs: {
        ...inputs,
        benchmark: usualRate.value,
        benchmarkSource: usualRate.source,
      },
    };
  },
  better(facts) {
    const { rate, usualRate } = facts;
    if (usualRate === undefined) return undefined;
    const value = usualRate.value * (rate.value === null ? 1 : goodTimes);
    if (rate.value !== null && rate.value >= value) return undefined;
    const instead = rate.value === null ? 'none that is known' : percent(rate.value);
    return {
      facts: { ...facts, rate: { ...rate, value } },
      says: () => `An engagement rate of ${percent(value)} instead of ${instead}`,
    };
  },
};
