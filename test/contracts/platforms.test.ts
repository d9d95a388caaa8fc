import { afterAll, beforeAll, describe } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { blogServer } from '#infra/local/world/blogs.ts';
import { hypeauditorServer } from '#infra/local/world/hypeauditor.ts';
import { instagramServer } from '#infra/local/world/instagram.ts';
import { modashServer } from '#infra/local/world/modash.ts';
import { population } from '#infra/local/world/population.ts';
import { createSociety } from '#infra/local/world/society.ts';
import { tiktokServer } from '#infra/local/world/tiktok.ts';
import type { WorldServer } from '#infra/local/world/world-server.ts';
import { youtubeServer } from '#infra/local/world/youtube.ts';
import { blogMetrics } from '#shared/adapters/blog/metrics.ts';
import { guardedFetch } from '#shared/adapters/http/guarded-fetch.ts';
import { hypeauditorReports } from '#shared/adapters/hypeauditor/report.ts';
import { instagramMetrics } from '#shared/adapters/instagram/metrics.ts';
import { modashReports } from '#shared/adapters/modash/report.ts';
import { tiktokMetrics } from '#shared/adapters/tiktok/metrics.ts';
import { youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { Connection } from '#shared/ports/connections.ts';
import { at, profileMetricsContract, type Subject } from './profile-metrics.contract.ts';

/** Every adapter against a server that speaks the platform's documented answers. */

const clock = fastClock(at.getTime());
const people = population({ seed: 7, size: 200, keywords: ['sunscreen', 'acne', 'skincare'], tiktok: true });
const society = createSociety(clock, 7, people);
const servers: WorldServer[] = [];
const urls = { instagram: '', youtube: '', tiktok: '', blog: '', hypeauditor: '', modash: '' };
const vendor = { clock, society, credits: 1000 };

beforeAll(async () => {
  const made = {
    instagram: await instagramServer({ clock, society, seed: 7, token: 't', userId: '1', callsPerHour: 100_000 }),
    youtube: await youtubeServer({ clock, society, seed: 7, key: 'k' }),
    tiktok: await tiktokServer({ clock, society, clientKey: 'app', clientSecret: 's' }),
    blog: await blogServer({ clock, society }),
    hypeauditor: await hypeauditorServer({ ...vendor, credentials: { id: '1', key: 'h' } }),
    modash: await modashServer({ ...vendor, credentials: { key: 'm' } }),
  };
  for (const [name, server] of Object.entries(made)) Object.assign(urls, { [name]: server.url });
  servers.push(...Object.values(made));
});
afterAll(() => Promise.all(servers.map(server => server.close())));

const someone = (platform: Platform) => {
  const person = people.find(
    ({ profile }) => profile.platform === platform && profile.visibility === 'public' && !profile.hidesFollowers,
  );
  if (!person) throw new Error(`nobody is on ${platform}`);
  return { platform, handle: person.profile.handle };
};
const nobody = (platform: Platform) => ({ platform, handle: 'nobody.here' });
const error =
  (status: number, body: unknown, headers = {}) =>
  () =>
    Response.json(body, { status, headers });

describe('instagram', () => {
  profileMetricsContract(
    (): Subject => ({
      id: 'instagram-business-discovery',
      found: someone('instagram'),
      gone: nobody('instagram'),
      needsCredentials: true,
      ask: (ref, { wrong, ...given }) =>
        instagramMetrics({
          fetch,
          baseUrl: urls.instagram,
          version: 'v26.0',
          userId: '1',
          token: wrong ? 'x' : 't',
          ...given,
        }).metrics(ref, { at }),
      usedUp: {
        response: error(400, { error: { code: 4, type: 'OAuthException', message: '(#4) Application request limit' } }),
        until: plusMinutes(at.toISOString(), 60),
      },
    }),
  );
});

describe('youtube', () => {
  profileMetricsContract(
    (): Subject => ({
      id: 'youtube-data-v3',
      found: someone('youtube'),
      gone: nobody('youtube'),
      needsCredentials: true,
      ask: (ref, { wrong, ...given }) =>
        youtubeMetrics({ fetch, baseUrl: `${urls.youtube}/youtube/v3`, apiKey: wrong ? 'x' : 'k', ...given }).metrics(
          ref,
          { at },
        ),
      usedUp: {
        response: error(403, {
          error: { code: 403, message: 'quota', errors: [{ reason: 'quotaExceeded', domain: 'youtube.quota' }] },
        }),
        // Midnight Pacific time, in winter.
        until: '2026-11-30T08:00:00.000Z',
      },
    }),
  );
});

describe('tiktok', () => {
  let connection: Connection | undefined;
  beforeAll(async () => {
    const profile = someone('tiktok');
    const { connected } = await import('#test/support/tiktok-connection.ts');
    connection = await connected({ url: urls.tiktok, clientKey: 'app', clientSecret: 's' }, profile, at);
  });
  profileMetricsContract(
    (): Subject => ({
      id: 'tiktok-display',
      found: someone('tiktok'),
      gone: nobody('tiktok'),
      needsCredentials: true,
      ask: (ref, { wrong, ...given }) =>
        tiktokMetrics({
          fetch,
          baseUrl: urls.tiktok,
          clientKey: 'app',
          clientSecret: 's',
          connections: {
            find: async ({ handle }) =>
              connection?.profile.handle === handle
                ? { ...connection, ...(wrong && { accessToken: 'act.wrong' }) }
                : undefined,
            save: async () => {},
            claimRenewal: async () => true,
            renew: async () => true,
            forget: async () => {},
          },
          ...given,
        }).metrics(ref, { at }),
      usedUp: {
        response: error(429, { error: { code: 'rate_limit_exceeded', message: 'slow down', log_id: '1' } }),
        until: plusMinutes(at.toISOString(), 1),
      },
    }),
  );
});

describe('blogs', () => {
  profileMetricsContract((): Subject => {
    const host = urls.blog.replace('http://', '');
    return {
      id: 'feed',
      found: { platform: 'blog', handle: `${host}/${someone('blog').handle}` },
      gone: { platform: 'blog', handle: `${host}/nobody` },
      needsCredentials: false,
      ask: (ref, given) => {
        const allowedPrivateHosts = ['127.0.0.1'];
        return blogMetrics({
          fetch: guardedFetch({ allowedPrivateHosts }),
          allowedPrivateHosts,
          userAgent: 'TestBot',
          ...given,
        }).metrics(ref, { at });
      },
    };
  });
});

describe('hypeauditor', () => {
  const askedAt = plusMinutes(at.toISOString(), -200);
  const source = (given: object, wrong?: true) =>
    hypeauditorReports({
      fetch,
      baseUrl: `${urls.hypeauditor}/api/method`,
      clientId: '1',
      token: wrong ? 'x' : 'h',
      ...given,
    });
  beforeAll(async () => {
    // Asked for long ago, by a clock that stood earlier.
    const earlier = fastClock(Date.parse(askedAt));
    const server = await hypeauditorServer({
      clock: { ...earlier, now: () => now },
      society,
      credits: 10,
      credentials: { id: '1', key: 'h' },
    });
    servers.push(server);
    urls.hypeauditor = server.url;
    let now = Date.parse(askedAt);
    await source({}).report(someone('instagram'), { at: new Date(askedAt) });
    now = at.getTime();
  });
  profileMetricsContract(
    (): Subject => ({
      id: 'hypeauditor',
      found: someone('instagram'),
      gone: nobody('instagram'),
      needsCredentials: true,
      ask: (ref, { wrong, ...given }) => source(given, wrong).report(ref, { at, askedAt }),
      usedUp: {
        response: error(402, { error: { code: 'NO_CREDITS', description: 'Not enough credits' } }),
        until: plusMinutes(at.toISOString(), 60),
      },
    }),
  );
});

describe('modash', () => {
  profileMetricsContract(
    (): Subject => ({
      id: 'modash',
      found: someone('tiktok'),
      gone: nobody('tiktok'),
      needsCredentials: true,
      ask: (ref, { wrong, ...given }) =>
        modashReports({ fetch, baseUrl: `${urls.modash}/v1`, apiKey: wrong ? 'x' : 'm', ...given }).report(ref, { at }),
      usedUp: {
        response: error(429, { error: true, code: 'rate_limit_exceeded', message: 'x' }, { 'retry-after': '120' }),
        until: plusMinutes(at.toISOString(), 2),
      },
    }),
  );
});
