import * as z from 'zod';
import { count, text, url, usable } from '../lenient.ts';

/**
 * The Instagram Graph API's own shapes. Everything that Meta may leave out is optional: a missing `like_count` means the
 * owner hides likes, never zero. Unknown members are ignored.
 */

/** "2026-10-12T17:38:10+0000": zod and strict readers want a colon in the offset. */
const timestamp = z.string().transform((text, ctx) => {
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  ctx.issues.push({ code: 'custom', message: 'not a time', input: text });
  return z.NEVER;
});

const media = z.object({
  id: z.string().min(1),
  caption: text,
  like_count: count,
  comments_count: count,
  view_count: count,
  timestamp: timestamp.optional().catch(undefined),
  permalink: url,
  media_type: text,
  media_product_type: text,
});
export type InstagramMedia = z.output<typeof media>;

const paging = z
  .object({ cursors: z.object({ after: text }).optional() })
  .optional()
  .catch(undefined);

const mediaList = z.object({ data: z.array(z.unknown()).transform(usable(media)), paging });

export const businessDiscovery = z.object({
  business_discovery: z.object({
    id: text,
    username: text,
    name: text,
    biography: text,
    website: url,
    followers_count: count,
    follows_count: count,
    media_count: count,
    profile_picture_url: url,
    media: mediaList.optional().catch(undefined),
  }),
});
export type InstagramProfile = z.output<typeof businessDiscovery>['business_discovery'];

/** `{ data, paging }` of any edge. */
export const graphList = z.object({ data: z.array(z.unknown()), paging });

export const graphError = z.object({
  error: z.object({
    message: z.string().default(''),
    type: text,
    code: z.int(),
    error_subcode: z.int().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});
export type GraphError = z.output<typeof graphError>['error'];
