import { DateTime } from 'luxon';
import { later } from './time.ts';

/** Services that count what we ask of them. */
export const meteredServices = ['instagram', 'youtube', 'tiktok', 'hypeauditor', 'modash'] as const;
export type MeteredService = (typeof meteredServices)[number];

/** How much one credential may ask of a service. */
export interface RateLimit {
  readonly units: number;
  /** What is counted, in words for a person. */
  readonly unit: string;
  readonly per: 'rolling-minute' | 'rolling-hour' | 'pacific-day' | 'month';
}

/**
 * What the services allow unless the operator knows better (a larger quota, another plan).
 * - Instagram: 200 calls an hour for each daily user of the app (Graph API, rate limiting); a server has one.
 * - YouTube: 10,000 units a day for each project, back at midnight Pacific time (determine_quota_cost).
 * - TikTok: 600 requests a minute for each endpoint (tiktok-api-v2-rate-limit); all of ours together stay below one endpoint's.
 * - HypeAuditor, Modash: whatever the plan says, a report is one credit; 100 are what nobody is sorry for.
 */
export const rateLimits: Readonly<Record<MeteredService, RateLimit>> = {
  instagram: { units: 200, unit: 'calls', per: 'rolling-hour' },
  youtube: { units: 10_000, unit: 'quota units', per: 'pacific-day' },
  tiktok: { units: 600, unit: 'calls', per: 'rolling-minute' },
  hypeauditor: { units: 100, unit: 'credits', per: 'month' },
  modash: { units: 100, unit: 'credits', per: 'month' },
};

/** A stretch of time in which `units` may be used. */
export interface RateWindow {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly units: number;
}

/**
 * A rolling limit is kept in six slices that may each use a seventh: any stretch as long as the period touches at most seven of them,
 * so the limit holds wherever the service starts to count. One counter is enough for that, at the price of a seventh.
 */
const slices = 6;
const periodMs = { 'rolling-minute': 60_000, 'rolling-hour': 3_600_000 } as const;

/** The window that an instant lies in. `share` below 1 leaves the rest to others. */
export function windowOf({ units, per }: RateLimit, at: string, share = 1): RateWindow {
  const whole = (count: number) => Math.max(1, Math.floor(count * share));
  if (per === 'pacific-day' || per === 'month') {
    const zone = per === 'month' ? 'utc' : 'America/Los_Angeles';
    const startsAt = DateTime.fromISO(at, { zone }).startOf(per === 'month' ? 'month' : 'day');
    const endsAt = startsAt.plus(per === 'month' ? { months: 1 } : { days: 1 });
    return { startsAt: iso(startsAt.toMillis()), endsAt: iso(endsAt.toMillis()), units: whole(units) };
  }
  const sliceMs = periodMs[per] / slices;
  const startsMs = Math.floor(Date.parse(at) / sliceMs) * sliceMs;
  return { startsAt: iso(startsMs), endsAt: iso(startsMs + sliceMs), units: whole(units / (slices + 1)) };
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** What is known of one credential's use. */
export interface RateUsage {
  /** Start of the newest window that somebody used. */
  readonly window?: string;
  readonly taken: number;
  /** The service itself said that there is nothing left until then. */
  readonly closedUntil?: string;
  readonly closedBecause?: string;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly retryAt: string;
  readonly because: string;
}

/** Why nothing can be taken now, and when it is worth asking again; undefined where something can. */
export function refusalOf(
  usage: RateUsage,
  limit: RateLimit,
  cost: number,
  at: string,
  share = 1,
): Refusal | undefined {
  const { closedUntil, window = '', taken } = usage;
  if (closedUntil !== undefined && closedUntil > at)
    return { kind: 'refused', retryAt: closedUntil, because: usage.closedBecause ?? 'the service asked us to wait' };
  // A step that is tried again comes with the time of its first try: others may have opened a newer window.
  const current = windowOf(limit, later(window || at, at), share);
  if (window < current.startsAt || taken <= roomFor(cost, current)) return undefined;
  return { kind: 'refused', retryAt: current.endsAt, because: `our share of its ${limit.unit} is used up` };
}

/** How much may have been taken before `cost` fits. What is larger than a whole window fits into an unused one. */
export const roomFor = (cost: number, { units }: RateWindow): number => Math.max(0, units - cost);
