import type { Candidate } from '#shared/domain/candidate.ts';
import { plusDays } from '#shared/domain/time.ts';
import type { Why } from '#shared/email/invitation.tsx';

/** A post older than this says nothing about what they do now. */
const freshDays = 120;
/** Longer sentences are cut where a word ends. */
const quotedCharacters = 90;
/** Shorter ones ("So good!") say nothing about them. */
const shortestQuote = 12;

/** Something of theirs that we hold and that fits the brief: a recent post, else a topic, else nothing. */
export function whyThem({ metrics, topics }: Candidate, keywords: readonly string[], at: string): Why | undefined {
  const wanted = keywords.map(keyword => keyword.toLowerCase());
  const fits = (text: string) => wanted.some(keyword => text.toLowerCase().includes(keyword));
  const posts = metrics?.kind === 'measured' ? metrics.profiles.flatMap(profile => profile.posts) : [];
  const quotes = posts
    .filter(({ at: posted }) => posted >= plusDays(at, -freshDays))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ text, at: posted }) => ({ text: sentencesOf(text).find(fits), at: posted }));
  const quote = quotes.find(({ text }) => text !== undefined);
  if (quote?.text !== undefined) return { kind: 'post', text: shortened(quote.text), at: quote.at };
  const topic = topics.find(fits);
  return topic === undefined ? undefined : { kind: 'topic', topic };
}

/** Sentences without hashtags, mentions and links; what is quoted must show that we have read it. */
const sentencesOf = (text: string): string[] =>
  text
    .replace(/(?:https?:\/\/\S+|[#@][\p{L}\p{N}_.]+)/gu, ' ')
    .split(/(?<=[.!?।])\s+|\n+/u)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => sentence.length >= shortestQuote);

function shortened(sentence: string): string {
  if (sentence.length <= quotedCharacters) return sentence;
  const end = sentence.lastIndexOf(' ', quotedCharacters);
  const cut = sentence.slice(0, end < shortestQuote ? quotedCharacters : end);
  // Where there is no space, half an emoji may stand at the end.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
