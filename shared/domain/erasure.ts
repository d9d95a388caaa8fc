import type { Candidate, FoundProfile } from './candidate.ts';
import type { Collaboration } from './collaboration.ts';
import { profileKey } from './import/profile.ts';
import type { ProfileRef } from './influencer.ts';

/** Stands where a person stood. No platform takes it for a handle and no mail server for an address. */
export const erased = '(erased)';

export const erasedBecause = 'they asked for their data to be erased';
export const asksToBeErased = 'they ask for their data to be erased: decide "erase"';

const erasureWishes = [
  /\b(?:delete|erase|remove|destroy|purge|wipe)\b.{0,40}\b(?:data|information|details|records?)\b/iu,
  /\bright to (?:be forgotten|erasure)\b|\b(?:art\.?|article) ?17\b/iu,
  /\b(?:data|details|jaankari|jankari)\b.{0,30}\b(?:delete|hata|mita)/iu,
  /(?:डेटा|डाटा|जानकारी).{0,30}(?:मिटा|हटा|डिलीट)/u,
];

/** Whether somebody who wants no more mail also wants to be forgotten: a person decides that. */
export const wantsErasure = (text: string): boolean => erasureWishes.some(wish => wish.test(text));

/** By what a person is found: everything that names them, in our items and in texts. */
export interface Traces {
  readonly influencerIds: readonly string[];
  /** Keyed hashes of addresses that are theirs alone. */
  readonly addressHashes: readonly string[];
  readonly campaignIds: readonly string[];
  readonly profiles: readonly ProfileRef[];
  readonly coupons: readonly { readonly shop: string; readonly code: string }[];
  /** Names, handles, addresses and links, as texts may hold them. */
  readonly words: readonly string[];
}

export const joinTraces = (all: readonly Partial<Traces>[]): Traces => ({
  influencerIds: union(all.map(one => one.influencerIds)),
  addressHashes: union(all.map(one => one.addressHashes)),
  campaignIds: union(all.map(one => one.campaignIds)),
  profiles: union(
    all.map(one => one.profiles),
    profileKey,
  ),
  coupons: union(
    all.map(one => one.coupons),
    ({ shop, code }) => `${shop} ${code}`,
  ),
  words: union(all.map(one => one.words)),
});

const union = <T>(lists: readonly (readonly T[] | undefined)[], keyOf: (one: T) => unknown = one => one): T[] => [
  ...new Map(lists.flatMap(list => list ?? []).map(one => [keyOf(one), one])).values(),
];

/** What names the person in a campaign that considered them. */
export function namedInCandidate(candidate: Candidate): Pick<Traces, 'profiles' | 'words'> & { emails: string[] } {
  const { name, contact, feedUrl, profiles, evidence = [], metrics } = candidate;
  const observed = metrics && 'profiles' in metrics ? metrics.profiles : [];
  const rows: Partial<FoundProfile>[] = [{ name, ...(feedUrl !== undefined && { feedUrl }), profiles }, ...evidence];
  const all = [...rows.flatMap(row => row.profiles ?? []), ...observed.map(({ profile }) => profile)];
  const emails = [contact?.email, ...rows.map(row => row.email), ...observed.map(one => one.publishedEmail)].filter(
    email => email !== undefined,
  );
  const words = [
    ...rows.flatMap(row => [row.name, row.feedUrl]),
    ...observed.flatMap(one => [one.name, one.website]),
    ...all.map(({ handle }) => handle),
    ...emails,
  ];
  return { profiles: all, words: words.filter(word => word !== undefined), emails };
}

/** What names the person in their collaboration; nothing once it is erased. */
export function namedInCollaboration(
  collaboration: Collaboration,
  shop: string | undefined,
): Pick<Traces, 'profiles' | 'words' | 'coupons'> {
  if (collaboration.erasedAt !== undefined) return { profiles: [], words: [], coupons: [] };
  const { name, contact, profile, coupon } = collaboration;
  const url =
    'post' in collaboration ? collaboration.post.url : 'postUrl' in collaboration ? collaboration.postUrl : undefined;
  return {
    profiles: [profile],
    words: [name, contact.email, profile.handle, coupon, url].filter(word => word !== undefined),
    coupons: coupon !== undefined && shop !== undefined ? [{ shop, code: coupon }] : [],
  };
}

/** Shorter words would be found in everything. */
const leastCharacters = 3;

/** The text without what names the person. Whole words only: an erased "Ria" leaves "criteria" alone. */
export function withoutWords(text: string, words: readonly string[]): string {
  const sought = words.filter(word => word.length >= leastCharacters && word !== erased);
  if (sought.length === 0) return text;
  const longestFirst = sought.toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), erased);
}

/** Facts of a collaboration that say who it is with, or what they wrote; without them its amounts still stand. */
export const personalFields = [
  'coupon',
  'call',
  'snooze',
  'heldForPerson',
  'owner',
  'dataRequest',
  'quietUntil',
  'draft',
] as const satisfies readonly (keyof Collaboration)[];

/** The same standing of somebody who is not named. */
export function withoutPerson(collaboration: Collaboration): Partial<Collaboration> {
  const { contact, profile } = collaboration;
  return {
    name: erased,
    contact: { ...contact, email: erased, source: erased },
    profile: { platform: profile.platform, handle: erased },
    ...('because' in collaboration && { because: erasedBecause }),
    ...('postUrl' in collaboration && { postUrl: '' }),
    ...('post' in collaboration && { post: anonymousPost(collaboration.post) }),
  };
}

const anonymousPost = ({
  vouched: _,
  ...post
}: Extract<Collaboration, { status: 'verified' }>['post']): typeof post => ({
  ...post,
  url: '',
});
