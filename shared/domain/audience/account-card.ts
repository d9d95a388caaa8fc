import type { PublicProfile } from './public-profile.ts';

/**
 * `account-card.v1`: a score card in the manner of credit scoring. Every field adds its points, read as logits: 0.7 points double the
 * odds that the account is fake, minus 0.7 halve them. A field that is not known adds nothing.
 *
 * The fields are those on which the published detectors agree: Modash (no picture, following to follower ratio, posts, no bio), Aspire
 * (picture and bio, posts, ratio), and Akyon & Kalfaoglu 2019 (arXiv 1910.03090: counts, picture, length of the bio, digits and length of
 * the name). None of them publishes weights. Ours were set by hand, halved where two fields tell the same story (a card adds up as if
 * they were independent), and are held to archetypes of accounts by test/shared/domain/audience/classify-account.test.ts.
 */
export interface CardLine {
  readonly id: string;
  /** What the field is called in a sentence. */
  readonly name: string;
  /** The number that is looked up, or undefined where it is not known. */
  readonly of: (profile: PublicProfile) => number | undefined;
  /** Ascending; the first band whose `below` exceeds the number gives the points. The last has no end. */
  readonly bands: readonly { readonly below: number; readonly points: number; readonly says: string }[];
}

/** A fake needs evidence: most accounts that one meets are people. */
export const startingPoints = -0.4;

const end = Number.POSITIVE_INFINITY;
const yes = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

/** Followings per follower, one added to both so that a new account with nobody is no extreme. */
export const followingRatio = ({ followers, followings }: PublicProfile): number | undefined =>
  followers === undefined || followings === undefined ? undefined : (followings + 1) / (followers + 1);

const digitShare = ({ usernameDigits, usernameLength }: PublicProfile): number | undefined => {
  if (usernameDigits === undefined) return undefined;
  if (usernameDigits === 0) return 0;
  // Half of the public sets state the share itself.
  if (usernameDigits < 1) return usernameDigits;
  return usernameLength === undefined || usernameLength <= 0 ? undefined : Math.min(1, usernameDigits / usernameLength);
};

export const accountCard: readonly CardLine[] = [
  {
    id: 'picture',
    name: 'picture',
    of: ({ hasPicture }) => yes(hasPicture),
    bands: [
      { below: 1, points: 2.2, says: 'no picture' },
      { below: end, points: -0.7, says: 'has a picture' },
    ],
  },
  {
    id: 'posts',
    name: 'posts',
    of: ({ posts }) => posts,
    bands: [
      { below: 1, points: 1.4, says: 'no posts' },
      { below: 3, points: 0.8, says: 'hardly any posts' },
      { below: 10, points: 0.2, says: 'few posts' },
      { below: 30, points: -0.7, says: 'some posts' },
      { below: 100, points: -1.5, says: 'many posts' },
      { below: end, points: -2, says: 'very many posts' },
    ],
  },
  {
    id: 'followers',
    name: 'followers',
    of: ({ followers }) => followers,
    bands: [
      { below: 10, points: 1.4, says: 'hardly any followers' },
      { below: 50, points: 1, says: 'very few followers' },
      { below: 150, points: 0.4, says: 'few followers' },
      { below: 500, points: -0.6, says: 'a usual number of followers' },
      { below: 2000, points: -0.9, says: 'many followers' },
      { below: end, points: -1.3, says: 'very many followers' },
    ],
  },
  {
    id: 'following-ratio',
    name: 'followings per follower',
    of: followingRatio,
    bands: [
      { below: 1.5, points: -0.8, says: 'follows about as many as follow it, or fewer' },
      { below: 3, points: 0, says: 'follows somewhat more than follow it' },
      { below: 6, points: 0.9, says: 'follows several times as many as follow it' },
      { below: 15, points: 1.7, says: 'follows many times as many as follow it' },
      { below: end, points: 2.4, says: 'follows far more than follow it' },
    ],
  },
  {
    id: 'followings',
    name: 'followings',
    of: ({ followings }) => followings,
    bands: [
      { below: 2000, points: 0, says: 'a usual number of followings' },
      // Instagram stops at 7,500; software that follows for a living gets there.
      { below: end, points: 0.6, says: 'follows thousands' },
    ],
  },
  {
    id: 'username-digits',
    name: 'share of digits in the username',
    of: digitShare,
    bands: [
      { below: 0.01, points: -0.4, says: 'no digits in the username' },
      { below: 0.15, points: 0, says: 'few digits in the username' },
      { below: 0.3, points: 0.4, says: 'several digits in the username' },
      { below: 0.45, points: 1.4, says: 'a third of the username is digits' },
      { below: end, points: 1.8, says: 'the username is mostly digits' },
    ],
  },
  {
    id: 'bio',
    name: 'length of the bio',
    of: ({ bioLength }) => bioLength,
    bands: [
      { below: 1, points: 0.5, says: 'empty bio' },
      { below: 20, points: -0.3, says: 'short bio' },
      { below: 60, points: -0.8, says: 'has a bio' },
      { below: end, points: -1.1, says: 'full bio' },
    ],
  },
  {
    id: 'url',
    name: 'link in the profile',
    of: ({ hasUrl }) => yes(hasUrl),
    bands: [
      { below: 1, points: 0.1, says: 'no link' },
      { below: end, points: -1.5, says: 'has a link' },
    ],
  },
  {
    id: 'full-name',
    name: 'words of the full name',
    of: ({ fullNameWords }) => fullNameWords,
    bands: [
      { below: 1, points: 0.6, says: 'no full name' },
      { below: 2, points: 0.1, says: 'one-word name' },
      { below: end, points: -0.3, says: 'a full name' },
    ],
  },
];
