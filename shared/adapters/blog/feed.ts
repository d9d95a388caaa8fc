import { parseFeed as parseAnyFeed } from 'feedsmith';
import { feedDate } from './feed-date.ts';
import { definesEntities, markup } from './markup.ts';
import { mended } from './mend.ts';

/** RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed: one shape. Links are as written and may be relative. */
export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  /** What a relative link starts from, where the feed says so (xml:base); it may be relative itself. */
  readonly base?: string;
  /** ISO 8601; the date of the last change where none of publication is given. */
  readonly publishedAt?: string;
  readonly author?: string;
  /** HTML or text, the longest the feed has. */
  readonly content?: string;
  /** slash:comments of WordPress, thr:total of Blogger: the one engagement number a feed carries. */
  readonly comments?: number;
  readonly topics?: readonly string[];
}

type Parsed = ReturnType<typeof parseAnyFeed<string>>;
type Of<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];

/** The feed in a text, or undefined where it is none: a page, a truncated file, something with entity definitions. */
export function parseFeed(text: string): Feed | undefined {
  if (definesEntities(text)) return undefined;
  try {
    const feed = fromAny(parseAnyFeed(mended(text.trimStart())));
    return feed.format === 'json' ? feed : withSilentItems(feed, text);
  } catch {
    const feed = emptyFeed(text);
    return feed && withSilentItems(feed, text);
  }
}

function fromAny(parsed: Parsed): Feed {
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

/** Items with nothing in them that the reader knows are items all the same, as many as there are elements. */
function withSilentItems(feed: Feed, text: string): Feed {
  const elements = markup(text).match(feed.format === 'atom' ? /<entry[\s>/]/g : /<item[\s>/]/g);
  const silent = Math.max(0, (elements?.length ?? 0) - feed.items.length);
  return silent === 0 ? feed : { ...feed, items: [...feed.items, ...Array.from({ length: silent }, () => ({}))] };
}

/** A feed whose members are all unknown to the reader is a feed nevertheless, with nothing to read in it. */
function emptyFeed(text: string): Feed | undefined {
  const head = markup(text.slice(0, 10_000));
  const root = /<(rss|feed|rdf:RDF)\b[^>]*>[\s\S]*<\/\1>\s*$/.exec(head)?.[1];
  const format = root === undefined ? undefined : ({ rss: 'rss', feed: 'atom', 'rdf:RDF': 'rdf' } as const)[root];
  return format && { format, items: [] };
}

function fromRss(feed: Of<'rss'>): Feed {
  const items = feed.items ?? [];
  return compact({
    format: 'rss' as const,
    title: feed.title ?? feed.dc?.titles?.[0],
    link: feed.link ?? alternate(feed.atom?.links),
    description: feed.description,
    language: feed.language ?? feed.dc?.languages?.[0],
    items: items.map(item => {
      // A guid is the item's address unless it says otherwise; some feeds have no other.
      const permalink =
        item.guid?.isPermaLink !== false && /^https?:\/\//i.test(item.guid?.value ?? '') ? item.guid?.value : undefined;
      return compact({
        id: item.guid?.value,
        title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
        link: item.link ?? alternate(item.atom?.links) ?? permalink,
        base: baseOf(feed.xml?.base, item.xml?.base),
        publishedAt: firstDate(
          item.pubDate,
          item.dc?.dates?.[0],
          ...termDates(item),
          item.atom?.published,
          item.atom?.updated,
        ),
        author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name ?? item.atom?.authors?.[0]?.name,
        content: longest(
          item.content?.encoded,
          item.description,
          textOf(item.atom?.content),
          textOf(item.atom?.summary),
        ),
        comments: item.slash?.comments ?? item.thr?.total,
        topics: topicsOf(item.categories?.map(({ name }) => name)),
      });
    }),
  });
}

function fromAtom(feed: Of<'atom'>): Feed {
  const entries = feed.entries ?? [];
  return compact({
    format: 'atom' as const,
    title: textOf(feed.title),
    link: alternate(feed.links),
    description: textOf(feed.subtitle),
    language: feed.xml?.lang,
    items: entries.map(entry =>
      compact({
        id: entry.id,
        title: textOf(entry.title),
        link: alternate(entry.links),
        base: baseOf(feed.xml?.base, entry.xml?.base),
        publishedAt: firstDate(entry.published, entry.updated),
        author: entry.authors?.[0]?.name,
        content: longest(textOf(entry.content), textOf(entry.summary)),
        comments: entry.thr?.total ?? entry.links?.find(({ rel }) => rel === 'replies')?.thr?.count,
        topics: topicsOf(entry.categories?.map(({ label, term }) => label ?? term)),
      }),
    ),
  });
}

function fromRdf(feed: Of<'rdf'>): Feed {
  const items = feed.items ?? [];
  return compact({
    format: 'rdf' as const,
    title: feed.title ?? feed.dc?.titles?.[0],
    link: feed.link,
    description: feed.description,
    language: feed.dc?.languages?.[0],
    items: items.map(item =>
      compact({
        id: item.rdf?.about ?? item.link,
        title: item.title ?? item.dc?.titles?.[0],
        link: item.link,
        base: feed.xml?.base,
        publishedAt: firstDate(item.dc?.dates?.[0], ...termDates(item)),
        author: item.dc?.creators?.[0],
        content: longest(item.content?.encoded, item.description),
        comments: item.slash?.comments,
        topics: topicsOf(item.dc?.subjects),
      }),
    ),
  });
}

function fromJson(feed: Of<'json'>): Feed {
  const items = feed.items ?? [];
  return compact({
    format: 'json' as const,
    title: feed.title,
    link: feed.home_page_url,
    description: feed.description,
    language: feed.language,
    items: items.map(item =>
      compact({
        id: item.id,
        title: item.title,
        link: item.url ?? item.external_url,
        publishedAt: firstDate(item.date_published, item.date_modified),
        author: item.authors?.[0]?.name,
        content: longest(item.content_html, item.content_text, item.summary),
        topics: topicsOf(item.tags),
      }),
    ),
  });
}

type Link = { readonly href?: string | undefined; readonly rel?: string | undefined };
const alternate = (links: readonly Link[] | undefined): string | undefined =>
  (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? undefined)?.href;

/** The xml:base of an item: its own, against the feed's. */
const baseOf = (feed: string | undefined, item: string | undefined): string | undefined =>
  item === undefined ? feed : (URL.parse(item, feed)?.href ?? item);

type Terms = { readonly issued?: string[]; readonly created?: string[]; readonly modified?: string[] };
const termDates = ({ dcterms }: { readonly dcterms?: Terms }): (string | undefined)[] => [
  dcterms?.issued?.[0],
  dcterms?.created?.[0],
  dcterms?.modified?.[0],
];

const textOf = (text: string | { readonly value?: string | undefined } | undefined): string | undefined =>
  typeof text === 'string' ? text : text?.value;

/** What an entry is filed under; at most twenty short names. */
function topicsOf(names: readonly (string | undefined)[] | undefined): string[] | undefined {
  const tidy = (names ?? []).flatMap(name => name?.replace(/\s+/g, ' ').trim().slice(0, 60) || []);
  return tidy.length > 0 ? [...new Set(tidy)].slice(0, 20) : undefined;
}

const firstDate = (...dates: readonly (string | undefined)[]): string | undefined =>
  dates.flatMap(date => feedDate(date) ?? [])[0];

const longest = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter(text => text !== undefined).sort((a, b) => b.length - a.length)[0];

type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Members that are missing are absent and not undefined. */
const compact = <T extends object>(record: T): Compact<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Compact<T>;
