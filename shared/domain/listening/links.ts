import { LinkifyIt } from 'linkify-it';

// Beyond its own short list: where creators' sites and the usual shorteners live. "7.am" and "30.pm" are times.
const TOP_DOMAINS =
  'academy|agency|app|art|aws|beauty|blog|cafe|club|co|cloud|design|dev|email|fashion|fitness|food|fun|gallery|global|group|guru|health|host|in|ink|io|life|link|live|love|me|media|ms|network|news|one|online|page|photography|photos|plus|press|pro|rocks|run|shop|si|site|social|space|store|studio|style|tech|today|top|travel|tv|video|vip|website|wiki|work|works|world|xyz|yoga';
const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false }).tlds(TOP_DOMAINS.split('|'), true);

const CLOCK_TIME = /^\d{1,2}\.[ap]m$/i;
const HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:localhost\b|[^/?#]*\.[^/?#]*[^/?#.])/i;
const MAX_TEXT = 20_000;
const MAX_LINKS = 50;

export interface FoundLink {
  /** With a scheme. */
  readonly url: string;
  /** As written. */
  readonly text: string;
  readonly start: number;
}

/** Every web address in a text, in order; also those without a scheme. */
export function findLinks(text: string): FoundLink[] {
  return (
    (finder.match(text.slice(0, MAX_TEXT)) ?? [])
      .filter(found => found.schema !== 'mailto:' && !CLOCK_TIME.test(found.raw) && HOST.test(found.url))
      // "john.de" in john.de@example.com is half an address.
      .filter(found => text[found.lastIndex] !== '@' && text[found.index - 1] !== '@')
      .map(found => ({
        url: found.schema ? found.url : found.url.replace(/^http:/i, 'https:'),
        text: found.raw,
        start: found.index,
      }))
      .slice(0, MAX_LINKS)
  );
}

/** The web addresses in a text, each once. */
export const linksIn = (text: string): string[] => [...new Set(findLinks(text).map(link => link.url))];

// A post, not a profile or a home page.
const POST =
  /instagram\.com\/(?:[\w.]+\/)?(?:p|reels?|tv|stories)\/|youtu\.be\/[\w-]{6,}|youtube\.com\/(?:watch|shorts|live|post)|tiktok\.com\/(?:@[\w.]+\/(?:video|photo)\/|t\/)|vm\.tiktok\.com\/|facebook\.com\/(?:reel|watch|[\w.]+\/(?:posts|videos))|(?:x|twitter)\.com\/\w+\/status\/|\/20\d\d\/\d\d\/[\w-]{4,}|fb\.watch\//i;

export const isPostLink = (link: string): boolean => POST.test(link);
