import type { Platform } from '../influencer.ts';
import { ratio } from '../statistics.ts';
import type { Sign } from '../thread.ts';

/** Who follows an account, as keyed hashes: enough to intersect, not enough to read. */
export type Audience = ReadonlySet<string>;

/**
 * The keyed hash that stands for a follower. 96 bits: among ten million handles two share one with a chance of one in 10^15, so that an
 * intersection of hashes is the intersection of handles. Without the key nobody can try handles out.
 */
export const followerHash = (platform: Platform, handle: string, sign: Sign): string =>
  Buffer.from(sign(`follower:${platform}:${handle}`))
    .subarray(0, 12)
    .toString('base64url');

export interface AudienceOverlap {
  readonly formula: 'audience-overlap.v1';
  readonly common: number;
  readonly sizes: readonly [a: number, b: number];
  /** Common followers as a share of the smaller audience (infludata's convention); null where one is empty. */
  readonly ofSmaller: number | null;
}

/** `audience-overlap.v1`: the exact number of common followers of two accounts (InstaMutual, MutualFriends). */
export function audienceOverlap(a: Audience, b: Audience): AudienceOverlap {
  const common = a.intersection(b).size;
  return {
    formula: 'audience-overlap.v1',
    common,
    sizes: [a.size, b.size],
    ofSmaller: ratio(common, Math.min(a.size, b.size)),
  };
}

export interface NamedAudience {
  readonly name: string;
  readonly audience: Audience;
}

export interface CombinedReach {
  readonly formula: 'combined-reach.v1';
  /** All lists added up: somebody who follows two counts twice. */
  readonly total: number;
  /** Different people. */
  readonly distinct: number;
  /** Of how many of the lists one of them is a member on average (Primetag's expected frequency). */
  readonly frequency: number | null;
  /** Who is on every list. */
  readonly inAll: number;
  readonly members: readonly {
    readonly name: string;
    readonly size: number;
    /** Who follows only this one. */
    readonly exclusive: number;
    readonly exclusiveShare: number | null;
  }[];
  readonly pairs: readonly ({ readonly a: string; readonly b: string } & AudienceOverlap)[];
}

/** `combined-reach.v1`: whom a set of accounts reaches together (Influencity, Primetag). */
export function combinedReach(lists: readonly NamedAudience[]): CombinedReach {
  const memberships = new Map<string, number>();
  for (const { audience } of lists) for (const one of audience) memberships.set(one, (memberships.get(one) ?? 0) + 1);
  const total = lists.reduce((sum, { audience }) => sum + audience.size, 0);
  const inAll = [...memberships.values()].filter(times => times === lists.length).length;
  return {
    formula: 'combined-reach.v1',
    total,
    distinct: memberships.size,
    frequency: ratio(total, memberships.size),
    inAll,
    members: lists.map(({ name, audience }) => {
      const exclusive = [...audience].filter(one => memberships.get(one) === 1).length;
      return { name, size: audience.size, exclusive, exclusiveShare: ratio(exclusive, audience.size) };
    }),
    pairs: lists.flatMap((a, index) =>
      lists.slice(index + 1).map(b => ({ a: a.name, b: b.name, ...audienceOverlap(a.audience, b.audience) })),
    ),
  };
}

export interface AudienceGrowth {
  readonly formula: 'audience-growth.v1';
  readonly before: number;
  readonly after: number;
  readonly gained: number;
  readonly lost: number;
  /** (now - start) / start, or null from nothing. */
  readonly growth: number | null;
}

/** `audience-growth.v1`: who came and who left between two snapshots. Of common followers: give it two intersections. */
export function audienceGrowth(before: Audience, after: Audience): AudienceGrowth {
  return {
    formula: 'audience-growth.v1',
    before: before.size,
    after: after.size,
    gained: after.difference(before).size,
    lost: before.difference(after).size,
    growth: ratio(after.size - before.size, before.size),
  };
}
