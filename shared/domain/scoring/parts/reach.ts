import { clamp } from '../../statistics.ts';
import { count } from '../../words.ts';
import { feeOf, usualFor } from '../facts.ts';
import type { Judge } from './judge.ts';

/** `reach.v1`: the place inside the follower band on a logarithmic scale. */
export const reach: Judge = {
  name: 'reach',
  weight: 0.15,
  reads: ['followers'],
  moves: ['followers', 'usualRate', 'fee'],
  value({ followers }, { brief: { followers: band } }) {
    if (followers === undefined) return null;
    const low = logOf(band.min);
    const span = logOf(band.max) - low;
    return span > 0 ? clamp((logOf(followers) - low) / span, 0, 1) : Number(followers >= band.max);
  },
  tell: ({ followers }, { brief: { followers: band } }) => ({
    formula: 'reach.v1',
    reason: followers === undefined ? 'The number of followers is not known.' : `${count(followers)} followers.`,
    inputs: { followers: followers ?? null, min: band.min, max: band.max },
  }),
  better(facts, { brief }) {
    const { followers, claimed } = facts;
    const wanted = brief.followers.max;
    if (followers === undefined || followers >= wanted) return undefined;
    return {
      facts: { ...facts, followers: wanted, usualRate: usualFor(wanted), fee: feeOf(claimed, wanted, brief) },
      says: () => `${count(wanted)} followers instead of ${count(followers)}`,
    };
  },
};

const logOf = (followers: number): number => Math.log(Math.max(1, followers));
