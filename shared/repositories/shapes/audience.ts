import * as z from 'zod';
import type { FollowerHistory, ListedFollowers } from '#shared/ports/audiences.ts';
import { followerKinds, followerSnapshot } from './candidate.ts';
import { shape } from './shape.ts';
import { number, optional, profile, text } from './values.ts';

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

/** Apart from the history, which every campaign reads for everybody: this is a hundred times as large. */
export const listedFollowersShape = shape<ListedFollowers>(
  'listed-followers',
  1,
  z.object({ influencerId: text, profile, at: text, sketch: z.object({ followers: number, hashes: text }) }),
);
