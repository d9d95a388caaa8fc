import { inWords } from '../evidence-words.ts';
import type { Judge } from './judge.ts';

/** A competitor that is named and not paid for may be their own purchase. */
const worth = { exclusion: 0, penalty: 0.3 } as const;

/** `exclusivity.v1`: full where no post of the window is for a competitor or another brand of the category; worst find decides. */
export const exclusivity: Judge = {
  name: 'exclusivity',
  weight: 0.1,
  reads: ['reading', 'posts'],
  moves: ['reading'],
  value({ posts, reading }) {
    if (posts.length === 0) return null;
    return reading.evidence.reduce(
      (least, { effect }) => (effect === 'doubt' ? least : Math.min(least, worth[effect])),
      1,
    );
  },
  tell({ posts, reading }) {
    const against = reading.evidence.filter(({ effect }) => effect !== 'doubt');
    const [first] = against;
    const reason = first
      ? `${capital(inWords(first))}.`
      : posts.length === 0
        ? 'There are no posts to look through for other brands.'
        : 'No post for a competitor or another brand of the category.';
    return { formula: 'exclusivity.v1', reason, inputs: { posts: posts.length, against: against.length } };
  },
  better(facts) {
    const { evidence } = facts.reading;
    const against = evidence.find(({ effect }) => effect !== 'doubt');
    if (!against) return undefined;
    return {
      facts: { ...facts, reading: { ...facts.reading, evidence: evidence.filter(({ effect }) => effect === 'doubt') } },
      says: () => `No post that ${against.says}`,
    };
  },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
