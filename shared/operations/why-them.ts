import type { Candidate } from '#shared/domain/candidate.ts';
import { plusDays } from '#shared/domain/time.ts';
import type { Why } from '#shared/email/invitation.tsx';

/** A post older than this says nothing about what they do now. */
const freshDays = 120;
/** Longer captions are cut where a sentence or word ends. */
const quotedCharacters = 90;

/** Something of theirs that we hold and that fits the brief: a recent post, else a topic, else nothing. */
export function whyThem({ metrics, topics }: Candidate, keywords: readonly string[], at: string): Why | undefined {
  const wanted = keywords.map(keyword => keyword.toLowerCase());
  const fits = (text: string) => wanted.some(keyword => text.toLowerCase().includes(keyword));
  const posts = metrics?.kind === 'measured' ? metrics.profiles.flatMap(profile => profile.posts) : [];
  const [post] = posts
    .filter(({ text, at: posted }) => text.trim() !== '' && posted >= plusDays(at, -freshDays) && fits(text))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (post) return { kind: 'post', text: firstWords(post.text), at: post.at };
  const topic = topics.find(fits);
  return topic === undefined ? undefined : { kind: 'topic', topic };
}

/** The first sentence without hashtags, mentions and links, at most so long. */
function firstWords(text: string): string {
  const plain = text
    .replace(/(?:https?:\/\/\S+|[#@][\p{L}\p{N}_.]+)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [sentence = plain] = /^.{12,}?[.!?।](?=\s|$)/u.exec(plain) ?? [];
  if (sentence.length <= quotedCharacters) return sentence;
  const cut = sentence.slice(0, quotedCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}
