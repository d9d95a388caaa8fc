/**
 * What two links to one post have in common. Apps share posts with all kinds of tails, and with short and long forms: youtu.be/x is
 * youtube.com/watch?v=x, and /p/x, /reel/x and /meera/reel/x are one post of Instagram.
 */
export function postKey(link: string): string {
  const url = URL.parse(/^https?:\/\//i.test(link) ? link : `https://${link}`);
  if (!url) return link;
  const host = url.host.replace(/^(?:www|m|mobile|music)\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  if (host === 'youtu.be') return `youtube ${path.slice(1)}`;
  if (host === 'youtube.com') return `youtube ${url.searchParams.get('v') ?? path.split('/').at(-1)}`;
  const [, shortcode] = /\/(?:p|reels?|tv)\/([\w-]+)/.exec(path) ?? [];
  if (/^instagr(?:am\.com|\.am)$/.test(host) && shortcode !== undefined) return `instagram ${shortcode}`;
  return `${host}${path}`;
}

export const isSamePost = (a: string, b: string): boolean => postKey(a) === postKey(b);
