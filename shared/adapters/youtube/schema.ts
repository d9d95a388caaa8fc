import * as z from 'zod';
import { text, usable } from '../lenient.ts';

/**
 * The YouTube Data API's own shapes. Counts come as strings and each of them may be missing: hidden subscribers, hidden likes,
 * closed comments. Missing is unknown, never zero.
 */

const count = z
  .union([
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    z.int().nonnegative(),
  ])
  .optional()
  .catch(undefined);
/** "2012-09-15T10:00:00Z", in places with microseconds. */
const time = z.iso
  .datetime({ offset: true })
  .transform(at => new Date(at).toISOString())
  .optional()
  .catch(undefined);

/** An unknown channel has no `items` at all. */
const items = <T extends z.ZodType>(item: T) => z.array(z.unknown()).default([]).transform(usable(item));

const thumbnails = z
  .record(z.string(), z.object({ url: text }))
  .optional()
  .catch(undefined);

const channel = z.object({
  id: z.string().min(1),
  snippet: z
    .object({ title: text, description: text, customUrl: text, country: text, defaultLanguage: text, thumbnails })
    .optional(),
  contentDetails: z
    .object({ relatedPlaylists: z.object({ uploads: text }).optional() })
    .optional()
    .catch(undefined),
  statistics: z
    .object({
      viewCount: count,
      subscriberCount: count,
      hiddenSubscriberCount: z.boolean().optional().catch(undefined),
      videoCount: count,
    })
    .optional()
    .catch(undefined),
});
export type YoutubeChannel = z.output<typeof channel>;

const playlistItem = z.object({
  contentDetails: z.object({ videoId: z.string().min(1), videoPublishedAt: time }),
});

const video = z.object({
  id: z.string().min(1),
  snippet: z
    .object({
      title: text,
      description: text,
      channelId: text,
      publishedAt: time,
      defaultLanguage: text,
      defaultAudioLanguage: text,
    })
    .optional(),
  statistics: z.object({ viewCount: count, likeCount: count, commentCount: count }).optional().catch(undefined),
});
export type YoutubeVideo = z.output<typeof video>;

const commentThread = z.object({
  snippet: z.object({
    topLevelComment: z.object({
      snippet: z.object({
        // Plain where the call asks for it; `textOriginal` is shown to the author alone.
        textDisplay: z.string(),
        authorChannelId: z.object({ value: text }).optional().catch(undefined),
        authorDisplayName: text,
      }),
    }),
  }),
});

const page = { nextPageToken: text };
export const channelList = z.object({ items: items(channel), ...page });
export const playlistItemList = z.object({ items: items(playlistItem), ...page });
export const commentThreadList = z.object({ items: items(commentThread), ...page });
export const videoList = z.object({ items: items(video), ...page });
/** Any list answer of the API. */
export const anyList = z.object({ kind: z.string(), items: z.array(z.unknown()).default([]), ...page });

export const youtubeError = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().default(''),
    status: text,
    errors: z
      .array(z.object({ reason: text }))
      .default([])
      .catch([]),
    details: z
      .array(z.looseObject({ reason: text }))
      .default([])
      .catch([]),
  }),
});
export type YoutubeError = z.output<typeof youtubeError>['error'];
