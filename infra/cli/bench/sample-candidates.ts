import { population } from '#infra/local/world/population.ts';
import { ordinaryFeed } from '#infra/local/world/published-posts.ts';
import type { Candidate } from '#shared/domain/candidate.ts';

/** As many posts as the adapters keep of a profile. */
const keptPosts = 12;

/** The simulated world's people as they stand in the table when they are scored. */
export function sampleCandidates(size: number, keywords: readonly string[], at: string): Candidate[] {
  const now = Date.parse(at);
  const candidates = population({ seed: 'bench', size, keywords }).map((person): Candidate => {
    const { platform, handle, followers, bio } = person.profile;
    const profile = { platform, handle };
    const posts = ordinaryFeed(person, 'bench', now)
      .posts.filter(({ atMs }) => atMs <= now)
      .slice(0, keptPosts)
      .map(({ atMs, ...post }) => ({ ...post, at: new Date(atMs).toISOString() }));
    const source = 'instagram-business-discovery';
    return {
      campaignId: 'bench',
      influencerId: person.id,
      name: person.name,
      profiles: [profile],
      contact: {
        email: person.email ?? `${handle}@example.com`,
        source: 'list',
        obtainedAt: at,
        basis: 'published-business-address',
      },
      country: person.country,
      languages: [person.language === 'hi' ? 'hi' : 'en'],
      topics: [],
      claimed: {},
      sightings: [],
      raw: {},
      metrics: {
        kind: 'measured',
        at,
        gaps: [],
        profiles: [{ profile, observedAt: at, source, bio, followers, postCount: posts.length, posts }],
      },
    };
  });
  // As they come out of the table: strings in one piece, objects of one shape.
  return JSON.parse(JSON.stringify(candidates)) as Candidate[];
}
