import type { Intent, Understanding } from '../message.ts';
import { currencyDigits } from '../money.ts';
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
  /(?<![\p{L}])(?:what'?s? (?:is |are )?(?:the )?next|next steps?|(?:what|how) (?:do|should|can|shall) (?:i|we) (?:do next|proceed|go ahead|start|take (?:this|it) forward)|(?:when|how soon) (?:do|can|should|shall|will) (?:i|we) (?:start|begin|shoot|get the product)|what'?s? (?:is )?(?:needed|required|expected) from (?:me|my)|aage (?:batao|kya|badh)|kab se start)/u;

function heardInSentence(sentence: Sentence): Map<Intent, number> {
  const heard = new Map<Intent, number>();
  const note = (intent: Intent, weight: number) => heard.set(intent, Math.max(weight, heard.get(intent) ?? 0));
  for (const { intent, weight, words, negatable } of SIGNALS) {
    const match = words.exec(sentence.words);
    if (!match) continue;
    if (!negatable || !isNegated(sentence.words, match.index, match.index + match[0].length)) note(intent, weight);
  }
  if (sentence.isQuestion) note('question', 0.8);
  // "What's next?" asks for nothing but the next step.
  if (NEXT_STEP.test(sentence.words) && heard.has('question')) heard.set('question', 0.5);
  return heard;
}

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
    for (const [intent, weight] of heardInSentence(sentence)) note(intent, weight, sentence);
  }
  const [first] = sentences;
  if (!first) return heard;
  const telling = (words: string): Sentence => sentences.find(sentence => sentence.text.includes(words)) ?? first;
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
  const text = whole.slice(0, MAX_READ);
  const sentences = sentencesOf(text);
  const links = linksIn(text);
  const named = askIn(text);
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
