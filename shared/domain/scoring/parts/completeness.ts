import type { Facts } from '../facts.ts';
import type { Judge } from './judge.ts';

/** `completeness.v1`: how much of what a person would want to know before writing is known. */
export const completeness: Judge = {
  name: 'completeness',
  weight: 0.05,
  reads: ['missing'],
  moves: ['missing'],
  value: ({ missing }) => (lookedFor - missing.length) / lookedFor,
  tell: ({ missing }) => ({
    formula: 'completeness.v1',
    reason: missing.length === 0 ? 'Everything we look for is known.' : `Not known: ${missing.join(', ')}.`,
    inputs: { known: lookedFor - missing.length, of: lookedFor },
  }),
  better(facts) {
    if (facts.missing.length === 0) return undefined;
    return { facts: { ...facts, missing: [] }, says: () => `Knowing their ${facts.missing.join(', ')}` };
  },
};

const lookedFor = 6;

export function missingIn(facts: Omit<Facts, 'missing'>): readonly string[] {
  const { measured, rate, posts, hasAbout, country, languages } = facts;
  return [
    measured?.followers === undefined ? 'followers' : '',
    rate.value === null || rate.formula === 'claimed.v1' ? 'engagement' : '',
    posts.length < 6 ? 'six posts' : '',
    hasAbout ? '' : 'bio or topics',
    country === undefined ? 'country' : '',
    languages.length === 0 ? 'language' : '',
  ].filter(name => name !== '');
}
