import { hinglishShortForm, spelledBesideHindi } from './spelling-hinglish.ts';

// How people type: short forms, forgotten apostrophes, one wrong letter, Hindi in Latin letters without its vowels.

const SHORT: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  urs: 'yours',
  pls: 'please',
  plz: 'please',
  plss: 'please',
  plzz: 'please',
  thru: 'through',
  thx: 'thanks',
  thnx: 'thanks',
  tnx: 'thanks',
  thanx: 'thanks',
  ty: 'thanks',
  tysm: 'thanks',
  '2moro': 'tomorrow',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tomo: 'tomorrow',
  wud: 'would',
  wld: 'would',
  cud: 'could',
  shud: 'should',
  gud: 'good',
  gr8: 'great',
  abt: 'about',
  hv: 'have',
  bcoz: 'because',
  bcz: 'because',
  cuz: 'because',
  coz: 'because',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'have to',
  lemme: 'let me',
  gimme: 'give me',
  dunno: "don't know",
  dont: "don't",
  cant: "can't",
  wont: "won't",
  didnt: "didn't",
  doesnt: "doesn't",
  isnt: "isn't",
  arent: "aren't",
  wasnt: "wasn't",
  havent: "haven't",
  hasnt: "hasn't",
  couldnt: "couldn't",
  wouldnt: "wouldn't",
  shouldnt: "shouldn't",
  im: "i'm",
  ive: "i've",
  youre: "you're",
  youve: "you've",
  thats: "that's",
  whats: "what's",
  lets: "let's",
  mam: "ma'am",
  maam: "ma'am",
  madam: "ma'am",
  buget: 'budget',
};

/** Words that decide what an answer means and are long enough that one wrong letter leaves no doubt. */
const TELLING = [
  'interested',
  'interesting',
  'unsubscribe',
  'collaborate',
  'collaboration',
  'available',
  'commercials',
  'influencer',
  'definitely',
  'absolutely',
  'unfortunately',
  'currently',
  'tomorrow',
  'schedule',
  'vacation',
  'payment',
  'details',
  'information',
  'confirmed',
  'promotion',
  'travelling',
  'partnership',
  'deliverables',
  'remuneration',
  'compensation',
  'decline',
];
const SUFFIX = /(?:s|d|r|n|ed|ly|ing)$/;

/** Whether one letter is missing, too many, wrong, or swapped with its neighbour. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return (
    x.slice(1) === y ||
    x === y.slice(1) ||
    x.slice(1) === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}

const LEAST_LETTERS = 6;

function corrected(word: string): string {
  const short = SHORT[word] ?? hinglishShortForm(word);
  if (short !== undefined) return short;
  if (word.length < LEAST_LETTERS || TELLING.includes(word)) return word;
  const meant = TELLING.find(one => one[0] === word[0] && isOneSlip(word, one));
  // "Details" is no slip of "detail", nor "declined" of "decline".
  const isForm = meant !== undefined && (meant.replace(SUFFIX, '') === word || word.replace(SUFFIX, '') === meant);
  return meant === undefined || isForm ? word : meant;
}

/** Lower-case words as they were meant. */
export const spelled = (words: string): string =>
  spelledBesideHindi(words.replace(/(?<![\p{L}\p{M}\p{N}'@.])[a-z0-9]{1,24}(?![\p{L}\p{M}\p{N}'@])/gu, corrected))
    .replace(/(?<![\p{L}])kr(?=(?:$|\s|na|ne|ni|ta|ti|te|o|unga|ungi|enge|do|lo|di|de|le|wa))/gu, 'kar')
    .replace(/(?<![\p{L}])bta(?=[a-z]{0,5}(?![\p{L}]))/gu, 'bata')
    .replace(/(?<![\p{L}])r (?=you\b)/gu, 'are ')
    // "Yessss", "soooo".
    .replace(/(\p{L})\1{2,}(?!\p{L})/gu, '$1')
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
