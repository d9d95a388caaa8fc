import { createHash } from 'node:crypto';

/**
 * The influencer that these keys belong to: whoever is known by one of them already, else a new id made of the first key, so that
 * reading the same source again names the same person.
 */
export function identify(keys: readonly string[], known: ReadonlyMap<string, string>): string {
  for (const key of keys) {
    const influencerId = known.get(key);
    if (influencerId !== undefined) return influencerId;
  }
  return `i-${shortHash(keys[0] ?? '')}`;
}

/** 16 characters of lower-case hex: 64 bits, one collision expected at four billion names. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
