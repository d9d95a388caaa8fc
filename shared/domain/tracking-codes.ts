import { shortHash } from './identity.ts';

/** Short enough for a caption: 40 bits, one collision expected at a million links; a thread keeps its code. */
export const linkCode = (threadId: string): string => shortHash(`link ${threadId}`).slice(0, 10);

/** A code that people can say and type: MEERA10. Further attempts add letters that belong to the influencer alone. */
export function couponCode(handle: string, percent: number, influencerId: string, attempt: number): string {
  const [site = handle] = handle.split(/[./]/);
  const name = (handle.includes('/') ? site : handle)
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
    .slice(0, 12);
  const own = attempt === 0 ? '' : shortHash(`${influencerId} ${attempt}`).replace(/\d/g, '').slice(0, 3).toUpperCase();
  return `${name || 'FRIEND'}${own}${Math.round(percent)}`;
}
