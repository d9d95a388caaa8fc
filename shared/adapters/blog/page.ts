import { type CheerioAPI, load } from 'cheerio/slim';
import { languageCode } from '#shared/domain/import/places.ts';
import { publishedAddresses } from '#shared/domain/import/published-address.ts';
import { shallow } from './shallow.ts';

/** What a page says about itself; all links absolute. */
export interface Page {
  readonly url: string;
  readonly title?: string;
  readonly siteName?: string;
  readonly description?: string;
  readonly language?: string;
  readonly pictureUrl?: string;
  readonly publishedAt?: string;
  /** Feeds of the site, best first; comment feeds are left out. */
  readonly feeds: readonly string[];
  readonly addresses: readonly string[];
  /** Pages of the same site that may tell how to reach its author, most promising first. */
  readonly contactPages: readonly string[];
  /** The article (or what comes nearest to it) as text. */
  readonly text: string;
  readonly links: readonly string[];
}

const feedTypes =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^application\/json$|^text\/xml$|^application\/xml$/i;
const notTheFeed = /comments?\b|commentaires|kommentare|komentarze|reacties/i;
const contactWords: readonly RegExp[] = [
  /contact|kontakt|contacto|contatti|get in touch|reach (?:me|us)|write to (?:me|us)|संपर्क/i,
  /work with|collab|partner|advertis|media ?kit|sponsor|brands?\b|press\b/i,
  /about|impressum|imprint|who (?:am i|we are)|meet (?:me|us)|à propos|über/i,
];
const maxLinks = 500;

export function readPage(html: string, url: string): Page {
  const $ = load(shallow(html));
  const base = resolve($('base[href]').attr('href'), url) ?? url;
  const absolute = (href: string | undefined) => resolve(href, base);
  const meta = (...names: string[]) =>
    names.flatMap(name => $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim() || [])[0];
  const anchors = $('a[href]')
    .toArray()
    .slice(0, 5 * maxLinks);
  const language = languageCode($('html').attr('lang') ?? meta('og:locale') ?? '');
  const pictureUrl = absolute(meta('og:image'));
  const title = $('title').first().text().trim() || meta('og:title');
  const siteName = meta('og:site_name');
  const description = meta('og:description', 'description');
  const publishedAt = publicationOf($);
  return {
    url,
    ...(title && { title }),
    ...(siteName && { siteName }),
    ...(description && { description }),
    ...(language && { language }),
    ...(pictureUrl && { pictureUrl }),
    ...(publishedAt && { publishedAt }),
    feeds: feedLinks($, absolute),
    addresses: addressesOn($),
    contactPages: contactLinks($, absolute, url),
    links: unique(anchors.flatMap(anchor => absolute($(anchor).attr('href')) ?? [])).slice(0, maxLinks),
    text: articleText($),
  };
}

function feedLinks($: CheerioAPI, absolute: (href: string | undefined) => string | undefined): string[] {
  const links = $('link[href]')
    .toArray()
    .map(link => $(link))
    .filter(link => /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(link.attr('rel') ?? ''))
    .filter(link => feedTypes.test(link.attr('type') ?? '') || /(?:^|\s)feed(?:\s|$)/i.test(link.attr('rel') ?? ''))
    // WordPress lists the comments' feed beside the posts' one, and its oEmbed as application/json.
    .filter(link => !notTheFeed.test(`${link.attr('title') ?? ''} ${link.attr('href') ?? ''}`))
    .filter(link => !/oembed|wp-json/i.test(link.attr('href') ?? ''));
  return unique(links.flatMap(link => absolute(link.attr('href')) ?? []));
}

/** mailto: links first, then what stands in the text; Cloudflare's veil is lifted like a browser does. */
function addressesOn($: CheerioAPI): string[] {
  const mailto = $('a[href^="mailto:" i]')
    .toArray()
    .map(link => decode(($(link).attr('href') ?? '').slice(7).split('?', 1)[0] ?? ''));
  const veiled = $('[data-cfemail]')
    .toArray()
    .map(node => unveil($(node).attr('data-cfemail') ?? ''));
  const visible = bodyOf($);
  visible.find('script, style, noscript, template').remove();
  // A tag between two words is a gap between them.
  const text = (visible.html() ?? '').replace(/<(?:br|\/?(?:p|div|li|td|h\d|section|span))\b[^>]*>/gi, ' $& ');
  return unique(publishedAddresses([...mailto, ...veiled, load(text).text().slice(0, 200_000)].join(' \n ')));
}

/** Cloudflare's e-mail obfuscation: hexadecimal, the first byte is the key of all others. */
function unveil(hex: string): string {
  const bytes = /^(?:[0-9a-f]{2}){2,200}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.of(0);
  return Buffer.from(bytes.subarray(1).map(byte => byte ^ (bytes[0] ?? 0))).toString('utf8');
}

function contactLinks(
  $: CheerioAPI,
  absolute: (href: string | undefined) => string | undefined,
  url: string,
): string[] {
  const host = new URL(url).host;
  const links = $('a[href]')
    .toArray()
    .flatMap(anchor => {
      const target = absolute($(anchor).attr('href'))?.replace(/#.*$/, '');
      const path = target === undefined || new URL(target).host !== host ? undefined : new URL(target).pathname;
      if (target === undefined || path === undefined || path === '/') return [];
      const words = `${$(anchor).text().trim().slice(0, 60)} ${path.replace(/[-_/]+/g, ' ')}`;
      const rank = contactWords.findIndex(pattern => pattern.test(words));
      // An article about contact lenses has a long path; a contact page has not.
      return rank < 0 || path.split('/').filter(Boolean).length > 2 ? [] : [{ target, rank }];
    });
  return unique(links.sort((a, b) => a.rank - b.rank).map(({ target }) => target));
}

function articleText($: CheerioAPI): string {
  const body = bodyOf($);
  body.find('script, style, noscript, template, svg, nav, form, iframe, .comments, #comments').remove();
  const found = ['article', '[itemprop="articleBody"]', '.entry-content', '.post-content', '.post-body', 'main']
    .map(selector => body.find(selector).first())
    .find(node => node.text().trim().length > 100);
  const node: ReturnType<CheerioAPI> = found ?? body;
  node.find('p, br, div, li, h1, h2, h3, h4, blockquote').append('\n');
  return node
    .text()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** A copy of all that is shown; many pages leave the body element out. */
function bodyOf($: CheerioAPI) {
  const shown = $.root().clone();
  shown.find('head, title, meta, link').remove();
  return shown;
}

function publicationOf($: CheerioAPI): string | undefined {
  const stated = [
    $('meta[property="article:published_time"]').attr('content'),
    $('[itemprop="datePublished"]').attr('content') ?? $('[itemprop="datePublished"]').attr('datetime'),
    /"datePublished"\s*:\s*"([^"]{8,40})"/.exec($('script[type="application/ld+json"]').text())?.[1],
    $('article time[datetime], time[datetime]').first().attr('datetime'),
  ];
  return stated.flatMap(text => (text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : []))[0];
}

function resolve(href: string | undefined, base: string): string | undefined {
  const url = href === undefined ? null : URL.parse(href.trim(), base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** HTML of a feed entry as plain text. */
export const htmlToText = (html: string): string =>
  /<[a-z!/]|&[a-z#]/i.test(html)
    ? load(shallow(html).replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, ' $&'))
        .text()
        .replace(/\s+/g, ' ')
        .trim()
    : html.trim();
