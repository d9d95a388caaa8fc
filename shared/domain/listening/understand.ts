import type { Intent, Understanding } from '../message.ts';
import { currencyDigits } from '../money.ts';
import { withDigits } from '../number-words.ts';
import { daysIn } from './calendar.ts';
import { decide } from './decide.ts';
import { isPostLink, linksIn } from './links.ts';
import { askIn, type NamedAmount } from './money-asked.ts';
import { phonesIn } from './phones.ts';
import { sensitiveWordsIn } from './sensitive.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { SIGNALS } from './signals/all.ts';
import { isNegated } from './signals/signal.ts';
import { timesIn } from './times.ts';

/** What is known beside the words. */
export interface Circumstance {
  /** When the answer was sent: "next week" counts from here. */
  readonly at: string;
  /** What an amount without a currency is in: the campaign's. Left out, such an amount stays without one, in major units. */
  readonly currency?: string;
  /** ISO 3166-1 alpha-2 of the influencer, for telephone numbers without a country code. */
  readonly country?: string;
  /** The influencer's own blog as host and path: a page below it is a post as much as one on a platform. */
  readonly blog?: string;
}

/** How surely each intent was heard, and the sentence that says it best. */
export type Heard = ReadonlyMap<Intent, { readonly weight: number; readonly sentence: Sentence }>;

const POSTED =
  /(?<![\p{L}])(?:posted|live|uploaded|published|(?:is|are|went|goes) up|link (?:is|of|to)|here(?:'s| is)|links?:?|done|shared|check it out|daal d|post kar d|पोस्ट कर)/u;
const SAMPLE = /(?:previous|past|earlier|similar|sample|example|portfolio|reference|like this|my work|other brands?)/;

const NEXT_STEP =
  /(?<![\p{L}])(?:where (?:do|can|to|should) (?:i |we )?sign|what'?s? (?:is |are )?(?:the )?next|next steps?|(?:what|how) (?:do|should|can|shall) (?:i|we) (?:do next|proceed|go ahead|start|take (?:this|it) forward)|(?:when|how soon) (?:do|can|should|shall|will) (?:i|we) (?:start|sign|begin|shoot|get the product)|what'?s? (?:is )?(?:needed|required|expected) from (?:me|my)|aage (?:batao|kya|badh)|kab se start)/u;

/** "Is the product approved?" approves nothing. */
const ASKS =
  /^(?:(?:hi|hey|hello|so|and|also|but|ok|okay|please|just|then|\p{L}+,)\W+)*(?:is|are|was|were|does|do|did|can|could|would|will|has|have|what|what's|which|who|when|where|how|why|any|may|shall|should|kya)\b/u;

function heardInSentence(sentence: Sentence): Map<Intent, number> {
  const heard = new Map<Intent, number>();
  const note = (intent: Intent, weight: number) => heard.set(intent, Math.max(weight, heard.get(intent) ?? 0));
  const onlyAsks = sentence.isQuestion && ASKS.test(sentence.words) && !NEXT_STEP.test(sentence.words);
  for (const { intent, weight, words, negatable } of SIGNALS) {
    if (onlyAsks && intent === 'yes') continue;
    const match = words.exec(sentence.words);
    if (!match) continue;
    if (!negatable || !isNegated(sentence.words, match.index, match.index + match[0].length)) note(intent, weight);
  }
  if (sentence.isQuestion) note('question', 0.8);
  // "What's next?" asks for nothing but the next step.
  if (NEXT_STEP.test(sentence.words) && heard.has('question')) heard.set('question', 0.5);
  return heard;
}

const WISH =
  /(?<![\p{L}])(?:(?:would|i'd|we'd|wish)\b.{0,12}\b(?:love|like|been)|sounds|looks|tempting|appreciate|flattered)/u;

/** A link to a post, said to be up; a link alone is a hint; one to earlier work is none. */
function postLinkWeight(text: string): number {
  const words = text.toLowerCase().replace(/https?:\S+/g, ' ');
  if (SAMPLE.test(words)) return 0;
  return POSTED.test(words) ? 0.95 : 0.75;
}

const isBelow = (blog: string | undefined, link: string): boolean =>
  blog !== undefined &&
  link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+$/g, '')
    .startsWith(`${blog}/`);

/** "I would love to, but …" is at best half a yes, and a no where the rest says nothing else; "…, but count me in" is a yes. */
function weighContrast(heard: Map<Intent, { weight: number; sentence: Sentence }>, said: Map<Intent, number>): void {
  const weaken = (intent: Intent, most: number) => {
    const before = heard.get(intent);
    if (before && before.weight > most) heard.set(intent, { ...before, weight: most });
  };
  const wished = heard.get('yes')?.sentence;
  if ((said.get('yes') ?? 0) >= 0.8) return weaken('no', 0.5);
  weaken('yes', 0.6);
  const isOpen = [...said.values()].every(weight => weight < 0.6);
  if (isOpen && wished && WISH.test(wished.words)) said.set('no', 0.62);
}

function hear(
  sentences: readonly Sentence[],
  text: string,
  postLink: string | undefined,
  ask: NamedAmount | undefined,
): Heard {
  const heard = new Map<Intent, { weight: number; sentence: Sentence }>();
  const note = (intent: Intent, weight: number, sentence: Sentence) => {
    if (weight > (heard.get(intent)?.weight ?? 0)) heard.set(intent, { weight, sentence });
  };
  for (const sentence of sentences) {
    const said = heardInSentence(sentence);
    if (sentence.isContrast) weighContrast(heard, said);
    for (const [intent, weight] of said) note(intent, weight, sentence);
  }
  const [first] = sentences;
  if (!first) return heard;
  const telling = (words: string): Sentence =>
    sentences.find(sentence => withDigits(sentence.text).includes(words)) ?? first;
  if (ask && ask.weight >= 0.4) note('asks-money', ask.weight + 0.05, telling(ask.text));
  if (postLink) note('post-link', postLinkWeight(text), telling(postLink.replace(/^https?:\/\//, '')));
  return heard;
}

/** Minor units where the currency is known; `currencyAssumed` where it is only the campaign's. */
function toAsk(named: NamedAmount, assumed: string | undefined): NonNullable<Understanding['ask']> {
  const currency = named.currency ?? assumed;
  const scale = currency === undefined ? 1 : 10 ** (currencyDigits(currency) ?? 2);
  return {
    amount: Math.round(named.amount * scale),
    ...(named.upTo !== undefined && { upTo: Math.round(named.upTo * scale) }),
    ...(currency && { currency }),
    ...(currency && !named.currency && { currencyAssumed: true }),
    ...(named.per && { per: named.per }),
    ...(named.withProduct && { withProduct: true }),
  };
}

const MAX_EVIDENCE = 300;
/** Some 3,000 words. Who writes more than that has pasted something. */
const MAX_READ = 20_000;
// An intent below this was only brushed.
const HEARD = 0.6;

/** What a person's new text says. Deterministic; when several strong things are said, `also` names the others. */
export function understand(whole: string, { at, currency, country, blog }: Circumstance): Understanding {
  // Hindi letters with a dot below are typed as one sign or as two.
  const text = whole.slice(0, MAX_READ).normalize('NFC');
  const sentences = sentencesOf(text);
  const links = linksIn(text);
  const named = askIn(withDigits(text));
  const postLink = links.find(link => isPostLink(link) || isBelow(blog, link));
  const heard = hear(sentences, text, postLink, named);
  const { intent, confidence } = decide(heard, named);
  const until = intent === 'later' ? daysIn(text, at).at(0)?.date : undefined;
  return {
    intent,
    confidence,
    evidence: (heard.get(intent)?.sentence.text ?? sentences[0]?.text ?? '').slice(0, MAX_EVIDENCE),
    also: [...heard].filter(([other, { weight }]) => other !== intent && weight >= HEARD).map(([other]) => other),
    sensitive: sensitiveWordsIn(text),
    ...(named && named.weight >= 0.4 && { ask: toAsk(named, currency) }),
    ...(until && { until }),
    links,
    phones: phonesIn(text, country),
    times: timesIn(text),
  };
}
