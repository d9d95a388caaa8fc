import { parseFeed } from '#shared/adapters/blog/feed.ts';
import { decodeDocument } from '#shared/adapters/http/charset.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

/** A line of `feeds/index.jsonl` together with the file's bytes. */
export interface FeedFileRow {
  readonly file: string;
  readonly source: string;
  readonly format: string;
  readonly title?: string;
  readonly items?: number;
  readonly items_without_title?: number;
  readonly parse?: string;
  readonly bytes: Uint8Array;
}

const formats: Readonly<Record<string, string>> = {
  rss: 'RSS 2.0',
  atom: 'Atom',
  rdf: 'RSS 1.0 (RDF)',
  json: 'JSON Feed',
};

/** Whole feeds of real sites: format, title, number of items, and of items without a title. */
export const score: CorpusScorer = rows =>
  scoreRows((rows as FeedFileRow[]).map(toRow), ({ input }) => {
    const feed = parseFeed(decodeDocument(input.bytes));
    if (input.parse === 'fails') return feed ? 'read although it is broken' : undefined;
    if (!feed) return 'not read as a feed';
    if (formats[feed.format] !== input.format) return `${feed.format} instead of ${input.format}`;
    const title = feed.title?.replace(/\s+/g, ' ').trim();
    if (title !== input.title) return `title ${title} instead of ${input.title}`;
    if (feed.items.length !== input.items) return `${feed.items.length} items instead of ${input.items}`;
    const untitled = feed.items.filter(item => !item.title?.trim()).length;
    return untitled === input.items_without_title
      ? undefined
      : `${untitled} items without title instead of ${input.items_without_title}`;
  });

const toRow = (row: FeedFileRow): CorpusRow & { readonly input: FeedFileRow } => ({
  id: row.file,
  source: row.source,
  input: row,
});
