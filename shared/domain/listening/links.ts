const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'|\\^`{}[\]]{3,2000}/giu;
const BARE_LINK =
  /(?<![\w@/.])(?:[a-z0-9-]{1,63}\.)*(?:instagram\.com|youtube\.com|youtu\.be|tiktok\.com|calendly\.com|cal\.com|facebook\.com|fb\.watch)\/[^\s<>"'|\\^`{}[\]]{1,2000}/giu;

/** Sentences end and brackets close after a link, not in it. */
const trimmed = (link: string): string => {
  const bare = link.replace(/[.,;:!?…)\]'"*_]+$/u, '');
  return link.includes('(') && !bare.includes(')') && link.slice(bare.length).startsWith(')') ? `${bare})` : bare;
};

const MAX_LINKS = 50;

/** The web addresses in a text, each once, with a scheme. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(LINK), ...text.matchAll(BARE_LINK)].toSorted((a, b) => a.index - b.index);
  const covered = found.filter((one, at) =>
    found.slice(0, at).every(before => before.index + before[0].length <= one.index),
  );
  const links = covered.map(([link]) => trimmed(link)).map(link => (/^https?:/i.test(link) ? link : `https://${link}`));
  return [...new Set(links)].slice(0, MAX_LINKS);
}

// A post, not a profile or a home page.
const POST =
  /instagram\.com\/(?:[\w.]+\/)?(?:p|reels?|tv|stories)\/|youtu\.be\/[\w-]{6,}|youtube\.com\/(?:watch|shorts|live|post)|tiktok\.com\/(?:@[\w.]+\/(?:video|photo)\/|t\/)|vm\.tiktok\.com\/|facebook\.com\/(?:reel|watch|[\w.]+\/(?:posts|videos))|(?:x|twitter)\.com\/\w+\/status\/|\/20\d\d\/\d\d\/[\w-]{4,}|fb\.watch\//i;

export const isPostLink = (link: string): boolean => POST.test(link);
