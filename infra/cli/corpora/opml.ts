import { readBlogroll } from '#shared/adapters/opml/read-blogroll.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

/** A line of `opml/index.jsonl` together with the file's bytes. */
export interface OpmlRow {
  readonly file: string;
  readonly source: string;
  readonly feeds: number;
  readonly distinct_feed_urls: number;
  readonly bytes: Uint8Array;
}

/** Whole blogrolls: number of feeds and of distinct feeds. */
export const score: CorpusScorer = rows =>
  scoreRows((rows as OpmlRow[]).map(toRow), async ({ input }) => {
    const feeds: string[] = [];
    for await (const reading of readBlogroll(input.bytes, input.file)) {
      if ('found' in reading && reading.found.feedUrl) feeds.push(reading.found.feedUrl);
    }
    if (feeds.length !== input.feeds) return `${feeds.length} feeds instead of ${input.feeds}`;
    const distinct = new Set(feeds).size;
    return distinct === input.distinct_feed_urls
      ? undefined
      : `${distinct} distinct feeds instead of ${input.distinct_feed_urls}`;
  });

const toRow = (row: OpmlRow): CorpusRow & { readonly input: OpmlRow } => ({
  id: row.file,
  source: row.source,
  input: row,
});
