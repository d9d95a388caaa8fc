import type { Person } from './person.ts';
import { countsAt, visiblePosts } from './published-posts.ts';
import { seededRandom } from './random.ts';
import type { Society } from './society.ts';

/** The followers of one person, as vendors work them out. Shares are fractions of all of them. */
export interface Audience {
  readonly types: {
    readonly real: number;
    readonly suspicious: number;
    readonly mass: number;
    readonly influencers: number;
  };
  readonly countries: readonly (readonly [code: string, share: number])[];
  readonly ages: readonly (readonly [band: string, share: number])[];
  readonly female: number;
}

/** Who has an engagement far below what is usual for their size has bought followers, and vendors see it. */
export function audienceOf({ profile, country }: Person): Audience {
  const random = seededRandom(`audience/${profile.platform}/${profile.handle}`);
  const real = profile.engagementRate < 0.01 ? random.between(0.2, 0.45) : random.between(0.62, 0.88);
  const suspicious = (1 - real) * random.between(0.4, 0.6);
  const mass = (1 - real) * random.between(0.2, 0.35);
  const home = random.between(0.55, 0.85);
  const young = random.between(0.3, 0.45);
  return {
    types: { real, suspicious, mass, influencers: 1 - real - suspicious - mass },
    countries: [
      [country, home],
      [country === 'US' ? 'GB' : 'US', (1 - home) / 2],
      ['AE', (1 - home) / 4],
    ],
    ages: [
      ['13-17', 0.08],
      ['18-24', young],
      ['25-34', 0.8 - young],
      ['35-44', 0.12],
    ],
    female: random.between(0.35, 0.75),
  };
}

/** What a vendor has seen of the latest posts. */
export function seenOf(person: Person, society: Society, nowMs: number) {
  const posts = visiblePosts(society.feed(person), nowMs).slice(0, 12);
  const counts = posts.map(post => countsAt(post, nowMs));
  const mean = (of: (count: (typeof counts)[number]) => number) =>
    Math.round(counts.reduce((sum, count) => sum + of(count), 0) / Math.max(1, counts.length));
  const [likes, comments, views] = [mean(one => one.likes), mean(one => one.comments), mean(one => one.views)];
  const followers = society.followers(person);
  return { posts, likes, comments, views, followers, rate: (likes + comments) / Math.max(1, followers) };
}
