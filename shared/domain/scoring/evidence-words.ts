import type { Post } from '../influencer.ts';
import type { Evidence } from './score.ts';

/** Longer finds (a hashtag of a whole sentence) are cut. */
const mostCharacters = 60;

/** What was found, with where a person can look it up. */
export const saidOf = (post: Post | undefined, words: string, what: Pick<Evidence, 'effect' | 'says'>): Evidence => ({
  ...what,
  words: [...words].slice(0, mostCharacters).join(''),
  ...(post?.url !== undefined && { url: post.url }),
  ...(post && { at: post.at }),
});

/** "advertises for a competitor: Glowmate ("#ad @glowmate", 2026-02-01, https://…)" */
export function inWords({
  says,
  words,
  at,
  url,
}: Pick<Evidence, 'says' | 'words'> & { readonly at?: string | undefined; readonly url?: string | undefined }): string {
  const where = [`"${words}"`, at?.slice(0, 10), url].filter(part => part !== undefined);
  return `${says} (${where.join(', ')})`;
}
