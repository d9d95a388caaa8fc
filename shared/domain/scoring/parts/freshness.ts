import { clamp } from '../../statistics.ts';
import { count } from '../../words.ts';
import type { Judge } from './judge.ts';

/** Posts younger than this are as fresh as can be; from 90 days on nothing is left (then they are excluded). */
const freshDays = 7;
const staleDays = 90;

/** `freshness.v1`: seven tenths for the age of the last post, three tenths for the pace, full from one post a week on. */
export const freshness: Judge = {
  name: 'freshness',
  weight: 0.05,
  reads: ['lastPostAgeDays', 'postsPerWeek'],
  moves: ['lastPostAgeDays', 'postsPerWeek'],
  value({ lastPostAgeDays, postsPerWeek }) {
    if (lastPostAgeDays === undefined) return null;
    const recency = clamp((staleDays - lastPostAgeDays) / (staleDays - freshDays), 0, 1);
    return postsPerWeek === null ? recency : 0.7 * recency + 0.3 * Math.min(1, postsPerWeek);
  },
  tell({ lastPostAgeDays, postsPerWeek }) {
    const pace = postsPerWeek === null ? '' : `, ${postsPerWeek.toFixed(1)} posts a week`;
    return {
      formula: 'freshness.v1',
      reason:
        lastPostAgeDays === undefined
          ? 'When they last posted is not known.'
          : `Last post ${count(lastPostAgeDays)} days ago${pace}.`,
      inputs: { lastPostAgeDays: lastPostAgeDays ?? null, postsPerWeek },
    };
  },
  better(facts) {
    const { lastPostAgeDays, postsPerWeek } = facts;
    const isFresh = lastPostAgeDays !== undefined && lastPostAgeDays <= freshDays && (postsPerWeek ?? 1) >= 1;
    if (isFresh || facts.posts.length === 0) return undefined;
    return {
      facts: { ...facts, lastPostAgeDays: 0, postsPerWeek: Math.max(1, postsPerWeek ?? 1) },
      says: () => 'A post a week, the last one today',
    };
  },
};
