import { wilson } from '../../statistics.ts';
import { emptyWords, promotion, squash } from './comment-words.ts';

/** One comment of somebody else. The author is only compared, so any name for them will do. */
export interface Comment {
  readonly author?: string;
  readonly text: string;
}

export const commentKinds = ['authentic', 'generic', 'emoji-only', 'promotion', 'template', 'same-author'] as const;
export type CommentKind = (typeof commentKinds)[number];
export type CommentCounts = Readonly<Record<CommentKind, number>>;

export interface CommentJudgement {
  readonly formula: 'comment-authenticity.v1';
  /** Share of the comments that speak of something, 0 to 1; null of none. */
  readonly value: number | null;
  /** Wilson's 80 % interval of that share. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Comments that count. Mere mentions of friends and the owner's own words do not. */
  readonly sample: number;
  readonly counts: CommentCounts;
}

/** A sentence that so many left word for word was handed out; a short one may be a coincidence, so it takes more. */
const copiesOf = (words: number): number => (words >= 6 ? 2 : 3);
/** More than this of one person under a handful of posts says no more about the audience than this. */
const perAuthor = 3;
/** Longer than this, even mere praise was written by somebody. */
const longestGeneric = 15;

/**
 * `comment-authenticity.v1`: what HypeAuditor calls comments authenticity, by published signs only: emoji alone, praise that fits any
 * post, sentences that several people left word for word, attention for sale, one person over and over.
 */
export function judgeComments(comments: readonly Comment[], owner?: string): CommentJudgement {
  const others = comments.filter(({ author }) => author === undefined || author !== owner).map(readComment);
  const counted = others.filter(({ isMention }) => !isMention);
  const copies = Map.groupBy(counted, ({ template }) => template);
  const byAuthor = new Map<string, number>();
  const kinds = counted.map((comment): CommentKind => {
    if (comment.isPromotion) return 'promotion';
    if (comment.words.length === 0) return 'emoji-only';
    if (isGeneric(comment)) return 'generic';
    if ((copies.get(comment.template)?.length ?? 0) >= copiesOf(comment.words.length)) return 'template';
    if (comment.author === undefined) return 'authentic';
    const times = (byAuthor.get(comment.author) ?? 0) + 1;
    byAuthor.set(comment.author, times);
    return times > perAuthor ? 'same-author' : 'authentic';
  });
  return judgementOf(countsOf(kinds));
}

/** The judgement that stored counts give: counts are kept, comments are not. */
export function judgementOf(counts: CommentCounts): CommentJudgement {
  const sample = commentKinds.reduce((sum, kind) => sum + counts[kind], 0);
  return {
    formula: 'comment-authenticity.v1',
    value: sample === 0 ? null : counts.authentic / sample,
    interval: wilson(counts.authentic, sample),
    sample,
    counts,
  };
}

const countsOf = (kinds: readonly CommentKind[]): CommentCounts => {
  const counts = { authentic: 0, generic: 0, 'emoji-only': 0, promotion: 0, template: 0, 'same-author': 0 };
  for (const kind of kinds) counts[kind] += 1;
  return counts;
};

interface ReadComment {
  readonly author: string | undefined;
  readonly words: readonly string[];
  readonly template: string;
  readonly isPromotion: boolean;
  /** Names friends and says nothing more. */
  readonly isMention: boolean;
}

/** Longer texts are cut: what a comment is shows in its beginning. */
const longestRead = 2000;
const mention = /@[\p{L}\p{N}_.]+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)?/gu;

function readComment({ author, text }: Comment): ReadComment {
  const plain = text.slice(0, longestRead).normalize('NFKC').toLowerCase();
  const withoutNames = plain.replace(mention, ' ').replace(/#[\p{L}\p{M}\p{N}_]+/gu, ' ');
  const words = [...withoutNames.matchAll(word)].map(([found]) => squash(found.replace(/['’]/g, '')));
  return {
    author,
    words,
    // Names and numbers are what a handed-out sentence is filled in with.
    template: words.map(one => (/\p{N}/u.test(one) ? '#' : one)).join(' '),
    isPromotion: promotion.test(plain),
    isMention: plain.trim() !== '' && plain.includes('@') && plain.replace(mention, '').trim() === '',
  };
}

/** Nothing but praise, address and filler; a number alone says nothing either. */
const isGeneric = ({ words }: ReadComment): boolean =>
  words.length <= longestGeneric && words.every(one => emptyWords.has(one) || /^\p{N}+$/u.test(one));
