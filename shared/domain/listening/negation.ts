const BEFORE =
  /(?<![\p{L}\p{M}])(?:not|\p{L}{0,6}n't|never|neither|no longer|hardly|nahi|nahin|nhi|नहीं|cannot|unable|wish|would have|if i were)(?![\p{L}\p{M}])[^,.;!?]{0,28}$/u;
const WITHIN = /\s\S*(?:n't|\bnever|\bnot|cannot)\s/u;
// Hindi denies behind the word; "absolutely not" and "yeah, no" deny behind the yes.
const AFTER =
  /^(?:[^,.;!?]{0,14}(?<![\p{L}\p{M}])(?:nahi|nahin|nhi|नहीं|नही)(?![\p{L}\p{M}])|[\s,.…-]{0,4}(?<![\p{L}])(?:not|no|nope|nah)(?![\p{L}'])(?! (?:only|just|sure|more)))/u;

/** Whether a "not" just before, within or just after takes the words back. */
export const isNegated = (words: string, start: number, end: number): boolean =>
  BEFORE.test(words.slice(Math.max(0, start - 45), start)) ||
  WITHIN.test(words.slice(start, end)) ||
  AFTER.test(words.slice(end, end + 30));
