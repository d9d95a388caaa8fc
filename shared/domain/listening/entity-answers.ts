import type { Entity } from './entities.ts';

type Answer = Extract<Entity, { type: 'answer' }>;

const edged = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

const OK_HAND = /[👌👍](?:[\u{1F3FB}-\u{1F3FF}])?/u;
const NOT_OK = edged('not (?:ok|okay|fine|good)|ठीक नहीं|theek nahi|thik nahi');
const WORDS: readonly (readonly [boolean, RegExp])[] = [
  [
    true,
    edged('yes|yeah|yep|yup|ya|sure|ok|okay|agree|agreed|true|haan|haa|ji|bilkul|हाँ|हां|जी|सहमत|बिल्कुल|बिलकुल|ठीक है'),
  ],
  [true, OK_HAND],
  [false, edged('no|nope|nah|nay|disagree|false|never|nahi|nahin|ना|नहीं|असहमत')],
];

const MAX_TEXT = 2_000;

const found = (match: RegExpExecArray, value: boolean): Answer => ({
  type: 'answer',
  text: match[0],
  start: match.index,
  value,
});

/** The first yes or no of a text; "not ok" outweighs what stands around it. */
export function answersIn(text: string): Answer[] {
  const opening = text.slice(0, MAX_TEXT);
  const refusal = NOT_OK.exec(opening);
  if (refusal) return [found(refusal, false)];
  const answers = WORDS.flatMap(([value, words]) => {
    const match = words.exec(opening);
    return match ? [found(match, value)] : [];
  });
  return answers.toSorted((a, b) => a.start - b.start).slice(0, 1);
}
