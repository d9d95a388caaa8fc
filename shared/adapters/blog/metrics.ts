import { languageCode } from '#shared/domain/import/places.ts';
import { profileUrl, siteRef } from '#shared/domain/import/profile.ts';
import type { Post, ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';
import { type SafeFetchConfig, safeFetch } from '../http/safe-fetch.ts';
import type { NoAnswer } from '../no-answer.ts';
import { readText, shownText } from '../post-text.ts';
import { type Feed, type FeedItem, parseFeed } from './feed.ts';
import { definesEntities } from './markup.ts';
import { htmlToText, type Page, readPage } from './page.ts';
import { type Site, visit } from './site.ts';

const id = 'feed';
const html = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5';
const anyFeed = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';

/** Where feeds are when a page does not say: WordPress, Substack and Ghost, Jekyll and Hugo, Blogger. */
const usualPlaces = ['feed', 'rss', 'feed.xml', 'atom.xml', 'rss.xml', 'index.xml', 'feeds/posts/default?alt=rss'];
/** Pages looked at for an address, beside the home page. */
const contactPages = 2;
const defaultPosts = 25;
const mostTopics = 10;

/** Blogs, by their home page and feed. Comments are the one count that a feed carries; followers are unknown. */
export function blogMetrics(config: SafeFetchConfig & { readonly posts?: number }): ProfileMetricsSource {
  const fetch = safeFetch(config);
  const wanted = config.posts ?? defaultPosts;
  return {
    id,
    platform: 'blog',
    async metrics(ref, { at, feedUrl }) {
      const site = visit(fetch, config.userAgent, at);
      const home = await readHome(site, ref);
      if (home.kind !== 'found' && feedUrl === undefined) return home;
      const page = home.kind === 'found' ? home.page : undefined;
      const feed = home.kind === 'found' && home.feed ? home.feed : await findFeed(site, page, feedUrl);
      const isRead = 'feed' in feed;
      if (!isRead && home.kind !== 'found') return home;
      const email = page && (await findAddress(site, page));
      const metrics = toMetrics(ref, page, isRead ? feed : undefined, email, at, wanted);
      return { kind: 'found', metrics, ...(!isRead && feed.gaps.length > 0 && { gaps: feed.gaps }) };
    },
    async findPost(ref, url, { at, feedUrl }) {
      if (!isOn(ref, url)) return { kind: 'missing', because: `${url} is not on ${ref.handle}` };
      const site = visit(fetch, config.userAgent, at);
      const document = await site.read(url, html);
      if (document.kind !== 'found') return document;
      const page = readPage(document.text, document.url);
      const feed = await findFeed(site, page, feedUrl);
      const entry =
        'feed' in feed
          ? feed.feed.items.find(
              item => sameAddress(absoluteLink(item, feed), url) || sameAddress(absoluteLink(item, feed), page.url),
            )
          : undefined;
      const text = readText(`${page.title ?? ''}\n${page.text}`);
      const post: Post = {
        id: entry?.id ?? page.url,
        url: page.url,
        // A page without a date was there when we looked, and that is all we know.
        at: entry?.publishedAt ?? page.publishedAt ?? at.toISOString(),
        kind: 'article',
        text: shownText(text),
        ...(entry?.comments !== undefined && { comments: entry.comments }),
      };
      return { kind: 'found', post, text, links: page.links };
    },
  };
}

interface FoundFeed {
  readonly url: string;
  readonly feed: Feed;
}

/** Over https, or http where a site has no https. A profile may also be the address of a feed itself. */
async function readHome(
  site: Site,
  ref: ProfileRef,
): Promise<{ readonly kind: 'found'; readonly page: Page; readonly feed?: FoundFeed } | NoAnswer> {
  let address = profileUrl(ref);
  let document = await site.read(address, html);
  if (document.kind === 'broken') {
    address = address.replace(/^https:/, 'http:');
    document = await site.read(address, html);
  }
  // Canonical handles have no trailing slash, and some servers insist on one.
  if (document.kind === 'missing' && ref.handle.includes('/')) {
    const other = await site.read(`${address}/`, html);
    if (other.kind === 'found') document = other;
  }
  if (document.kind !== 'found') return document;
  const feed = document.doubt === undefined ? parseFeed(document.text) : undefined;
  if (!feed) return { kind: 'found', page: readPage(document.text, document.url) };
  return { kind: 'found', page: readPage('', document.url), feed: { url: document.url, feed } };
}

/** Why none of the feeds could be read. */
interface NoFeed {
  readonly gaps: readonly string[];
}

/** The given feed, then those that the page names, then the usual places; the first that can be read and has posts. */
async function findFeed(site: Site, page: Page | undefined, given: string | undefined): Promise<FoundFeed | NoFeed> {
  const named = [...(given ? [given] : []), ...(page?.feeds.slice(0, 3) ?? [])];
  const root = page && new URL(page.url.replace(/[?#].*$/, '').replace(/\/?$/, '/'));
  const probes = root ? usualPlaces.map(place => new URL(place, root).href) : [];
  const gaps: string[] = [];
  let empty: FoundFeed | undefined;
  for (const url of new Set([...named, ...(named.length > 0 ? [] : probes)])) {
    const found = await readFeed(site, url);
    if ('feed' in found && found.feed.items.length > 0) return found;
    if ('feed' in found) empty ??= found;
    // Nobody said that there is one at the usual places.
    else if (named.length > 0) gaps.push(found.because);
  }
  return empty ?? { gaps };
}

async function readFeed(site: Site, url: string): Promise<FoundFeed | { readonly because: string }> {
  const document = await site.read(url, anyFeed);
  if (document.kind !== 'found') return { because: `its feed can not be read: ${document.because}` };
  if (document.doubt !== undefined) return { because: `its feed ${url} can not be trusted: ${document.doubt}` };
  if (definesEntities(document.text)) return { because: `its feed ${url} defines entities, which no feed needs` };
  const feed = parseFeed(document.text);
  return feed ? { url: document.url, feed } : { because: `${url} is no feed` };
}

async function findAddress(site: Site, page: Page): Promise<string | undefined> {
  if (page.addresses[0]) return page.addresses[0];
  for (const url of page.contactPages.slice(0, contactPages)) {
    const document = await site.read(url, html);
    const address = document.kind === 'found' ? readPage(document.text, document.url).addresses[0] : undefined;
    if (address) return address;
  }
  return undefined;
}

function toMetrics(
  ref: ProfileRef,
  page: Page | undefined,
  found: FoundFeed | undefined,
  publishedEmail: string | undefined,
  at: Date,
  wanted: number,
): ProfileMetrics {
  const name = found?.feed.title?.trim() || page?.siteName || page?.title;
  const bio = page?.description ?? found?.feed.description?.trim();
  const topics = topicsIn(found?.feed.items ?? []);
  const language = languageCode(found?.feed.language ?? '') ?? page?.language;
  return {
    profile: ref,
    observedAt: at.toISOString(),
    source: id,
    website: page?.url ?? profileUrl(ref),
    ...(name && { name: shownText(htmlToText(name)) }),
    ...(bio && { bio: shownText(htmlToText(bio)) }),
    ...(language && { language }),
    ...(page?.pictureUrl && { pictureUrl: page.pictureUrl }),
    ...(publishedEmail && { publishedEmail }),
    posts: found ? postsOf(found, wanted) : [],
    ...(topics.length > 0 && { topics }),
  };
}

/** Topics that a feed files its entries under, most frequent first; "Uncategorized" is WordPress's word for none. */
function topicsIn(items: readonly FeedItem[]): string[] {
  const counts = Map.groupBy(
    items.flatMap(({ topics = [] }) => topics),
    topic => htmlToText(topic).toLowerCase(),
  );
  return [...counts]
    .filter(([topic]) => topic !== '' && topic !== 'uncategorized')
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, mostTopics)
    .map(([topic]) => topic);
}

/** Newest first; an entry without a date can not be placed and is left out. */
function postsOf(found: FoundFeed, wanted: number): Post[] {
  const dated = found.feed.items.flatMap(item =>
    item.publishedAt === undefined ? [] : [{ item, at: item.publishedAt }],
  );
  const newest = dated.sort((a, b) => b.at.localeCompare(a.at)).slice(0, wanted);
  return newest.flatMap(({ item, at }): Post[] => {
    const url = absoluteLink(item, found);
    const id = item.id ?? url;
    if (id === undefined) return [];
    const parts = [item.title, item.content?.slice(0, 5000)].flatMap(part => (part ? htmlToText(part) : []));
    return [
      {
        id,
        at,
        kind: 'article',
        text: shownText(parts.join('\n')),
        ...(url && { url }),
        ...(item.comments !== undefined && { comments: item.comments }),
      },
    ];
  });
}

function absoluteLink(item: FeedItem, { url, feed }: FoundFeed): string | undefined {
  const base = URL.parse(item.base ?? feed.link ?? '', url)?.href ?? url;
  const link = item.link === undefined ? null : URL.parse(item.link.trim(), base);
  return link?.protocol === 'http:' || link?.protocol === 'https:' ? link.href : undefined;
}

/** Whether an address belongs to this blog; "blog.example.com" is on "example.com", and so is any of its pages. */
function isOn(ref: ProfileRef, url: string): boolean {
  const target = siteRef(/^https?:\/\//i.test(url) ? url : `https://${url}`)?.handle;
  if (target === undefined) return false;
  const [host = '', ...path] = ref.handle.split('/');
  const [targetHost = '', ...targetPath] = target.split('/');
  const hostFits = targetHost === host || targetHost.endsWith(`.${host}`);
  return hostFits && path.every((segment, index) => segment === targetPath[index]);
}

const sameAddress = (a: string | undefined, b: string): boolean =>
  a !== undefined && siteRef(a)?.handle === siteRef(b)?.handle && queryOf(a) === queryOf(b);
/** "?p=123" names a post, "?utm_source=…" does not. */
const queryOf = (address: string): string =>
  [...(URL.parse(address)?.searchParams ?? [])]
    .filter(([name]) => !/^(?:utm_|fbclid|gclid|ref$|source$)/i.test(name))
    .map(pair => pair.join('='))
    .sort()
    .join('&');
