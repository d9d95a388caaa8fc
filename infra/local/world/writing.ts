import type { Random } from './random.ts';
import { type CaptionLanguage, captions } from './words/captions.ts';

export interface Author {
  readonly language: CaptionLanguage;
  readonly keywords: readonly string[];
  readonly city: string;
}

/** One caption in the author's language about one or two of the author's keywords. */
export function caption(author: Author, random: Random): string {
  // Bilingual feeds: one in five posts is in English whatever the rest is.
  const language = random.chance(0.2) ? 'en' : author.language;
  const a = random.pick(author.keywords);
  const b = random.pick(author.keywords);
  const body = random
    .pick(captions[language])
    .replaceAll('{a}', a)
    .replaceAll('{b}', b)
    .replaceAll('{city}', author.city)
    .replaceAll('{n}', String(random.int(2, 9)));
  const tags = [a, b, author.city].map(hashtag).filter((tag, at, all) => all.indexOf(tag) === at);
  return `${body}\n\n${tags.join(' ')}`;
}

export const hashtag = (words: string): string => `#${words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')}`;

export function bio(author: Author, name: string, email: string | undefined, random: Random): string {
  const lines = [
    `${author.keywords[0] ?? 'life'} & ${author.keywords[1] ?? 'more'} | ${author.city}`,
    random.pick([
      'honest reviews only',
      'sach bolti hoon, pyaar se',
      'new post every week',
      `${name.split(' ')[0]} yahan hai`,
    ]),
  ];
  if (email) lines.push(random.chance(0.3) ? `work: ${email.replace('@', ' [at] ')}` : `collabs: ${email}`);
  return lines.join('\n');
}
