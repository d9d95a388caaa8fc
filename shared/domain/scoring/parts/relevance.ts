import { clamp } from '../../statistics.ts';
import { count } from '../../words.ts';
import type { Facts } from '../facts.ts';
import { strengthOf } from '../reading.ts';
import type { Judge, Yardstick } from './judge.ts';

/** Who names this many of the keywords covers the niche. */
const enoughKeywords = 3;
/** Half of what the summary's words can add, at this many of them. */
const relatedHalf = 2;

/**
 * `relevance.v2`: four tenths for posts that speak of the niche (full from every second post on), three tenths for how many of
 * its keywords and how often (saturated), two tenths for a bio or topic that names one, one tenth for words of the brief's
 * summary. What has no text has no say. Keywords are found in their forms, romanised, in hashtags, accents aside.
 */
export const relevance: Judge = {
  name: 'relevance',
  weight: 0.3,
  reads: ['reading', 'posts', 'hasAbout'],
  moves: ['reading', 'hasAbout'],
  value(facts, { vocabulary }) {
    const { keywords } = vocabulary;
    const { posts, hasAbout, reading } = facts;
    if (keywords.length === 0 || (posts.length === 0 && !hasAbout)) return null;
    let [said, whole] = [0.3 * coverage(facts, keywords.length), 0.3];
    if (posts.length > 0)
      [said, whole] = [said + 0.4 * clamp((2 * reading.speaking) / posts.length, 0, 1), whole + 0.4];
    if (hasAbout) [said, whole] = [said + (reading.inAbout.length > 0 ? 0.2 : 0), whole + 0.2];
    if (vocabulary.related > 0) [said, whole] = [said + 0.1 * (1 - 2 ** -(reading.related / relatedHalf)), whole + 0.1];
    return said / whole;
  },
  tell({ posts, hasAbout, reading }, { vocabulary }) {
    const { keywords } = vocabulary;
    const words = named(reading.postsByKeyword, keywords);
    const inputs = {
      keywords: keywords.length,
      found: words.length,
      posts: posts.length,
      speaking: reading.speaking,
      summaryWords: reading.related,
    };
    if (keywords.length === 0 || (posts.length === 0 && !hasAbout))
      return { formula: 'relevance.v2', reason: 'There is no text to compare with the keywords.', inputs };
    const which = words.slice(0, 5).join(', ') || 'none of the keywords';
    const about =
      reading.inAbout.length > 0 ? `; the bio or topics name ${reading.inAbout.slice(0, 3).join(', ')}` : '';
    return {
      formula: 'relevance.v2',
      reason: `Speaks of ${which} in ${reading.speaking} of ${posts.length} posts${about}.`,
      inputs,
    };
  },
  better: (facts, yardstick) => morePosts(facts, yardstick) ?? betterAbout(facts, yardstick),
};

function coverage({ reading, posts }: Facts, keywords: number): number {
  // Where there are only words about themselves, naming a keyword there is all that could be done.
  const own = posts.length === 0 ? reading.inAbout.length : 0;
  return clamp((reading.strength + own) / Math.min(enoughKeywords, keywords), 0, 1);
}

/** "serum (3), sunscreen (1)", the most frequent first. */
function named(postsByKeyword: readonly number[], keywords: readonly string[]): string[] {
  const found: { posts: number; index: number }[] = [];
  for (const [index, posts] of postsByKeyword.entries()) if (posts > 0) found.push({ posts, index });
  return found
    .sort((a, b) => b.posts - a.posts || a.index - b.index)
    .map(({ posts, index }) => `${keywords[index] ?? ''} (${posts})`);
}

function morePosts(facts: Facts, { vocabulary }: Yardstick): ReturnType<Judge['better']> {
  const { posts, reading } = facts;
  const speaking = Math.ceil(posts.length / 2);
  if (reading.speaking >= speaking || vocabulary.keywords.length === 0) return undefined;
  const postsByKeyword = reading.postsByKeyword.map((each, index) =>
    index < enoughKeywords ? Math.max(each, speaking) : each,
  );
  return {
    facts: { ...facts, reading: { ...reading, speaking, strength: strengthOf(postsByKeyword), postsByKeyword } },
    says: () =>
      `${count(speaking)} of ${count(posts.length)} posts on the keywords instead of ${count(reading.speaking)}`,
  };
}

function betterAbout(facts: Facts, { vocabulary }: Yardstick): ReturnType<Judge['better']> {
  const [keyword] = vocabulary.keywords;
  if (facts.reading.inAbout.length > 0 || keyword === undefined) return undefined;
  return {
    facts: { ...facts, hasAbout: true, reading: { ...facts.reading, inAbout: [keyword] } },
    says: () => `A bio that names the niche ("${keyword}")`,
  };
}
