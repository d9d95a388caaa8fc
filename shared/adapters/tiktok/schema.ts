import * as z from 'zod';
import { count, text, url, usable } from '../lenient.ts';

/** The TikTok Display API v2's own shapes (developers.tiktok.com). Fields whose scope was not granted are left out. */

const user = z.object({
  open_id: z.string().min(1),
  username: text,
  display_name: text,
  bio_description: text,
  avatar_url: url,
  follower_count: count,
  following_count: count,
  video_count: count,
});
export type TiktokUser = z.output<typeof user>;

const video = z.object({
  id: z.union([z.string().min(1), z.int().transform(String)]),
  /** Seconds, while cursors are milliseconds. */
  create_time: z.int().positive(),
  title: text,
  video_description: text,
  share_url: url,
  view_count: count,
  like_count: count,
  comment_count: count,
});
export type TiktokVideo = z.output<typeof video>;

export const userInfo = z.object({ data: z.object({ user }) });
export const videoPage = z.object({
  data: z.object({
    videos: z.array(z.unknown()).default([]).transform(usable(video)),
    cursor: z.int().nonnegative().optional().catch(undefined),
    has_more: z.boolean().optional().catch(undefined),
  }),
});

/** Stands in every answer; success has the code "ok". */
export const outcome = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

export const tokenAnswer = z.object({
  open_id: z.string().min(1),
  scope: z.string().default(''),
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_expires_in: z.number().positive(),
});
export type TiktokTokens = z.output<typeof tokenAnswer>;

/** The OAuth endpoints have errors of another shape than the rest. */
export const oauthError = z.object({ error: z.string().min(1), error_description: z.string().default('') });
