import { spelled } from './spelling.ts';

/** One sentence of an answer, or one side of its "but": as written, and as the word lists read it. */
export interface Sentence {
  readonly text: string;
  readonly words: string;
  readonly isQuestion: boolean;
  /** It takes something back of what stands before: "but …", "… though". */
  readonly isContrast: boolean;
}

const MAX_SENTENCES = 60;
const MAX_SENTENCE = 400;

// "No problem" is no "no": idioms whose words mislead are replaced by what they mean.
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bwhy not\b(?!\s+\w+\s+\w+\s*\?)/g, 'sure'],
  [/\b(?:no|not an?|without any) (?:problems?|issues?|worries|probs|objections?|trouble)\b(?: at all)?/g, 'sure'],
  [/\b(?:koi|kuch) (?:dikkat|problem|issue|pareshani|baat) (?:nahi|nhi|nahin)(?: hai)?\b/g, 'sure'],
  [/कोई (?:दिक्कत|समस्या|परेशानी) नहीं(?: है)?/g, 'ज़रूर'],
  [/\b(?:can[no]*'?t|cannot) (?:wait|say no|complain|refuse)\b/g, 'excited'],
  [/\b(?:do not|don't|wouldn't) mind\b/g, 'am fine with'],
  [
    /\b(?:do not|don't) have any (?:other |more |further )?[a-z ]{0,30}(?:questions?|doubts?|concerns?|conflicts?|brand conflicts?)\b/g,
    'clear',
  ],
  [/\bno (?:more |further |other )?(?:questions|doubts|concerns)\b/g, 'clear'],
  [/\bnot (?:bad|too bad)\b/g, 'good'],
  [/\bno doubt\b/g, 'sure'],
  [/\bnot saying no\b/g, 'undecided'],
  [/\b(?:do not|don't|can't|cannot) see why not\b/g, 'sure'],
  [/\bwhy (?:would|should)(?:n't| not) (?:i|we)\b(?=\W*(?:[?!.]|$))/g, 'sure'],
  [/\b(?:can't|cannot|couldn't) make (?:it|this|that|stuff) up\b/g, 'funny'],
  [/\btak(?:e|ing) (?:a |the )?(?:final )?call on\b/g, 'decide about'],
  [/\bno-brainer\b/g, 'sure'],
  [/\b(?:can|could)(?:n't| not) be (?:happier|more \w+)\b/g, 'am happy'],
  [/\bcall[- ]to[- ]action\b/g, 'cta'],
  [/\bif not\b/g, 'otherwise'],
  [/\b(?:won't|will not|not going to) (?:let you down|disappoint(?: you)?|regret (?:it|this))/g, 'will do it'],
  [/\bdos and don'?ts?\b/g, 'rules'],
];

const normal = (text: string): string =>
  IDIOMS.reduce(
    (words, [idiom, meaning]) => words.replace(idiom, meaning),
    spelled(
      text
        .toLowerCase()
        .replace(/[’‘`´]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );

// A full stop inside "Rs.15,000", "1.5L", "3.30 pm" or an address ends nothing.
const BREAK = /(?<=[!?।？！]|(?<!\b(?:rs|mr|mrs|ms|dr|no|st|vs|e\.g|i\.e|approx|incl|a\.m|p\.m))\.)(?=\s|$)|\n+/iu;

// What follows weighs more than what stands before: "sounds great but no". "Nothing but" and "but also" oppose nothing.
const CONTRAST =
  /(?<=[\p{L}\p{M}\p{N},;)!-])(?<!\b(?:nothing|anything|all|last|none))\s+(?=(?:but(?! (?:also|not least))|however|lekin|magar|yet,? (?:i(?!'?m (?:afraid|sorry))|we|it|this|that|my|our)|only (?:thing|problem|issue) is)(?![\p{L}\p{M}])|(?:लेकिन|मगर|परंतु|किंतु|किन्तु)\s)/giu;
const OPENS_CONTRAST =
  /^\W*(?:but|however|lekin|magar|yet,? (?:i|we|it|this|that|my|our)|only (?:thing|problem|issue)|लेकिन|मगर|परंतु|किंतु)(?![\p{L}\p{M}])/iu;
const ENDS_CONTRAST = /(?<![\p{L}])(?:though|tho|however)\W*$/iu;

// "Sir, …", "Hi Priya, …": what is said begins behind it.
const ADDRESS =
  /^(?:(?:(?:hi|hey|hello|dear|respected)(?: (?!sir|ma'am|team)\p{L}+)?(?=\W*[,!.])|hi|hey|hello|dear|respected|greetings|sir|sirji|ma'am|team|bro|bhai|bhaiya|didi|yaar|namaste)(?![\p{L}\p{M}'])[\s,.!]*)+(?=[\p{L}\p{M}])/u;

const withoutContrast = (words: string): string =>
  words
    .replace(OPENS_CONTRAST, '')
    .replace(/^[\s,]+/, '')
    .replace(ADDRESS, '');

/** The sentences of a text, in order; lines end sentences too, since people write mails like chats. */
export function sentencesOf(text: string): Sentence[] {
  return text
    .slice(0, MAX_SENTENCES * MAX_SENTENCE)
    .split(BREAK)
    .flatMap(part => part.split(CONTRAST))
    .map(part => part.trim())
    .filter(part => part !== '')
    .slice(0, MAX_SENTENCES)
    .map(part => ({
      text: part.slice(0, MAX_SENTENCE),
      words: withoutContrast(normal(part.slice(0, MAX_SENTENCE))),
      isQuestion: /\p{L}.*[?？]/su.test(part.replace(/https?:\S+/g, '')),
      isContrast: OPENS_CONTRAST.test(part) || ENDS_CONTRAST.test(part),
    }));
}
