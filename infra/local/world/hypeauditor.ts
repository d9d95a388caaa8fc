import { audienceOf, seenOf } from './audience.ts';
import type { VendorPlan } from './modash.ts';
import type { Person, SimulatedProfile } from './person.ts';
import { seededRandom } from './random.ts';
import { type WorldAnswer, type WorldServer, worldServer } from './world-server.ts';

const methods: Readonly<Record<string, readonly [SimulatedProfile['platform'], string]>> = {
  'auditor.report': ['instagram', 'username'],
  'auditor.youtube': ['youtube', 'channel'],
  'auditor.tiktok': ['tiktok', 'channel'],
};
const minuteMs = 60_000;

/** HypeAuditor's reports: percentages, a credit for each, and ready some time after somebody first asked. */
export function hypeauditorServer(plan: VendorPlan): Promise<WorldServer> {
  const readyMs = new Map<string, number>();
  let { credits } = plan;
  return worldServer(
    plan.clock,
    ({ url, headers }): WorldAnswer => {
      const { id, key } = plan.credentials;
      if (headers['x-auth-id'] !== id || headers['x-auth-token'] !== key)
        return failed(401, 'AUTH_FAILED', 'Wrong credentials');
      const [platform, parameter] = methods[url.pathname.split('/').filter(Boolean).at(-1) ?? ''] ?? [];
      const handle = url.searchParams.get(parameter ?? '') ?? '';
      const person = platform && plan.society.byProfile(platform, handle);
      if (person?.profile.visibility !== 'public') return failed(200, 'CHANNEL_NOT_FOUND', 'Channel not found');
      const nowMs = plan.clock.now();
      const ready = readyMs.get(person.id);
      if (ready === undefined) {
        if (credits === 0) return failed(402, 'NO_CREDITS', 'Not enough credits to unlock the report');
        credits -= 1;
        readyMs.set(person.id, nowMs + seededRandom(`report/${person.id}`).between(2, 90) * minuteMs);
      }
      if (ready === undefined || ready > nowMs) return { body: { result: { report_state: 'NOT_READY' } } };
      const result = platform === 'instagram' ? { user: userOf(person, plan) } : { report: reportOf(person, plan) };
      return { body: { result: { report_state: 'READY', ...result }, restTokens: credits } };
    },
    plan,
  );
}

const percent = (share: number): number => Math.round(share * 10_000) / 100;

function userOf(person: Person, { society, clock }: VendorPlan) {
  const seen = seenOf(person, society, clock.now());
  const { types, countries, ages, female } = audienceOf(person);
  return {
    username: person.profile.handle,
    full_name: person.name,
    about: person.profile.bio,
    is_private: false,
    followers_count: seen.followers,
    followings_count: person.profile.followings,
    avg_likes: seen.likes,
    avg_comments: seen.comments,
    // Small accounts have no score.
    ...(seen.followers >= 1000 && { aqs: quality(types.real) }),
    er: { value: percent(seen.rate), title: 'Average' },
    audience_type: {
      real: percent(types.real),
      susp: percent(types.suspicious),
      mass: percent(types.mass),
      infs: percent(types.influencers),
    },
    demography: [
      { gender: 'F', value: percent(female) },
      { gender: 'M', value: percent(1 - female) },
    ],
    demography_by_age: [
      {
        gender: 'F',
        by_age_group: ages.map(([band, share]) => ({ group: `age${band}`, value: percent(share * female) })),
      },
      {
        gender: 'M',
        by_age_group: ages.map(([band, share]) => ({ group: `age${band}`, value: percent(share * (1 - female)) })),
      },
    ],
    audience_geography: {
      countries: countries.map(([code, share], n) => ({ id: n, code: code.toLowerCase(), value: percent(share) })),
    },
    blogger_geo: { country: person.country.toLowerCase() },
    blogger_languages: [person.language === 'hi' ? 'hi' : 'en'],
  };
}

function reportOf(person: Person, { society, clock }: VendorPlan) {
  const seen = seenOf(person, society, clock.now());
  const { types, countries } = audienceOf(person);
  return {
    basic: { username: person.profile.handle, title: person.name, description: person.profile.bio },
    metrics: {
      subscribers_count: { value: seen.followers },
      er: { value: percent(seen.rate), mark_title: 'Average' },
      views_avg: { value: seen.views },
    },
    features: {
      aqs: { data: { value: quality(types.real), mark: 'good' } },
      audience_by_type: {
        data: {
          real: percent(types.real),
          bots: percent(types.suspicious),
          mass: percent(types.mass),
          infs: percent(types.influencers),
        },
      },
      audience_geo: { data: countries.map(([code, share]) => ({ code: code.toLowerCase(), prc: percent(share) })) },
      audience_age_gender: null,
      blogger_geo: { data: { country: person.country.toLowerCase() } },
    },
  };
}

const quality = (real: number): number => Math.max(1, Math.min(100, Math.round(real * 110)));

const failed = (status: number, code: string, description: string): WorldAnswer => ({
  status,
  body: { error: { code, description } },
});
