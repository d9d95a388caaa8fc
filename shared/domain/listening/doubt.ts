import type { Sentence } from './sentences.ts';

// What takes the force out of a yes in its own sentence: a question, a condition, a "maybe".

const edged = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, 'u');

const NEXT_STEP = new RegExp(
  `(?<![\\p{L}])(?:${[
    "what'?s? (?:is |are )?(?:the )?next|next steps?",
    '(?:what|how) (?:do|should|can|shall) (?:i|we) (?:do next|proceed|go ahead|start|take (?:this|it) forward)',
    '(?:when|how soon) (?:do|can|should|shall|will) (?:i|we) (?:start|sign|begin|shoot|kick off|get going|get the product)',
    '(?:when|how soon) (?:can|do|will|would) (?:you|u) (?:ship|send|dispatch)',
    'when (?:will|can|does|would|should) (?:the|my|your) (?:products?|parcel|package|kit|samples?|contract|agreement|brief) (?:ship|arrive|come|reach|be (?:sent|shipped|here))',
    '(?:should|can|could|when (?:should|can|will|do)) (?:i|we) expect (?:the|my|a) (?:parcel|products?|package|kit|contract|brief)',
    'where (?:do|can|to|should) (?:i |we )?(?:sign|send my)|(?:which|what) (?:address )?form (?:do|should|to)',
    "what (?:happens|comes) (?:now|next)|what'?s? (?:is )?(?:needed|required|expected) from (?:me|my)|what (?:do|will|would) you need from (?:me|us|my|our)",
    '(?:batao|bataiye|bolo|boliye|ab) kya karna|kya karna hai (?:batao|bataiye|bolo|ab)|aage (?:batao|kya|badh)|kab (?:se )?(?:start|shuru) kar|kab (?:tak )?bhej',
  ].join('|')})`,
  'u',
);

// "Is the product approved?" approves nothing.
const ASKS =
  /^(?:(?:hi|hey|hello|so|and|also|but|ok|okay|please|just|then|\p{L}+,)\W+)*(?:is|are|was|were|does|do|did|can|could|would|will|has|have|what|what's|which|who|when|where|how|why|any|may|shall|should|mind|kya)\b/u;

const INVERTED =
  /^(?:(?:hi|hey|hello|so|and|also|ok|okay|then)\W+)*(?:is|are|was|does|do|did|can|could|would|will|should|may) (?:i|we|you|they|it|this|that|the|my|our|your|there)\b/u;

const CONDITION = edged(
  "(?<!even |let me know |see |check |ask |wonder |wondering |know |not sure |hesitant )if(?! (?:it'?s|that'?s|this is|it is|the (?:offer|spot|slot) is|you'?re|you are|there'?s|you) (?:still |ok(?:ay)? |fine |an? )?(?:open|available|free|interested|ok(?:ay)?|fine|al?l ?right|cool|good with|like|want|wish|need|spot|slot|any)| (?:possible|needed|required|any|so)| (?:the |your |this |that )?(?:offer|deal|spot|slot|invitation) (?:still )?(?:stands|holds|remains|exists)(?![p{L}]))|provided|providing|as long as|so long as|unless|depend(?:s|ing|ent)?|assuming|subject to|only when|on (?:the |one )?conditions?|for the right|agar|yadi|अगर|यदि",
);
const HEDGE = edged(
  "maybe|perhaps|possibly|might|not sure|unsure|not (?:too )?certain|(?:don't|do not) know|dunno|(?:we'll|we will|i'll|i will|will|let's|let us) see|no promises|on the fence|in theory|half[- ]tempted|tempt(?:ed|ing)|(?:will|would|i'll|we'll|(?<!you )(?:can|could|may)|to|happy to) consider|thinking (?:about|of|over)|(?:have|take|having|taking) a (?:closer |quick |proper )?look|hypothetical(?:ly)?|were to|shayad|dekhte (?:hai|hain|he)|dekhenge|dekhta|dekhti|dekhunga|dekhungi|socha?(?:te|ta|ti|ke|kar|unga|ungi)?|pata nahi|शायद|देखते|देखेंगे|सोच(?:कर|ते|ता|ती|ूँगा|ूँगी)?",
);
// "Yes, I got your mail" answers to being called.
const PRESENT =
  /^\W*(?:yes|yeah|yep|haan|ji|sure|ok|okay)\W+(?:hi|hello|who|i (?:got|saw|read|received|have (?:got|read|seen|received)|know|remember|see|did)|this is|it'?s me|speaking|dekha|mila|mil gaya|mail)\b/u;

/** It asks what comes next, which only somebody asks who is in. */
export const isAboutNextStep = ({ words }: Sentence): boolean => NEXT_STEP.test(words) && !HEDGE.test(words);

/**
 * Nothing in it refuses: its first word turns the sentence into a question, whether or not a question mark ends it, or it asks what
 * would be if.
 */
export const onlyAsks = ({ words, isQuestion }: Sentence): boolean =>
  INVERTED.test(words) || (isQuestion && CONDITION.test(words));

/** A question from its first word on: whatever it names is asked for, not agreed to. */
export const asksOnly = (sentence: Sentence): boolean =>
  sentence.isQuestion && ASKS.test(sentence.words) && !isAboutNextStep(sentence);

const SCOPE =
  /(?<![\p{L}])(?:does|do|is|will|would|did|are)\b[^,;?]{0,12}(?:fees?|budget|amount|price|rate|payment|money|offer|compensation)\b[^;?]{0,24}(?:cover|includ|appl(?:y|ies)|count|for (?:all|both|each|every|one|the (?:whole|full))|per|inclusive|taxed|split)|(?<![\p{L}])(?:show|mention|say|display|announce|state|tell|name|talk about|put|reveal) (?:the |your |its |a |product )*(?:prices?|cost)(?![\p{L}])/u;

/** It asks what the money is for, not for more of it. */
export const asksWhatMoneyCovers = ({ words, isQuestion }: Sentence): boolean => isQuestion && SCOPE.test(words);

const LESS =
  /(?:maybe|perhaps|what about|how about|possibly|only|just|at most|but i can (?:do|manage)|can (?:do|manage))\W+(?:\p{L}+ ){0,2}(?:\d{1,2}|an?|one|two|three)(?![\p{L}\p{N}])(?! (?:time|day|week|month|problem|thing|question))/u;
const COUNTED_WORK =
  /(?:\d{1,2}|two|three|four|five|all) (?:\p{L}+ )?(?:reels?|stor(?:y|ies)|posts?|videos?|shorts?|pieces?|vlogs?)/u;

const WH =
  /^(?:(?:hi|hey|hello|so|and|also|ok|okay|then|by|till|until)\W+)*(?:when|which|who|where|how(?! about)|what(?! about| if))\b/u;

/** "When should I post?" asks for a time and puts nothing off. */
export const asksForFact = ({ words, isQuestion }: Sentence): boolean => isQuestion && WH.test(words);

/** It refuses so much of the work and names less. */
export const offersLess = ({ words }: Sentence): boolean => COUNTED_WORK.test(words) && LESS.test(words);

const MATERIAL = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    '(?:send|share|forward|mail|e-?mail|provide|drop|whatsapp)(?: me| us| across| over| through)?(?: the| your| a| all| further| more| full| complete| campaign| some| any){0,3} (?:brief|details?|timelines?|contract|agreement|script|guidelines?|deliverables|paperwork|info(?:rmation)?)',
    '(?:brief|details?|timelines?|contract|script|agreement) (?:bhej|send|share|de )',
    'जानकारी (?:भेज|दे)|ब्रीफ (?:भेज|दे)',
  ].join('|')})`,
  'u',
);

/** It asks for what whoever agrees gets in any case: the brief with its dates and terms. Beside a yes that is no question. */
export const asksForMaterial = ({ words, isQuestion }: Sentence): boolean => !isQuestion && MATERIAL.test(words);

/** The most that a yes in this sentence can weigh. 0.95 is beyond doubt, below 0.6 is none. */
export function yesAtMost(sentence: Sentence): number {
  if (HEDGE.test(sentence.words)) return 0.5;
  if (CONDITION.test(sentence.words) || PRESENT.test(sentence.words)) return 0.55;
  return sentence.isQuestion && !isAboutNextStep(sentence) ? 0.75 : 1;
}
