import type { Platform, ProfileRef } from '../influencer.ts';

/** Social networks that are neither a platform of ours nor a blog: a link to them names no profile we could measure. */
const otherNetworks = new Set(
  `facebook.com fb.com fb.me twitter.com x.com t.co threads.net threads.com linkedin.com pinterest.com pinterest.in pin.it snapchat.com
  linktr.ee beacons.ai bio.link wa.me whatsapp.com t.me telegram.me discord.gg discord.com twitch.tv spotify.com open.spotify.com
  google.com goo.gl bit.ly amazon.in amazon.com sharechat.com mojapp.in reddit.com quora.com koo.app`.split(/\s+/),
);

/** First path segments of instagram.com that are pages of the site and no account. */
const instagramPages = new Set(
  'p reel reels tv explore accounts about directory share web legal developer direct'.split(' '),
);
/** First path segments of youtube.com that are pages of the site and no channel. */
const youtubePages = new Set(
  'watch shorts playlist results live embed feed feeds gaming premium hashtag post clip redirect v t'.split(' '),
);

const handleForms: Readonly<Record<Exclude<Platform, 'blog'>, RegExp>> = {
  instagram: /^(?!.*\.\.)[a-z0-9_](?:[a-z0-9._]{0,28}[a-z0-9_])?$/,
  // YouTube allows letters of any script and the middle dot (support.google.com/youtube/answer/11585688).
  youtube: /^[\p{L}\p{M}\p{N}_.·-]{3,60}$/u,
  tiktok: /^[a-z0-9_.]{2,24}$/,
};

/** YouTube channel ids are the one case-sensitive name: "UC" and 22 base64url characters. */
export const isChannelId = (text: string): boolean => /^UC[\w-]{22}$/.test(text);

/**
 * The canonical name of the profile that a handle or link points to, or undefined when it names none.
 * A link decides by itself; `platform` says what a bare handle means. Handles are lower-cased, blogs are host and path
 * without protocol, www, query and trailing slash.
 */
export function profileRef(platform: Platform | undefined, text: string): ProfileRef | undefined {
  const tidy = text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .trim()
    .replace(/^<(.*)>$/, '$1');
  if (tidy === '' || tidy.length > 2000) return undefined;
  const url = linkOf(platform, tidy);
  if (url) return fromUrl(url);
  if (platform === undefined || platform === 'blog') return undefined;
  return fromHandle(platform, tidy.replace(/^@+/, '').replace(/\/+$/, ''));
}

/** The site at a web address as a blog, whatever its host: what has a feed can be measured. */
export function siteRef(address: string): ProfileRef | undefined {
  const url = parseUrl(address);
  return url && fromBlog(tidyHost(url.host.toLowerCase()), url.pathname);
}

/** Where a link leads: to a platform, or to a site that may be a blog. */
export function platformOfLink(link: string): Platform | undefined {
  const url = parseUrl(/^https?:\/\//i.test(link) ? link : `https://${link}`);
  const platform = url && platformOfHost(tidyHost(url.host.toLowerCase()));
  return platform === 'elsewhere' ? undefined : platform;
}

/** Where a person or a fetch finds the profile. */
export function profileUrl({ platform, handle }: ProfileRef): string {
  switch (platform) {
    case 'instagram':
      return `https://www.instagram.com/${handle}/`;
    case 'youtube':
      return isChannelId(handle) ? `https://www.youtube.com/channel/${handle}` : `https://www.youtube.com/@${handle}`;
    case 'tiktok':
      return `https://www.tiktok.com/@${handle}`;
    case 'blog':
      return `https://${handle}${handle.includes('/') ? '' : '/'}`;
  }
}

/** One string per profile, fit for a key. */
export const profileKey = (ref: ProfileRef): string => `${ref.platform}:${ref.handle}`;

/** The text as a URL if it is one; "meera.in" is a handle where a platform is named and a site where none is. */
function linkOf(platform: Platform | undefined, text: string): URL | undefined {
  if (/\s/.test(text)) return undefined;
  if (/^https?:\/\//i.test(text)) return parseUrl(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.startsWith('@')) return undefined;
  const bare = text.replace(/^\/\//, '');
  const host = bare.split(/[/?#]/, 1)[0] ?? '';
  if (host.includes('@')) return undefined;
  const known = platformOfHost(tidyHost(host.toLowerCase())) !== 'blog' || host.toLowerCase().startsWith('www.');
  const siteExpected = platform === undefined || platform === 'blog' || bare.includes('/');
  return isDomain(host) && (known || siteExpected) ? parseUrl(`https://${bare}`) : undefined;
}

function parseUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && isDomain(url.host) && url.username === '' && url.password === '' ? url : undefined;
}

/** A name with a top-level domain, an IPv4 address, or localhost; with or without a port. */
const isDomain = (host: string): boolean =>
  /^(?:[\p{L}\p{N}_-]+\.)+(?:[\p{L}]{2,}|xn--[a-z0-9-]+)\.?(?::\d+)?$/iu.test(host) ||
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i.test(host);

const tidyHost = (host: string): string => host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');

function platformOfHost(host: string): Platform | 'elsewhere' {
  const site = host.replace(/^(?:m|mobile|l|music|in)\./, '');
  if (site === 'instagram.com' || site === 'instagr.am') return 'instagram';
  if (site === 'youtube.com' || site === 'youtube-nocookie.com' || site === 'youtu.be') return 'youtube';
  if (/(?:^|\.)tiktok\.com$/.test(site)) return 'tiktok';
  return otherNetworks.has(site) ? 'elsewhere' : 'blog';
}

function fromUrl(url: URL): ProfileRef | undefined {
  const host = tidyHost(url.host.toLowerCase());
  const segments = url.pathname.split('/').filter(Boolean).map(decode);
  switch (platformOfHost(host)) {
    case 'instagram':
      return fromInstagramPath(segments);
    case 'youtube':
      return host === 'youtu.be' ? undefined : fromYoutubePath(segments, url.searchParams);
    case 'tiktok':
      return segments[0]?.startsWith('@') ? fromHandle('tiktok', segments[0].slice(1)) : undefined;
    case 'blog':
      return fromBlog(host, url.pathname);
    case 'elsewhere':
      return undefined;
  }
}

function fromInstagramPath([first = '', second = '']: string[]): ProfileRef | undefined {
  if (first === 'stories' || first === '_u') return fromHandle('instagram', second);
  return instagramPages.has(first) ? undefined : fromHandle('instagram', first.replace(/^@/, ''));
}

function fromYoutubePath([first = '', second = '']: string[], query: URLSearchParams): ProfileRef | undefined {
  if (first.startsWith('@')) return fromHandle('youtube', first.slice(1));
  if (first === 'channel') return isChannelId(second) ? { platform: 'youtube', handle: second } : undefined;
  if (first === 'c' || first === 'user') return fromHandle('youtube', second);
  if (first === 'feeds') return fromHandle('youtube', query.get('channel_id') ?? query.get('user') ?? '');
  return youtubePages.has(first) ? undefined : fromHandle('youtube', first);
}

function fromHandle(platform: Exclude<Platform, 'blog'>, text: string): ProfileRef | undefined {
  if (platform === 'youtube' && isChannelId(text)) return { platform, handle: text };
  const handle = text.toLowerCase();
  return handleForms[platform].test(handle) ? { platform, handle } : undefined;
}

function fromBlog(host: string, path: string): ProfileRef {
  const tidyPath = path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default|home)\.(?:html?|php|aspx?)$/, '')
    .replace(/\/+$/, '');
  return { platform: 'blog', handle: host + tidyPath };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
