import type * as z from 'zod';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import { askJson, type JsonRequest } from '../http/json-api.ts';
import { retryAfter } from '../http/retry-after.ts';
import { metered, unmetered } from '../metered.ts';
import type { NoAnswer } from '../no-answer.ts';
import { verdictOn } from './errors.ts';
import { outcome, userInfo, videoPage } from './schema.ts';

export interface TiktokClientConfig {
  readonly fetch: typeof globalThis.fetch;
  /** https://open.tiktokapis.com */
  readonly baseUrl: string;
  readonly allowance?: Allowance;
}

type Got<T> = { readonly kind: 'found'; readonly value: T } | NoAnswer;

/** `video.list` and `video.query` take and give at most this many. */
export const pageSize = 20;
/** TikTok's limit slides over a minute. */
const pauseMs = 60_000;

const userFields =
  'open_id,username,display_name,bio_description,avatar_url,follower_count,following_count,likes_count,video_count';
const videoFields = 'id,create_time,title,video_description,share_url,view_count,like_count,comment_count,share_count';

/** The three calls we use, each on behalf of the influencer whose access token it carries. */
export function tiktokClient({ fetch, baseUrl, allowance = unmetered() }: TiktokClientConfig) {
  async function call<T extends z.ZodType>(
    path: string,
    fields: string,
    request: JsonRequest,
    { schema, accessToken, at }: { readonly schema: T; readonly accessToken: string; readonly at: Date },
  ): Promise<Got<z.output<T>>> {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/v2/${path}/`);
    // In the query, also where the rest is posted.
    url.searchParams.set('fields', fields);
    const answer = await askJson(fetch, url, { ...request, headers: { authorization: `Bearer ${accessToken}` } });
    if (answer.kind === 'unreachable')
      return { kind: 'broken', because: `TikTok can not be reached: ${answer.because}` };
    const { code, message = '' } = outcome.safeParse(answer.body).data?.error ?? {};
    const verdict = verdictOn(code, message, answer.status);
    if (verdict?.kind === 'throttled')
      return { ...verdict, kind: 'throttled', retryAt: retryAfter(answer.headers, at, pauseMs) };
    if (verdict) return { ...verdict, kind: verdict.kind };
    const found = schema.safeParse(answer.body);
    if (found.success) return { kind: 'found', value: found.data };
    return { kind: 'broken', because: `TikTok answered ${answer.status} with a body that makes no sense` };
  }

  const post = (body: unknown): JsonRequest => ({ method: 'POST', body });
  return {
    user: (accessToken: string, at: Date) =>
      metered(allowance, 1, at, () => call('user/info', userFields, {}, { schema: userInfo, accessToken, at })),
    /** Newest first; `cursor` is what the page before answered. */
    videos: (accessToken: string, at: Date, cursor?: number) =>
      metered(allowance, 1, at, () =>
        call('video/list', videoFields, post({ max_count: pageSize, ...(cursor !== undefined && { cursor }) }), {
          schema: videoPage,
          accessToken,
          at,
        }),
      ),
    /** Those of these videos that are theirs. */
    query: (accessToken: string, ids: readonly string[], at: Date) =>
      metered(allowance, 1, at, () =>
        call('video/query', videoFields, post({ filters: { video_ids: ids.slice(0, pageSize) } }), {
          schema: videoPage,
          accessToken,
          at,
        }),
      ),
  };
}

export type TiktokClient = ReturnType<typeof tiktokClient>;
