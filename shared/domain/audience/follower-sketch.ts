import type { Platform } from '../influencer.ts';
import type { Sign } from '../thread.ts';
import { followerHash } from './follower-lists.ts';

/**
 * Who follows a profile, as it is kept: keyed hashes that can be intersected and not read. A list of up to `mostHashes` is kept whole,
 * of a longer one those with the smallest hashes, which are a random sample that is the same one in every list (bottom-k, Cohen 1997).
 */
export interface FollowerSketch {
  /** How many are on the list. */
  readonly followers: number;
  /** 48 bits each, ascending, in base64. */
  readonly hashes: string;
}

/** All followers of a micro-influencer; as base64 80 KB, a fifth of what an item may hold. */
const mostHashes = 10_000;
/** 48 bits: two whole sketches share a hash by chance once in three million times. */
const bytesEach = 6;

export function followerSketch(platform: Platform, handles: readonly string[], sign: Sign): FollowerSketch {
  const hashes = new Set(
    handles.map(handle => Buffer.from(followerHash(platform, handle, sign), 'base64url').readUIntBE(0, bytesEach)),
  );
  const smallest = Float64Array.from(hashes).sort().subarray(0, mostHashes);
  const bytes = Buffer.alloc(smallest.length * bytesEach);
  for (const [index, hash] of smallest.entries()) bytes.writeUIntBE(hash, index * bytesEach, bytesEach);
  return { followers: hashes.size, hashes: bytes.toString('base64') };
}

/** A sketch made ready to be compared with others. */
export interface OpenSketch {
  readonly followers: number;
  readonly hashes: Float64Array;
  /** Below this every follower's hash is there. */
  readonly completeTo: number;
}

export function openSketch({ followers, hashes }: FollowerSketch): OpenSketch {
  const bytes = Buffer.from(hashes, 'base64');
  const opened = Float64Array.from({ length: Math.floor(bytes.length / bytesEach) }, (_, index) =>
    bytes.readUIntBE(index * bytesEach, bytesEach),
  );
  const isWhole = opened.length >= followers;
  return { followers, hashes: opened, completeTo: isWhole ? Number.POSITIVE_INFINITY : (opened.at(-1) ?? 0) };
}

/** Fewer common ones than a hundred looked at would say little. */
const leastSample = 100;

/**
 * `shared-followers.v1`: common followers as a share of the smaller list (infludata's convention): exact where both lists are whole,
 * else among the hashes up to which both are complete. Undefined where a list is empty or too few are left to look at.
 */
export function sharedFollowers(a: OpenSketch, b: OpenSketch): number | undefined {
  const smaller = a.followers <= b.followers ? a : b;
  const bound = Math.min(a.completeTo, b.completeTo);
  const looked = upTo(smaller.hashes, bound);
  if (looked === 0 || (looked < leastSample && bound !== Number.POSITIVE_INFINITY)) return undefined;
  return common(a.hashes, b.hashes, bound) / looked;
}

const upTo = (hashes: Float64Array, bound: number): number => {
  const above = hashes.findIndex(hash => hash > bound);
  return above === -1 ? hashes.length : above;
};

/** Both ascend, so one walk along them finds all. */
function common(a: Float64Array, b: Float64Array, bound: number): number {
  let [found, inA, inB] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[inA], b[inB]];
    if (one === undefined || other === undefined || Math.min(one, other) > bound) return found;
    if (one === other) found += 1;
    if (one <= other) inA += 1;
    if (other <= one) inB += 1;
  }
}
