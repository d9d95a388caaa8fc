import { createHash } from 'node:crypto';
import { shortHash } from '../import/identity.ts';
import type { ProfileRef } from '../influencer.ts';

/** Short enough for a caption: 40 bits, one collision expected at a million links; a thread keeps its code. */
export const linkCode = (threadId: string): string => shortHash(`link ${threadId}`).slice(0, 10);

/** A code that people can say and type: MEERA10. Further attempts add letters that belong to the influencer alone. */
export function couponCode(profile: ProfileRef, percent: number, influencerId: string, attempt: number): string {
  const name = nameOf(profile)
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
    .slice(0, 12);
  const own = attempt === 0 ? '' : lettersOf(`${influencerId} ${attempt}`);
  return `${name || 'FRIEND'}${own}${Math.round(percent)}`;
}

/** A blog is called by the name in its address: asha-glow.example, blog.asha-glow.example, asha.blogs.example/glow. */
function nameOf({ platform, handle }: ProfileRef): string {
  if (platform !== 'blog') return handle;
  const [host = ''] = handle.split('/', 1);
  const [first = '', second = ''] = host.split('.');
  return first === 'blog' ? second : first;
}

/** No vowels: no word comes out that anybody would mind. */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ';

/** Four letters: one in 160,000 shares them. */
const lettersOf = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 4)].map(byte => alphabet[byte % alphabet.length]).join('');
