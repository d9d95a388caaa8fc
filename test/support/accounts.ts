import { type Random, seededRandom } from '#infra/local/world/random.ts';
import type { PublicProfile } from '#shared/domain/audience/public-profile.ts';

/**
 * Invented accounts by archetype, as far apart and as overlapping as the literature describes them: bought fakes without a face, fakes
 * that were dressed up, follow-for-follow bots, new and locked people, ordinary people, small and large creators.
 */
export interface Archetype {
  readonly label: 'fake' | 'real';
  readonly draw: (random: Random) => PublicProfile;
}

const digits = (random: Random, share: number, length: number): number =>
  random.chance(share) ? random.int(1, Math.max(1, Math.floor(length / 2))) : 0;
const about = (random: Random, median: number, spread: number): number =>
  Math.round(Math.max(0, random.logNormal(median, spread) - 0.5));

export const archetypes: Readonly<Record<string, Archetype>> = {
  'faceless fake': {
    label: 'fake',
    draw: random => {
      const usernameLength = random.int(8, 20);
      return {
        followers: about(random, 20, 1.1),
        followings: about(random, 180, 1.3),
        posts: random.chance(0.75) ? 0 : about(random, 2, 0.8),
        hasPicture: random.chance(0.25),
        isPrivate: random.chance(0.35),
        usernameLength,
        usernameDigits: digits(random, 0.75, usernameLength),
        bioLength: random.chance(0.85) ? 0 : about(random, 15, 0.8),
        hasUrl: false,
        fullNameWords: random.pick([0, 1, 1, 1, 2]),
      };
    },
  },
  'dressed fake': {
    label: 'fake',
    draw: random => {
      const usernameLength = random.int(8, 18);
      return {
        followers: about(random, 70, 0.9),
        followings: about(random, 1100, 0.8),
        posts: about(random, 4, 0.9),
        hasPicture: random.chance(0.92),
        isPrivate: random.chance(0.3),
        usernameLength,
        usernameDigits: digits(random, 0.45, usernameLength),
        bioLength: random.chance(0.65) ? 0 : about(random, 20, 0.8),
        hasUrl: random.chance(0.02),
        fullNameWords: random.pick([0, 1, 1, 2, 2]),
      };
    },
  },
  'follow bot': {
    label: 'fake',
    draw: random => {
      const usernameLength = random.int(9, 22);
      return {
        followers: about(random, 160, 0.9),
        followings: random.int(2500, 7500),
        posts: about(random, 5, 0.9),
        hasPicture: random.chance(0.85),
        isPrivate: random.chance(0.1),
        usernameLength,
        usernameDigits: digits(random, 0.5, usernameLength),
        bioLength: random.chance(0.5) ? 0 : about(random, 25, 0.8),
        hasUrl: random.chance(0.05),
        fullNameWords: random.pick([0, 1, 2]),
      };
    },
  },
  'locked person with few posts': {
    label: 'real',
    draw: random => {
      const usernameLength = random.int(7, 16);
      const followers = about(random, 180, 0.7);
      return {
        followers,
        followings: Math.round(followers * random.logNormal(1.3, 0.4)),
        posts: about(random, 5, 1),
        hasPicture: random.chance(0.97),
        isPrivate: true,
        usernameLength,
        usernameDigits: digits(random, 0.2, usernameLength),
        bioLength: random.chance(0.5) ? 0 : about(random, 20, 0.8),
        hasUrl: random.chance(0.03),
        fullNameWords: random.pick([1, 1, 2, 2, 2, 3]),
      };
    },
  },
  'ordinary person': {
    label: 'real',
    draw: random => {
      const usernameLength = random.int(6, 16);
      const followers = about(random, 480, 0.8);
      return {
        followers,
        followings: Math.round(followers * random.logNormal(1, 0.5)),
        posts: about(random, 50, 1.1),
        hasPicture: random.chance(0.99),
        isPrivate: random.chance(0.45),
        usernameLength,
        usernameDigits: digits(random, 0.2, usernameLength),
        bioLength: random.chance(0.3) ? 0 : about(random, 35, 0.8),
        hasUrl: random.chance(0.1),
        fullNameWords: random.pick([1, 1, 2, 2, 2, 3]),
      };
    },
  },
  creator: {
    label: 'real',
    draw: random => {
      const usernameLength = random.int(6, 18);
      return {
        followers: about(random, 6000, 1.2),
        followings: about(random, 700, 0.8),
        posts: about(random, 300, 0.9),
        hasPicture: true,
        isPrivate: random.chance(0.02),
        usernameLength,
        usernameDigits: digits(random, 0.15, usernameLength),
        bioLength: about(random, 90, 0.4),
        hasUrl: random.chance(0.65),
        fullNameWords: random.pick([1, 2, 2, 2, 3]),
      };
    },
  },
};

export const someAccounts = (name: string, count: number, seed = 1): PublicProfile[] => {
  const random = seededRandom(seed).fork(name);
  return Array.from({ length: count }, (_, at) => archetypes[name]?.draw(random.fork(String(at))) ?? {});
};
