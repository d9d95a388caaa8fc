import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { instagramServer } from '#infra/local/world/instagram.ts';
import { ordinaryEngagement, population } from '#infra/local/world/population.ts';
import { countsAt, draftPost, visiblePosts } from '#infra/local/world/published-posts.ts';
import { seededRandom } from '#infra/local/world/random.ts';
import { createSociety } from '#infra/local/world/society.ts';
import type { WorldServer } from '#infra/local/world/world-server.ts';
import { youtubeServer } from '#infra/local/world/youtube.ts';
import { instagramMetrics } from '#shared/adapters/instagram/metrics.ts';
import { youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import { judgementOf } from '#shared/domain/audience/comments/judge-comments.ts';

const start = Date.UTC(2026, 10, 30, 4);
const clock = fastClock(start);
const at = new Date(start);
const people = population({ seed: 3, size: 200, keywords: ['sunscreen', 'acne', 'skincare'] });
const society = createSociety(clock, 3, people);
const servers: WorldServer[] = [];
let instagramUrl = '';
let youtubeUrl = '';

beforeAll(async () => {
  const instagram = await instagramServer({
    clock,
    society,
    seed: 3,
    token: 't',
    userId: '1784',
    callsPerHour: 100_000,
  });
  const youtube = await youtubeServer({ clock, society, seed: 3, key: 'k' });
  servers.push(instagram, youtube);
  instagramUrl = instagram.url;
  youtubeUrl = `${youtube.url}/youtube/v3`;
});
afterAll(() => Promise.all(servers.map(server => server.close())));

const instagram = (token = 't') =>
  instagramMetrics({ fetch, baseUrl: instagramUrl, version: 'v26.0', userId: '1784', token });
const youtube = () => youtubeMetrics({ fetch, baseUrl: youtubeUrl, apiKey: 'k' });
const onPlatform = (platform: string) => people.filter(({ profile }) => profile.platform === platform);

describe('the simulated platforms, read by the real adapters', () => {
  it('shows a public Instagram profile with its followers, posts and, unless hidden, likes', async () => {
    let measured = 0;
    for (const person of onPlatform('instagram').slice(0, 40)) {
      const ref = { platform: 'instagram' as const, handle: person.profile.handle };
      const answer = await clock.hold(instagram().metrics(ref, { at }));
      if (person.profile.visibility !== 'public') expect(answer.kind).toBe('missing');
      if (answer.kind !== 'found') continue;
      measured += 1;
      expect(answer.metrics.followers).toBe(person.profile.followers);
      expect(answer.metrics.posts.every(post => (post.likes === undefined) === person.profile.hidesLikes)).toBe(true);
      expect(answer.metrics.posts.every(post => post.at <= at.toISOString())).toBe(true);
      expect(answer.metrics.posts.length).toBeGreaterThan(0);
    }
    expect(measured).toBeGreaterThan(30);
  });

  it('shows comments under YouTube videos that mostly speak of them, and bought ones that do not', async () => {
    const shares: { share: number; isBought: boolean }[] = [];
    for (const person of onPlatform('youtube')) {
      const ref = { platform: 'youtube' as const, handle: person.profile.handle };
      const answer = await clock.hold(youtube().metrics(ref, { at }));
      const counts = answer.kind === 'found' ? answer.metrics.commentCounts : undefined;
      const { value, sample } = counts ? judgementOf(counts) : { value: null, sample: 0 };
      if (value === null || sample < 50) continue;
      const { engagementRate, followers } = person.profile;
      shares.push({ share: value, isBought: engagementRate < 0.3 * ordinaryEngagement(followers) });
    }
    const ordinary = shares.filter(({ isBought }) => !isBought);
    expect(ordinary.length).toBeGreaterThan(10);
    expect(Math.min(...ordinary.map(({ share }) => share))).toBeGreaterThan(0.3);
    expect(shares.filter(({ isBought }) => isBought).every(({ share }) => share < 0.2)).toBe(true);
  });

  it('finds a campaign post by its address on both platforms once it is published', async () => {
    for (const [platform, source, address] of [
      ['instagram', instagram(), (id: string) => `https://www.instagram.com/reel/${id}/`],
      ['youtube', youtube(), (id: string) => `https://youtu.be/${id}`],
    ] as const) {
      const person = onPlatform(platform).find(({ profile }) => profile.visibility === 'public');
      if (!person) throw new Error(`nobody on ${platform}`);
      const post = {
        ...draftPost(person.profile, 'With Meadow. #ad', start - 86_400_000, seededRandom(1)),
        kind: 'video' as const,
      };
      society.publish(person, post);
      const answer = await clock.hold(
        source.findPost({ platform, handle: person.profile.handle }, address(post.id), { at }),
      );
      expect(answer).toMatchObject({ kind: 'found', text: expect.stringContaining('#ad') });
    }
  });

  it('refuses a wrong token and asks to wait when the hour is used up', async () => {
    const ref = { platform: 'instagram' as const, handle: onPlatform('instagram')[0]?.profile.handle ?? '' };
    expect(await clock.hold(instagram('wrong').metrics(ref, { at }))).toMatchObject({ kind: 'refused' });
    const small = await instagramServer({ clock, society, seed: 3, token: 't', userId: '1784', callsPerHour: 3 });
    servers.push(small);
    const client = instagramMetrics({ fetch, baseUrl: small.url, version: 'v26.0', userId: '1784', token: 't' });
    const kinds: string[] = [];
    for (let call = 0; call < 5; call++) kinds.push((await clock.hold(client.metrics(ref, { at }))).kind);
    expect(kinds).toContain('throttled');
  });

  it('measures YouTube channels by handle, with hidden subscribers as unknown', async () => {
    for (const person of onPlatform('youtube').slice(0, 20)) {
      const ref = { platform: 'youtube' as const, handle: person.profile.handle };
      const answer = await clock.hold(youtube().metrics(ref, { at }));
      if (answer.kind !== 'found') continue;
      if (person.profile.hidesFollowers) expect(answer.metrics.followers).toBeUndefined();
      else expect(answer.metrics.followers).toBe(Number(person.profile.followers.toPrecision(3)));
    }
  });

  it('lets likes grow with the age of a post', () => {
    const person = onPlatform('instagram')[0];
    const post = person && visiblePosts(society.feed(person), start)[0];
    if (!post) throw new Error('no post');
    const later = [0, 1, 2, 5, 20].map(days => countsAt(post, post.atMs + days * 86_400_000).likes);
    expect([...later].sort((a, b) => a - b)).toEqual(later);
    expect(later.at(-1)).toBeGreaterThan(later[1] ?? 0);
  });
});
