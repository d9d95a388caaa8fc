import { CURRENCY_WORDS, DELIVERABLES, MULTIPLIERS } from './money-words.ts';
import { isNegated } from './negation.ts';

/** An amount that somebody names, in major units. */
export interface NamedAmount {
  readonly amount: number;
  readonly upTo?: number;
  readonly currency?: string;
  readonly per?: string;
  /** They take this amount, not ask for it. */
  readonly accepted: boolean;
  /** They want the product as well. */
  readonly withProduct: boolean;
  /** How surely this is what they ask: refused, quoted and passing amounts have less. */
  readonly weight: number;
  readonly text: string;
}

const escaped = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replace(/[$.]/g, '\\$&'))
    .join('|');

const CURRENCY = `(?:${escaped(Object.keys(CURRENCY_WORDS))})`;
const MULTIPLIER = `(?:${escaped(Object.keys(MULTIPLIERS))})`;
const END = '(?![\\p{L}\\p{M}\\p{N}_@])';
// Much of Europe writes "1.000 EUR" and "1 200 €".
const EUROPEAN = `\\d{1,3}(?:\\.\\d{3}){1,2}(?![\\d.]|\\s?${MULTIPLIER}${END})|\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3}){1,2}(?=\\s?${CURRENCY})`;
const NUMBER = `${EUROPEAN}|\\d{1,3}(?:,\\d{2,3}){1,4}(?:\\.\\d{1,2})?|\\d{1,8}(?:\\.\\d{1,3})?`;
const EDGE = '(?<![\\p{L}\\p{M}\\p{N}@#/_.-])';

const AMOUNT = new RegExp(
  `${EDGE}(?:(?<before>${CURRENCY})\\.?\\s{0,2})?(?<low>${NUMBER})\\s?(?<lowTimes>${MULTIPLIER}${END})?` +
    `(?:\\s{0,2}(?:-|–|—|to|se|or|(?<=between\\s.{1,20})and)\\s{0,2}(?:${CURRENCY}\\.?\\s{0,2})?(?<high>${NUMBER})\\s?(?<highTimes>${MULTIPLIER}${END})?)?` +
    `(?<dash>\\s?/-)?(?:\\s{0,2}(?<after>${CURRENCY})${END})?(?![\\p{N}@:])`,
  'giu',
);

const times = (word: string | undefined): number => MULTIPLIERS[word?.toLowerCase() ?? ''] ?? 1;
const currencyOf = (word: string | undefined): string | undefined => CURRENCY_WORDS[word?.toLowerCase() ?? ''];
const plain = (number: string): number => Number(number.replace(/,|\s|\.(?=\d{3})/g, ''));

// What is counted here is no money.
const COUNTED =
  /^\s{0,2}(?:\+\s?)?(?:%|percent|on (?:ig|insta|instagram|youtube|yt|tiktok|facebook|fb|x|linkedin|threads|snapchat|pinterest)\b|strong\b|community|fans?\b|followers?|subs(?:cribers)?\b|views?|likes?|reach|impressions?|people|members?|audience|customers|am\b|pm\b|a\.m|p\.m|hrs?\b|hours?|days?|weeks?|months?|years?|mins?\b|minutes?|secs?\b|seconds?|reels?|posts?|stor(?:y|ies)|videos?|slides?|photos?|images?|frames?|shorts?|times?\b|km\b|kg\b|st\b|nd\b|rd\b|th\b|फॉलोअर|[:.]\d)/iu;

const MONEY_WORDS =
  /(?:charge|rate|fee|price|cost|quote|budget|pay|commercial|compensation|ask(?:ing)?\b|minimum|amount|lowest|below|less than|at least|offer|meet|\bsay\b|make it|increase|total|take|advance|final|lun?ga|lun?gi|leta|leti|lete|lagega|lagenge|dedo|de do|doge|chahiye|(?:me|mein|mai) (?:kar|ho|done|final)|फीस|चार्ज|रुपय|chalega|chalegi|manzoor|theek hai|thik hai|se (?:kam|jyada|zyada|neeche|niche|upar)\b|में नहीं|से कम|दीजिए|दे दो|चाहिए)/iu;
const DELIVERABLE_PRICE = new RegExp(
  `(?:${DELIVERABLES})\\s{0,2}(?:[:=–-]|is|at|for|ka|ke|@)\\s{0,2}$|(?:at|for|@|=|:)\\s{0,2}$`,
  'iu',
);

// A bare number is only money beside a word for it; below this it counts something.
const LEAST_BARE = 100;
const looksLikeYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

const ASKED =
  /(?:charge|rate|fees?|price|quot|cost|want|need|expect|ask|minimum|at least|lowest|below|less than|start|\bget\b|getting|earn|paid|can do|could do|i'd do|do it|would be|will be|it'd be|it'll be|comfortable|consider|would need|take|increase|closer|meet|stretch|hoping|instead|reel|story|post|video|lun?ga|lun?gi|leta|leti|lagega|lagenge|chahiye|(?:me|mein|mai) (?:kar|ho|done|final)|de do|(?:hazar|hazaar|k) do\b|total|final|close at|agree on|all[- ]in\b|more like|loo?n?g[ai]|best i can|give me|take it or leave|up for (?:this|it) at|लूँग|लूंग|चाहिए|दीजिए|दे दो|दें|make it|settle|that'?ll be|all inclusive|se (?:kam|neeche|niche)\b|have a deal|\+ ?(?:vat|gst)|de dena|फीस|चार्ज|लेत)/iu;
const REFUSED_AFTER =
  /^[^.!?\d]{0,6}(?:normally|usually)[^.!?]{0,20}\bbut\b|^\s{0,2}(?:me|mein|main|में|मे) (?:to )?(?:kya|kuch|nahi|नहीं|कुछ|क्या)|^[^.!?\d]{0,60}(?:peanuts|a joke|nothing|laughable|insult|too (?:low|less|little)|is on (?:the )?low(?:er)? (?:side|end)|is (?:a bit |very |quite |far |really |too )?(?:low|less)\b|(?:is )?not (?:enough|possible|sufficient|feasible)|won'?t|can'?t|kam hai|bahut kam|far less|bit less|doesn'?t)/iu;
const REFUSED_BEFORE =
  /(?:\b(?:bought|sold|spent|went up|cost me)\b[^.!?]{0,30}|\b(?:does|do|is|will|would|are) (?:the|your|this|that) (?:fee|budget|amount|price|offer|payment)[^.!?]{0,8}|can(?:'t|not) (?:do|work|accept)[^.!?]{0,12}(?:for|at)|you (?:offered|mentioned|proposed|quoted)|your (?:offer|budget|quote)[^.!?]{0,12}|instead of|not (?:for|at)|rather than|regular(?:ly)? (?:price|rate|charges?)?(?: is)?|normally(?: charge)?|usual(?:ly)? (?:price|rate|charges?)?(?: is)?|(?:reduc|down|drop|lower|rais|increas)\w* (?:\w+ )?from)\s{0,2}$/iu;
// "I won't do it for 5k" names no ask; "not less than 5k" and "couldn't you make it 5k?" do.
const DENIED_BEFORE =
  /(?<![\p{L}])(?:\p{L}{0,6}n['’]?t|cannot|not|never|unable)(?! (?:you|u|we)\b)(?![^.!?,;]{0,40}(?:less|below|under|lower|cheaper|beneath|mind|only|just|but|than|even|sure|know|think)\b)[^.!?,;\d]{0,30}\s(?:for|at|with|accept|take|do)\s{0,2}$/iu;
const DENIED_AFTER =
  /^[^.!?,;\d]{0,14}(?:is|are|was|'s|’s) not (?:fine|ok|okay|good|acceptable|enough|workable|fair|right)|^[^.!?,;\d]{0,14}isn['’]?t (?:fine|ok|okay|good|acceptable|enough|workable|fair|right)/iu;
const EXTRA_AFTER = /^(?![^.!?\n]{0,8}(?:tax|gst|vat))[^.!?\n]{0,12}(?:extra|additional|advance|upfront)/iu;

const ACCEPTED_BEFORE =
  /(?<!(?:could|would|can|we'd|i'd|might|should|to|may) )(?:(?:accept|agree (?:to|with|on))|(?:deal|done|closed?|lock(?:ed)?|confirm(?:ed)?) (?:at|for|on|with)|(?<!be )(?:fine|okay|ok|happy|good|comfortable|satisfied) with|(?:ready|do|work|accept|agree\w*)[^.!?]{0,30} (?:at|for) your)(?: the| your| a)?(?: (?:fee|amount|offer|budget|price|rate)(?: of)?)?\s{0,2}$/iu;
const ACCEPTED_AFTER =
  /^[^.!?]{0,25}(?<!\bif )(?:works\b|(?:is|are|sounds|seems|looks) (?:\w+ )?(?:fine|ok|okay|good|great|acceptable|perfect|fair|agreed|accepted|settled)|manzoor|chalega|theek hai|thik hai|(?:me|mein|par|pe) (?:done|final|pakka)\b)/iu;

const perOf = (before: string, after: string): string | undefined => {
  const behind = new RegExp(
    `^[^.!?\\n]{0,14}?(?:per|/|each|a|for (?:a|an|one|1|each|every)|ek)\\s{0,2}(?:ig |instagram |youtube |yt |dedicated |insta )?(${DELIVERABLES})(?![\\p{L}\\p{M}])`,
    'iu',
  ).exec(after);
  const ahead = new RegExp(
    `(?:(?:per|each|a|one|1|ek|एक)\\s{1,2}|^|[\\n,;])(?:ig |instagram |youtube |yt |dedicated |insta )?(${DELIVERABLES})(?: (?:ka|ke|का|के|is|for|frame|set|post))?\\s{0,2}[:=–-]?\\s{0,2}(?:main |i charge |i take |we charge )?$`,
    'iu',
  ).exec(before);
  const word = (behind ?? ahead)?.[1]?.toLowerCase();
  return word?.replace(/stories$/, 'story').replace(/(?<=[a-z]{3})s$/, '');
};

const TAKEN_BACK = /^[^.!?]{0,60}(?<![\p{L}])(?:but|however|lekin|magar)(?![\p{L}])/iu;

/** "I accept your offer of £350", "350 works for us"; not "I can't accept 350", "350 is fine but". */
function isTaken(before: string, after: string): boolean {
  if (TAKEN_BACK.test(after)) return false;
  const words = before + after;
  const [ahead, behind] = [ACCEPTED_BEFORE.exec(before), ACCEPTED_AFTER.exec(after)];
  if (ahead) return !isNegated(words, ahead.index, before.length);
  return behind !== null && !isNegated(words, before.length, before.length + behind[0].length);
}

const isRefused = (before: string, after: string): boolean =>
  REFUSED_AFTER.test(after) || DENIED_AFTER.test(after) || REFUSED_BEFORE.test(before) || DENIED_BEFORE.test(before);

function weightOf(before: string, after: string, { isMarked, accepted }: { isMarked: boolean; accepted: boolean }) {
  const base = isMarked ? 0.6 : 0.4;
  if (!accepted && isRefused(before, after)) return 0.1;
  if (EXTRA_AFTER.test(after)) return 0.2;
  const isAll = !/[\p{L}\p{N}]/u.test(before + after);
  return isAll || ASKED.test(before.slice(-60)) || ASKED.test(after.slice(0, 40)) ? base + 0.3 : base;
}

function read(match: RegExpExecArray, text: string): NamedAmount | undefined {
  const {
    before: currencyBefore,
    low = '',
    lowTimes,
    high,
    highTimes,
    dash,
    after: currencyAfter,
  } = match.groups ?? {};
  const end = match.index + match[0].length;
  const [before, after] = [text.slice(Math.max(0, match.index - 80), match.index), text.slice(end, end + 80)];
  const currency = currencyOf(currencyBefore) ?? currencyOf(currencyAfter);
  const isMarked = currency !== undefined || dash !== undefined || lowTimes !== undefined || highTimes !== undefined;
  if (!currency && COUNTED.test(after)) return undefined;
  const isBare =
    !isMarked &&
    (plain(low) < LEAST_BARE ||
      looksLikeYear(low) ||
      !(MONEY_WORDS.test(before + after) || DELIVERABLE_PRICE.test(before)));
  if (isBare || plain(low) === 0) return undefined;
  // "15-20k": the word after the second number holds for both.
  const amount = plain(low) * times(lowTimes ?? (high && plain(low) < plain(high) ? highTimes : undefined));
  const upTo = high === undefined ? undefined : plain(high) * times(highTimes ?? lowTimes);
  const per = perOf(before, after);
  const accepted = isTaken(before, after);
  return {
    amount,
    ...(upTo !== undefined && upTo > amount && { upTo }),
    ...(currency && { currency }),
    ...(per && { per }),
    accepted,
    withProduct: /^\s{0,2}(?:\+|plus|and|along with|with|aur)\s{0,2}(?:the |free )?products?/iu.test(after),
    weight: weightOf(before, after, { isMarked, accepted }),
    text: match[0].trim(),
  };
}

const MAX_TEXT = 8_000;

/** Addresses, links and telephone numbers are full of figures that are no money. */
const withoutOtherFigures = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .replace(/https?:\/\/\S+|[^\s@]{1,64}@[^\s@]{1,253}/g, match => ' '.repeat(match.length))
    .replace(/(?<![\p{N},.])\+?\d[\d\s()-]{8,16}\d(?![\p{N},])/gu, match =>
      match.replace(/\D/g, '').length >= 10 ? ' '.repeat(match.length) : match,
    );

/** Every amount that a text names, in its order. */
export function amountsIn(text: string): NamedAmount[] {
  const figures = withoutOtherFigures(text);
  return [...figures.matchAll(AMOUNT)].flatMap(match => read(match, figures) ?? []);
}

/** The amount that they ask: the most weighty, of equals the first. */
export const askIn = (text: string): NamedAmount | undefined =>
  amountsIn(text).reduce<NamedAmount | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  );
