import { type Feed, parseFeed } from '#shared/adapters/blog/feed.ts';
import { feedDate } from '#shared/adapters/blog/feed-date.ts';
import { decodeDocument } from '#shared/adapters/http/charset.ts';
import { readBlogroll } from '#shared/adapters/opml/read-blogroll.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface FeedRow extends CorpusRow {
  readonly input: { readonly xml?: string; readonly raw_b64?: string };
  readonly expect_form: string;
  readonly expected: Record<string, unknown>;
}

/** What the three libraries' models have in common. */
interface Expected {
  readonly title?: string;
  readonly items: readonly {
    readonly title?: string;
    readonly link?: string;
    readonly id?: string;
    readonly at?: string;
  }[];
}

/** Feeds and outlines: number of items, title, and per item title, link, id and instant, as far as the row states them. */
export const score: CorpusScorer = rows =>
  scoreRows(rows as FeedRow[], row => {
    const bytes =
      row.input.raw_b64 === undefined ? Buffer.from(row.input.xml ?? '') : Buffer.from(row.input.raw_b64, 'base64');
    return /\/opml\//.test(row.id)
      ? whyOutline(bytes, row)
      : whyFeed(parseFeed(decodeDocument(bytes)), expectedOf(row));
  });

function whyFeed(feed: Feed | undefined, expected: Expected): string | undefined {
  if (!feed) return 'not read as a feed';
  if (feed.items.length !== expected.items.length)
    return `${feed.items.length} items instead of ${expected.items.length}`;
  if (!same(feed.title, expected.title))
    return `title ${JSON.stringify(feed.title)} instead of ${JSON.stringify(expected.title)}`;
  for (const [index, wanted] of expected.items.entries()) {
    const item = feed.items[index];
    for (const field of ['title', 'link', 'id'] as const) {
      if (!same(item?.[field], wanted[field]))
        return `item ${index} ${field}: ${JSON.stringify(item?.[field])} instead of ${JSON.stringify(wanted[field])}`;
    }
    if (wanted.at !== undefined && item?.publishedAt !== wanted.at)
      return `item ${index} at ${item?.publishedAt} instead of ${wanted.at}`;
  }
  return undefined;
}

/** White space aside; U+FFFD in an expected text stands for a letter that the other library could not decode. */
function same(found: string | undefined, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted.trim() === '') return true;
  const [a, b] = [tidy(found ?? ''), tidy(wanted)];
  if (!b.includes('\ufffd')) return a === b;
  return new RegExp(
    `^${b
      .split(/\ufffd+/)
      .map(RegExp.escape)
      .join('[^]{1,3}')}$`,
    'u',
  ).test(a);
}
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Loose = Record<string, unknown>;
const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'value' in value
      ? text(value.value)
      : undefined;
const list = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);

function expectedOf({ expected, expect_form: form }: FeedRow): Expected {
  const feed = (form.startsWith('rss-parser') ? expected.feed : expected) as Loose;
  const title = text(feed.title);
  return {
    ...(title !== undefined && { title }),
    items: list(feed.items ?? feed.entries).map(item => {
      const link =
        text(item.link) ?? text(list(item.links).find(({ rel }) => rel === undefined || rel === 'alternate')?.href);
      const id = text(item.guid) ?? text(item.id);
      const at = dateOf(item);
      const itemTitle = text(item.title);
      return {
        ...(itemTitle !== undefined && { title: itemTitle }),
        ...(link !== undefined && { link }),
        ...(id !== undefined && { id }),
        ...(at !== undefined && { at }),
      };
    }),
  };
}

/** Publication before change, as our own model has it. */
const dateOf = (item: Loose): string | undefined =>
  [item.isoDate, item.publishedParsed, item.published, item.pubDate, item.updatedParsed, item.updated].flatMap(
    value => feedDate(text(value)) ?? [],
  )[0];

async function whyOutline(bytes: Uint8Array, { expected }: FeedRow): Promise<string | undefined> {
  const wanted = feedsOf(list((expected.body as Loose | undefined)?.outlines));
  const found: string[] = [];
  for await (const reading of readBlogroll(bytes, 'corpus.opml')) {
    if ('found' in reading && reading.found.feedUrl) found.push(reading.found.feedUrl);
  }
  return found.join(' ') === wanted.join(' ') ? undefined : `feeds ${found.join(' ')} instead of ${wanted.join(' ')}`;
}

const feedsOf = (outlines: readonly Loose[]): string[] =>
  outlines.flatMap(outline => [
    ...(text(outline.xmlUrl) ? [text(outline.xmlUrl) ?? ''] : []),
    ...feedsOf(list(outline.outlines)),
  ]);
