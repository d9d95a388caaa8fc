import { createHash } from 'node:crypto';
import type { FoundProfile } from '../candidate.ts';
import { type Platform, type ProfileRef, platforms } from '../influencer.ts';
import { mailboxKey } from '../listening/mail-address.ts';
import { profileKey } from './profile.ts';

/** What is kept of a key by which a person was found before. */
export interface Known {
  readonly influencerId: string;
  /** Keys of somebody else, as a person decided: they are never merged again. */
  readonly apart?: readonly string[];
  /** They asked to be forgotten: nobody found by this key becomes a candidate again. */
  readonly erased?: true;
}

/** By what a row says who it is about. The keys are those that the roster remembers; nothing else of a row is held while all are read. */
export interface RowKeys {
  /** `profile:instagram:meera`, with its platform. */
  readonly profiles: readonly { readonly key: string; readonly platform: Platform }[];
  readonly address?: string;
  /** Feeds, and whom the roster knows by one of the keys. */
  readonly others: readonly string[];
}

/** Addresses are compared by mailbox; who stores keys gives a keyed hash of it. */
export const plainAddress = (email: string): string => mailboxKey(email);

export const rowKeys = (
  { profiles, email, feedUrl }: Pick<FoundProfile, 'profiles' | 'email' | 'feedUrl'>,
  addressOf: (email: string) => string = plainAddress,
): RowKeys => ({
  profiles: profiles.map(ref => ({ key: rosterKey(ref), platform: ref.platform })),
  ...(email !== undefined && { address: `address:${addressOf(email)}` }),
  others: feedUrl === undefined ? [] : [feedKey(feedUrl)],
});

/** A profile as the roster knows it. */
export const rosterKey = (ref: ProfileRef): string => `profile:${profileKey(ref)}`;

const feedKey = (feedUrl: string): string =>
  `feed:${feedUrl
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase()}`;

export const platformNumber = (platform: Platform): number => platforms.indexOf(platform);

/**
 * The influencer that these keys belong to: whoever is known by one of them already, else a new id made of the first key, so that
 * reading the same source again names the same person. Nobody gets the id of somebody they were told apart from (`taken`).
 */
export function identify(
  keys: readonly string[],
  known: ReadonlyMap<string, Known>,
  taken: ReadonlySet<string> = new Set(),
): string {
  for (const key of keys) {
    const influencerId = known.get(key)?.influencerId;
    if (influencerId !== undefined && !taken.has(influencerId)) return influencerId;
  }
  const made = keys.map(newInfluencerId).find(id => !taken.has(id));
  return made ?? newInfluencerId(`${keys[0] ?? ''} apart`);
}

const newInfluencerId = (key: string): string => `i-${shortHash(key)}`;

/** 16 characters of lower-case hex: 64 bits, one collision expected at four billion names. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
