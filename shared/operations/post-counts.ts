import type { Post } from '#shared/domain/influencer.ts';
import type { PostCounts } from '#shared/ports/tracking.ts';

/** A post's counts as of now; what the platform hides stays unknown. */
export const postCounts = (url: string, { likes, comments, views }: Post, at: string): PostCounts => ({
  url,
  at,
  ...(likes !== undefined && { likes }),
  ...(comments !== undefined && { comments }),
  ...(views !== undefined && { views }),
});
