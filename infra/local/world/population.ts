import type { Person, SimulatedProfile } from './person.ts';
import { dealer } from './personality.ts';
import { type Random, seededRandom } from './random.ts';
import { otherNiches } from './words/captions.ts';
import { handleWords, indianCities, otherPlaces, people } from './words/names.ts';
import { bio } from './writing.ts';

export interface PopulationPlan {
  readonly seed: string | number;
  readonly size: number;
  /** Words of the campaign's niche: most of these people write about some of them. */
  readonly keywords: readonly string[];
  /** Nobody is on TikTok unless the campaign looks there. */
  readonly tiktok?: boolean;
}

/** Seeded influencers, as a campaign's sources would list them. */
export function population({ seed, size, keywords, tiktok = false }: PopulationPlan): Person[] {
  const random = seededRandom(seed).fork('population');
  const deal = dealer(random.fork('characters'));
  const taken = new Set<string>();
  return Array.from({ length: size }, (_, at) =>
    person(at, { keywords, tiktok }, deal, taken, random.fork(String(at))),
  );
}

function person(
  at: number,
  { keywords, tiktok }: { readonly keywords: readonly string[]; readonly tiktok: boolean },
  deal: ReturnType<typeof dealer>,
  taken: Set<string>,
  random: Random,
): Person {
  const origin = random.weighted({ indian: 84, hindi: 7, elsewhere: 9 });
  const given = random.pick(words(people[origin].given));
  const name = `${given} ${random.pick(words(people[origin].family))}`;
  const handle = freeHandle(origin === 'hindi' ? 'desi' : latin(given), taken, random);
  const [city, country, timeZone] =
    origin === 'elsewhere' ? random.pick(otherPlaces) : [random.pick(indianCities), 'IN', 'Asia/Kolkata'];
  const language =
    origin === 'elsewhere' ? 'en' : origin === 'hindi' ? 'hi' : random.pick(['en', 'en', 'hinglish'] as const);
  // In one of eight cases nobody knows an address.
  const email = random.chance(0.88) ? address(handle, random) : undefined;
  const publishesEmail = email !== undefined && random.chance(0.35);
  const niche = nicheOf(keywords, random);
  return {
    id: `person-${at + 1}`,
    name,
    ...(email && { email }),
    publishesEmail,
    city,
    country,
    timeZone,
    language,
    persona: deal(),
    profile: profile(
      {
        handle,
        niche,
        bio: bio({ language, keywords: niche, city }, name, publishesEmail ? email : undefined, random),
        tiktok,
      },
      random,
    ),
  };
}

/** Fraction of followers that like an ordinary post, by tier (Markerly's published like rates), and what comments add. */
const likeRates: readonly (readonly [upTo: number, rate: number])[] = [
  [1_000, 0.08],
  [10_000, 0.04],
  [100_000, 0.024],
  [Number.POSITIVE_INFINITY, 0.017],
];
const commentsPerLike = 0.06;

export const ordinaryEngagement = (followers: number): number =>
  (likeRates.find(([upTo]) => followers < upTo)?.[1] ?? 0.017) * (1 + commentsPerLike);

interface ProfileIdentity {
  readonly handle: string;
  readonly niche: readonly string[];
  readonly bio: string;
  readonly platform?: SimulatedProfile['platform'];
  readonly followers?: number;
  readonly tiktok?: boolean;
}

export function profile(
  { handle, niche, bio: text, platform, followers: known, tiktok = false }: ProfileIdentity,
  random: Random,
): SimulatedProfile {
  // Median 3,800: about four of five lie between 1,000 and 10,000.
  const followers = known ?? Math.max(120, Math.round(random.logNormal(3800, 0.85)));
  const bought = random.chance(0.05);
  return {
    platform: platform ?? random.weighted({ instagram: 60, youtube: 20, blog: 20, tiktok: tiktok ? 20 : 0 }),
    handle,
    followers,
    followings: Math.round(random.logNormal(420, 0.8)),
    engagementRate: ordinaryEngagement(followers) * random.logNormal(1, 0.45) * (bought ? 0.12 : 1),
    visibility: random.weighted({ public: 94, personal: 4, missing: 2 }),
    hidesLikes: random.chance(0.06),
    hidesFollowers: random.chance(0.04),
    postsPerWeek: Math.max(0.4, random.logNormal(2.2, 0.5)),
    keywords: niche,
    bio: text,
  };
}

/** Two of three write about the niche, some brush it, the rest write about something else. */
function nicheOf(keywords: readonly string[], random: Random): readonly string[] {
  const other = random.pick(Object.values(otherNiches));
  const own = random.shuffle(keywords).slice(0, 6);
  return random.weighted({ inside: 66, near: 17, outside: 17 }) === 'inside'
    ? own
    : random.chance(0.5)
      ? [...own.slice(0, 1), ...other.slice(0, 4)]
      : other;
}

function freeHandle(given: string, taken: Set<string>, random: Random): string {
  for (;;) {
    const word = random.pick(handleWords);
    const mark = random.pick(['', '.', '_']);
    const handle = `${random.pick([`${given}${mark}${word}`, `${word}${mark}${given}`, `the${given}${word}`])}${random.chance(0.4) ? random.int(2, 99) : ''}`;
    if (taken.has(handle) || handle.length > 29) continue;
    taken.add(handle);
    return handle;
  }
}

const address = (handle: string, random: Random): string => {
  const local = handle.replace(/[^a-z0-9]+/g, '');
  return random.chance(0.8) ? `${local}@${random.pick(mailHosts)}` : `hello@${local}.example`;
};

/** Reserved names (RFC 2606): no mail of a simulation can ever reach anybody. */
const mailHosts = ['inbox.example', 'mail.example', 'post.example', 'letters.example'] as const;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const latin = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/[^a-z]/g, '') || 'creator';
