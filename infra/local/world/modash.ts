import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { audienceOf, seenOf } from './audience.ts';
import type { Person, SimulatedProfile } from './person.ts';
import { countsAt } from './published-posts.ts';
import type { Society } from './society.ts';
import { type WorldAnswer, type WorldServer, worldServer } from './world-server.ts';

export interface VendorPlan {
  readonly clock: Clock;
  readonly society: Society;
  readonly credentials: { readonly id?: string; readonly key: string };
  readonly credits: number;
  readonly port?: number;
  readonly faults?: Faults;
}

/** api.modash.io as far as reports go: fractions, the doubled profile, a credit for each. */
export function modashServer(plan: VendorPlan): Promise<WorldServer> {
  let { credits } = plan;
  return worldServer(
    plan.clock,
    ({ url, headers }): WorldAnswer => {
      if (headers.authorization !== `Bearer ${plan.credentials.key}`)
        return failed(401, 'api_token_invalid', 'The API token is invalid.');
      const [, platform, handle] = /\/(instagram|tiktok|youtube)\/profile\/([^/]+)\/report$/.exec(url.pathname) ?? [];
      const person =
        handle && plan.society.byProfile(platform as SimulatedProfile['platform'], decodeURIComponent(handle));
      if (!person || person.profile.visibility === 'missing')
        return failed(404, 'account_not_found', 'The account was not found.');
      if (person.profile.visibility === 'personal') return failed(400, 'private_account', 'The account is private.');
      if (credits === 0) return failed(403, 'not_enough_credits', 'Not enough credits.');
      credits -= 1;
      return { body: { error: false, profile: report(person, plan) } };
    },
    plan,
  );
}

function report(person: Person, { society, clock }: VendorPlan) {
  const seen = seenOf(person, society, clock.now());
  const { types, countries, ages, female } = audienceOf(person);
  const weights = (shares: readonly (readonly [string, number])[]) =>
    shares.map(([code, weight]) => ({ code, weight }));
  return {
    userId: person.id,
    profile: {
      username: person.profile.handle,
      fullname: person.name,
      followers: seen.followers,
      engagements: seen.likes + seen.comments,
      engagementRate: seen.rate,
    },
    bio: person.profile.bio,
    country: person.country,
    language: { code: person.language === 'hi' ? 'hi' : 'en' },
    postsCount: seen.posts.length,
    avgLikes: seen.likes,
    avgComments: seen.comments,
    avgViews: seen.views,
    contacts: person.publishesEmail && person.email ? [{ type: 'email', value: person.email }] : [],
    recentPosts: seen.posts.map(post => ({
      id: post.id,
      created: new Date(post.atMs).toISOString(),
      text: post.text,
      type: post.kind,
      ...countsAt(post, clock.now()),
    })),
    audience: {
      credibility: types.real,
      audienceTypes: weights([
        ['real', types.real],
        ['suspicious', types.suspicious],
        ['mass_followers', types.mass],
        ['influencers', types.influencers],
      ]),
      genders: weights([
        ['FEMALE', female],
        ['MALE', 1 - female],
      ]),
      ages: weights(ages),
      geoCountries: weights(countries),
      languages: weights([['en', 1]]),
    },
  };
}

const failed = (status: number, code: string, message: string): WorldAnswer => ({
  status,
  body: { error: true, code, message },
});
