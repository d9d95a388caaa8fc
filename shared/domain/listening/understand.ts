import type { Understanding } from '../message.ts';
import { currencyDigits } from '../money.ts';
import { withDigits } from '../number-words.ts';
import { daysIn } from './calendar.ts';
import { decide } from './decide.ts';
import { HEARD, hear } from './hear.ts';
import { isPostLink, linksIn } from './links.ts';
import { askIn, type NamedAmount } from './money-asked.ts';
import { phonesIn } from './phones.ts';
import { sensitiveWordsIn } from './sensitive.ts';
import { sentencesOf } from './sentences.ts';
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

const isBelow = (blog: string | undefined, link: string): boolean =>
  blog !== undefined &&
  link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+$/g, '')
    .startsWith(`${blog}/`);

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
