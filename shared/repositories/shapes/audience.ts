import * as z from 'zod';
import type { FollowerHistory } from '#shared/ports/audiences.ts';
import { followerKinds, followerSnapshot } from './candidate.ts';
import { shape } from './shape.ts';
import { optional, profile, text } from './values.ts';

export const followerHistoryShape = shape<FollowerHistory>(
  'follower-history',
  1,
  z.object({
    influencerId: text,
    profile,
    snapshots: z.array(followerSnapshot),
    listed: optional(z.object({ at: text, kinds: followerKinds })),
  }),
);
