import type { Intent } from '../message.ts';
import { withDigits } from '../number-words.ts';
import {
  asksForFact,
  asksForMaterial,
  asksOnly,
  asksWhatMoneyCovers,
  isAboutNextStep,
  offersLess,
  onlyAsks,
  yesAtMost,
} from './doubt.ts';
import { SIGNALS } from './lexicon/all.ts';
import type { Signal } from './lexicon/lexicon.ts';
import type { NamedAmount } from './money-asked.ts';
import { isNegated } from './negation.ts';
import type { Sentence } from './sentences.ts';

/** How surely each intent was heard, and the sentence that says it best. */
export type Heard = ReadonlyMap<Intent, { readonly weight: number; readonly sentence: Sentence }>;
type Hearing = Map<Intent, { readonly weight: number; readonly sentence: Sentence }>;

/** An intent below this was only brushed. */
export const HEARD = 0.6;
/** What is only hinted at decides where nothing else was said, and then a person reads it. */
const HINT = 0.55;
/** From here on a sentence asks. */
const ASKED = 0.7;

const isSaid = ({ words, holds }: Signal, { words: said }: Sentence): boolean =>
  holds === 'unless negated'
    ? said.matchAll(words).some(({ 0: match, index }) => !isNegated(said, index, index + match.length))
    : said.search(words) >= 0;

const IN_QUESTIONS = SIGNALS.filter(({ holds }) => holds === 'in questions');
const ELSEWHERE = SIGNALS.filter(({ holds }) => holds !== 'in questions');

function heardInSentence(sentence: Sentence): Map<Intent, number> {
  const heard = new Map<Intent, number>();
  const note = (intent: Intent, weight: number) => heard.set(intent, Math.max(weight, heard.get(intent) ?? 0));
  const noteSaid = (signals: readonly Signal[]) => {
    for (const signal of signals) if (isSaid(signal, sentence)) note(signal.intent, signal.weight);
  };
  noteSaid(ELSEWHERE);
  if (sentence.isQuestion) note('question', 0.8);
  if ((heard.get('question') ?? 0) >= ASKED) noteSaid(IN_QUESTIONS);
  const later = heard.get('later');
  if (later !== undefined && asksForFact(sentence)) heard.set('later', Math.min(later, HINT));
  // "Does the fee cover all three?" asks about the work, not for money.
  const money = heard.get('asks-money');
  if (money !== undefined && asksWhatMoneyCovers(sentence)) heard.set('asks-money', Math.min(money, HINT));
  // "What's next?" asks for nothing but the next step.
  if (isAboutNextStep(sentence) && heard.has('question')) heard.set('question', 0.5);
  // "Can I bring my kids or is that not allowed" refuses nothing.
  const no = heard.get('no');
  if (no !== undefined && onlyAsks(sentence) && (heard.get('question') ?? 0) >= ASKED)
    heard.set('no', Math.min(no, 0.5));
  // "Can't commit to three, maybe one?" offers something else: a person reads it.
  else if (no !== undefined && offersLess(sentence)) heard.set('no', Math.min(no, HINT));
  const yes = heard.get('yes');
  if (asksOnly(sentence)) heard.delete('yes');
  else if (yes !== undefined) heard.set('yes', Math.min(yes, yesAtMost(sentence)));
  return heard;
}

const WISH =
  /(?<![\p{L}])(?:(?:would|i'd|we'd|wish)\b.{0,12}\b(?:love|like|been)|sounds|looks|tempting|appreciate|flattered|honou?red|touched)/u;

const THANKS = /(?<![\p{L}])(?:thank\w*|appreciate|flattered|kind|sorry|nice|lovely)/u;

/** "I would love to, but …" is at best half a yes, and a no where the rest says nothing else; "…, but count me in" is a yes. */
function weighContrast(heard: Hearing, said: Map<Intent, number>, before: Sentence | undefined): void {
  const weaken = (intent: Intent, most: number) => {
    const before = heard.get(intent);
    if (before && before.weight > most) heard.set(intent, { ...before, weight: most });
  };
  if ((said.get('yes') ?? 0) >= 0.8) {
    weaken('no', 0.5);
    return;
  }
  // Refused or put off in so many words, the wish before was courtesy.
  const isSettled = (said.get('no') ?? 0) >= 0.8 || (said.get('later') ?? 0) >= 0.75;
  weaken('yes', isSettled ? 0.5 : 0.6);
  if (Math.max(0, ...said.values()) >= 0.75)
    for (const before of ['wants-call', 'later', 'question'] as const) weaken(before, 0.7);
  const isOpen = [...said.values()].every(weight => weight < HEARD);
  if (!isOpen || !before) return;
  if (WISH.test(before.words)) said.set('no', 0.62);
  else if (said.size === 0 && THANKS.test(before.words)) said.set('no', HINT);
}

const POSTED =
  /(?<![\p{L}])(?:posted|live|uploaded|published|(?:is|are|went|goes) up|link (?:is|of|to)|here(?:'s| is)|links?:?|done|shared|check it out|daal d|post kar d|पोस्ट कर)/u;
const SAMPLE = /(?:previous|past|earlier|similar|sample|example|portfolio|reference|like this|my work|other brands?)/;

/** A link to a post, said to be up; a link alone is a hint; one to earlier work is none. */
function postLinkWeight(text: string): number {
  const words = text.toLowerCase().replace(/https?:\S+/g, ' ');
  if (SAMPLE.test(words)) return 0;
  return POSTED.test(words) ? 0.95 : 0.75;
}

/** What the sentences say, in their order, with the amount and the link to a post that stand in them. */
export function hear(
  sentences: readonly Sentence[],
  text: string,
  postLink: string | undefined,
  ask: NamedAmount | undefined,
): Heard {
  const heard: Hearing = new Map();
  const note = (intent: Intent, weight: number, sentence: Sentence) => {
    if (weight > (heard.get(intent)?.weight ?? 0)) heard.set(intent, { weight, sentence });
  };
  for (const [place, sentence] of sentences.entries()) {
    const said = heardInSentence(sentence);
    if (sentence.isContrast) weighContrast(heard, said, sentences[place - 1]);
    for (const [intent, weight] of said) note(intent, weight, sentence);
  }
  const asked = heard.get('question');
  if (asked && asksForMaterial(asked.sentence) && (heard.get('yes')?.weight ?? 0) >= 0.9)
    heard.set('question', { ...asked, weight: Math.min(asked.weight, HINT) });
  const [first] = sentences;
  if (!first) return heard;
  const telling = (words: string): Sentence =>
    sentences.find(sentence => withDigits(sentence.text).includes(words)) ?? first;
  const isTaken = ask?.accepted === true && (heard.get('yes')?.weight ?? 0) >= 0.9;
  if (ask && ask.weight >= 0.4 && !isTaken) note('asks-money', ask.weight + 0.05, telling(ask.text));
  if (postLink) note('post-link', postLinkWeight(text), telling(postLink.replace(/^https?:\/\//, '')));
  return heard;
}
