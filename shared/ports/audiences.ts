import type { AccountKind } from '../domain/audience/classify-account.ts';
import type { FollowerSketch } from '../domain/audience/follower-sketch.ts';
import type { FollowerSnapshot } from '../domain/audience/growth.ts';
import type { ProfileRef } from '../domain/influencer.ts';

/** How many followed one profile over time. */
export interface FollowerHistory {
  readonly influencerId: string;
  readonly profile: ProfileRef;
  /** Oldest first, bounded. */
  readonly snapshots: readonly FollowerSnapshot[];
  /** What kinds of accounts the newest list of followers held. */
  readonly listed?: { readonly at: string; readonly kinds: Readonly<Record<AccountKind, number>> };
}

/** Who was on the newest list of a profile's followers. */
export interface ListedFollowers {
  readonly influencerId: string;
  readonly profile: ProfileRef;
  readonly at: string;
  readonly sketch: FollowerSketch;
}

/** What is kept of the audiences of an influencer, in whatever campaign it was seen. */
export interface FollowerHistoryStore {
  /** Those that are known; of a profile that was never seen, nothing. */
  ofMany(wanted: readonly Pick<FollowerHistory, 'influencerId' | 'profile'>[]): Promise<FollowerHistory[]>;
  /** Each takes the place of what was kept. Two looks at the same moment may lose one, which the next look makes good. */
  putAll(histories: readonly FollowerHistory[]): Promise<void>;
  /** Of those of whom a list was sent; up to 80 KB each. */
  listedOf(wanted: readonly Pick<ListedFollowers, 'influencerId' | 'profile'>[]): Promise<ListedFollowers[]>;
  putListed(listed: ListedFollowers): Promise<void>;
}
