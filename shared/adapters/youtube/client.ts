import type * as z from 'zod';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import { askJson } from '../http/json-api.ts';
import { metered, unmetered } from '../metered.ts';
import type { NoAnswer } from '../no-answer.ts';
import { meaningOf } from './errors.ts';
import { channelList, commentThreadList, playlistItemList, videoList, youtubeError } from './schema.ts';

export interface YoutubeConfig {
  readonly fetch: typeof globalThis.fetch;
  /** https://www.googleapis.com/youtube/v3 */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** What may still be asked; without one, Google's own word is the only limit. */
  readonly allowance?: Allowance;
}

type Got<T> = { readonly kind: 'found'; readonly value: T } | NoAnswer;

/** `videos.list` and `playlistItems.list` take and give at most this many. */
export const pageSize = 50;

/** `commentThreads.list` gives at most this many. */
const commentsPageSize = 100;

/**
 * The four calls we use, one quota unit each. `search.list` is not among them: its bucket of 100 a day is gone by noon, and
 * handles resolve without it.
 */
export function youtubeClient({ fetch, baseUrl, apiKey, allowance = unmetered() }: YoutubeConfig) {
  const ask = <T extends z.ZodType>(path: string, query: Record<string, string>, schema: T, at: Date) =>
    metered(allowance, 1, at, () => call(path, query, schema, at));

  async function call<T extends z.ZodType>(
    path: string,
    query: Record<string, string>,
    schema: T,
    at: Date,
  ): Promise<Got<z.output<T>>> {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    // In a header and not in the query: URLs are logged.
    const answer = await askJson(fetch, url, { headers: { 'x-goog-api-key': apiKey } });
    if (answer.kind === 'unreachable')
      return { kind: 'broken', because: `YouTube can not be reached: ${answer.because}` };
    const failed = youtubeError.safeParse(answer.body);
    if (failed.success) return meaningOf(failed.data.error, at);
    const found = answer.status < 400 ? schema.safeParse(answer.body) : undefined;
    if (found?.success) return { kind: 'found', value: found.data };
    return { kind: 'broken', because: `YouTube answered ${answer.status} with a body that makes no sense` };
  }

  const channelParts = { part: 'snippet,statistics,contentDetails' };
  return {
    channel: (by: { id: string } | { forHandle: string } | { forUsername: string }, at: Date) =>
      ask('channels', { ...channelParts, ...by }, channelList, at),
    /** Newest first. */
    uploads: (playlistId: string, maxResults: number, at: Date, pageToken?: string) =>
      ask(
        'playlistItems',
        {
          part: 'contentDetails',
          playlistId,
          maxResults: String(Math.min(maxResults, pageSize)),
          ...(pageToken && { pageToken }),
        },
        playlistItemList,
        at,
      ),
    /** The newest comments under all videos of a channel, without the answers to them. */
    comments: (channelId: string, at: Date) =>
      ask(
        'commentThreads',
        {
          part: 'snippet',
          allThreadsRelatedToChannelId: channelId,
          order: 'time',
          textFormat: 'plainText',
          maxResults: String(commentsPageSize),
        },
        commentThreadList,
        at,
      ),
    /** Deleted and private ones are left out without a word. */
    videos: (ids: readonly string[], at: Date) =>
      ask(
        'videos',
        { part: 'snippet,statistics', id: ids.slice(0, pageSize).join(','), maxResults: String(pageSize) },
        videoList,
        at,
      ),
  };
}

export type YoutubeClient = ReturnType<typeof youtubeClient>;
