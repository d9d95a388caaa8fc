import type { Clock } from '../../clock.ts';
import type { Throttle } from './api-config.ts';

/** A token bucket per route, filled at the steady rate up to the burst. Answers whether one more request may pass. */
export function createThrottle(clock: Clock): (key: string, limits: Throttle) => boolean {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (key, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }) => {
    if (rate === undefined) return true;
    const capacity = burst ?? rate;
    const nowMs = clock.now();
    const bucket = buckets.get(key) ?? { tokens: capacity, atMs: nowMs };
    const tokens = Math.min(capacity, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * rate);
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, atMs: nowMs });
    return passes;
  };
}
