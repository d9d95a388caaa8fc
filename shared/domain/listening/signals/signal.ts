import type { Intent } from '../../message.ts';

/** Words, what they say and how surely (0 to 1). Read in lower case with straight apostrophes. */
export interface Signal {
  readonly intent: Intent;
  readonly weight: number;
  readonly words: RegExp;
  /** A "not" shortly before turns the words into their opposite. */
  readonly negatable: boolean;
  /** The words say so only in a question: "the budget?" asks for money, "the budget" does not yet. */
  readonly inQuestion?: boolean;
}

const compiled = (alternatives: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join('|')})`
      .normalize('NFC')
      // "n't" at the head of words stands for any word that ends in it.
      // Plain \w and \W know no letter of Hindi.
      .replaceAll('\\w', "[\\p{L}\\p{M}\\p{N}_']")
      .replaceAll('\\W', '[^\\p{L}\\p{M}\\p{N}_]')
      .replace(/(?<=[(|:])n't/g, "\\p{L}{0,6}n't"),
    'u',
  );

export const says = (intent: Intent, weight: number, ...words: readonly string[]): Signal => ({
  intent,
  weight,
  words: compiled(words),
  negatable: false,
});

export const saysUnlessNegated = (intent: Intent, weight: number, ...words: readonly string[]): Signal => ({
  ...says(intent, weight, ...words),
  negatable: true,
});

export const saysIfAsked = (intent: Intent, weight: number, ...words: readonly string[]): Signal => ({
  ...says(intent, weight, ...words),
  inQuestion: true,
});

/** Below what counts as heard: it decides only where nothing else was said, and then a person reads it. */
export const HINT = 0.55;

export const hints = (intent: Intent, ...words: readonly string[]): Signal => says(intent, HINT, ...words);

export const NOT = "(?:not|n't|never|no longer|dont|cant|wont|cannot)";
export const DONT = "(?:do not|don't|dont|does not|doesn't|did not|didn't|never|no longer)";
export const CANT =
  "(?:cannot|can not|can't|cant|could not|couldn't|won't|wont|will not|would not|wouldn't|unable to|not able to|not be able to|not possible)";
export const NAHI = '(?:nahi|nahin|nhi|nai|na)';

const NEGATION =
  /(?<![\p{L}\p{M}])(?:not|n't|never|neither|no longer|hardly|nahi|nahin|nhi|नहीं|cannot|can't|won't|don't|doesn't|isn't|aren't|wasn't|wouldn't|couldn't|unable|wish|would have|if i were)(?![\p{L}\p{M}])[^,.;!?]{0,28}$/u;
// Hindi denies behind the word; "absolutely not" and "yeah, no" deny behind the yes.
const NEGATED_AFTER =
  /^(?:[^,.;!?]{0,14}(?<![\p{L}\p{M}])(?:nahi|nahin|nhi|नहीं|नही)(?![\p{L}\p{M}])|[\s,.…-]{0,4}(?<![\p{L}])(?:not|no|nope|nah)(?![\p{L}'])(?! (?:only|just|sure|more)))/u;

const NEGATED_WITHIN = /\s\S*(?:n't|\bnever|\bnot|cannot)\s/u;

/** Whether a "not" just before, within or just after takes the words back. */
export const isNegated = (words: string, start: number, end: number): boolean =>
  NEGATION.test(words.slice(Math.max(0, start - 45), start)) ||
  NEGATED_WITHIN.test(words.slice(start, end)) ||
  NEGATED_AFTER.test(words.slice(end, end + 30));
