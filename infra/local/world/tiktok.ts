import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { escaped } from './html.ts';
import type { Person } from './person.ts';
import { countsAt, type SimulatedPost, visiblePosts } from './published-posts.ts';
import { seededRandom } from './random.ts';
import type { Society } from './society.ts';
import { consentDesk } from './tiktok-consent.ts';
import { type WorldAnswer, type WorldRequest, type WorldServer, worldServer } from './world-server.ts';

export interface TiktokPlan {
  readonly clock: Clock;
  readonly society: Society;
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly port?: number;
  readonly faults?: Faults;
}

/** TikTok as an app sees it: the consent page, the token endpoint, and the Display API v2 of those who have consented. */
export function tiktokServer(plan: TiktokPlan): Promise<WorldServer> {
  const desk = consentDesk(plan);
  const answer = (request: WorldRequest): WorldAnswer => {
    const path = request.url.pathname.replace(/\/+$/, '');
    if (path === '/v2/auth/authorize')
      return request.method === 'POST' ? desk.consent(request) : askConsent(request.url);
    if (path === '/v2/oauth/token') return desk.token(new URLSearchParams(request.body));
    const handle = desk.handleOf(request.headers.authorization?.replace(/^Bearer /, ''));
    const person = handle === undefined ? undefined : plan.society.byProfile('tiktok', handle);
    if (!person) return failed(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');
    // In the query also of a POST: without it there is nothing to answer.
    const fields = request.url.searchParams.get('fields')?.split(',');
    if (!fields) return failed(400, 'invalid_params', 'fields is required');
    switch (path) {
      case '/v2/user/info':
        return ok({ user: only(userOf(person, plan), fields) });
      case '/v2/video/list':
        return videoList(person, request.body, fields, plan);
      case '/v2/video/query':
        return videoQuery(person, request.body, fields, plan);
      default:
        return failed(404, 'invalid_params', 'unsupported path');
    }
  };
  return worldServer(plan.clock, answer, plan);
}

/** What a browser shows before somebody has pressed a button. */
const askConsent = (url: URL): WorldAnswer => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>TikTok</title><form method="post" action="${escaped(`${url.pathname}${url.search}`)}"><input name="username"><button name="allow" value="1">Continue</button></form>`,
});

const userOf = (person: Person, { society, clock }: TiktokPlan): Record<string, unknown> => {
  const { profile } = person;
  return {
    open_id: openId(profile.handle),
    username: profile.handle,
    display_name: person.name,
    bio_description: profile.bio,
    avatar_url: `https://p16.example/${profile.handle}.jpg`,
    follower_count: society.followers(person),
    following_count: profile.followings,
    video_count: visiblePosts(society.feed(person), clock.now()).length,
  };
};

/** Newest first; the cursor is the time of the last video in milliseconds. */
function videoList(
  person: Person,
  body: string,
  fields: readonly string[],
  { society, clock }: TiktokPlan,
): WorldAnswer {
  const { max_count: size = 10, cursor = Number.MAX_SAFE_INTEGER } = JSON.parse(body || '{}') as Record<string, number>;
  if (size < 1 || size > 20) return failed(400, 'invalid_params', 'max_count is out of range');
  const older = visiblePosts(society.feed(person), clock.now()).filter(post => post.atMs < cursor);
  const shown = older.slice(0, size);
  return ok({
    videos: shown.map(post => only(video(person, post, clock.now()), fields)),
    cursor: shown.at(-1)?.atMs ?? 0,
    has_more: older.length > shown.length,
  });
}

function videoQuery(
  person: Person,
  body: string,
  fields: readonly string[],
  { society, clock }: TiktokPlan,
): WorldAnswer {
  const { filters } = JSON.parse(body || '{}') as { filters?: { video_ids?: string[] } };
  const wanted = new Set(filters?.video_ids);
  const found = visiblePosts(society.feed(person), clock.now()).filter(post => wanted.has(videoId(post)));
  return ok({ videos: found.map(post => only(video(person, post, clock.now()), fields)) });
}

function video(person: Person, post: SimulatedPost, nowMs: number): Record<string, unknown> {
  const { likes, comments, views } = countsAt(post, nowMs);
  return {
    id: videoId(post),
    create_time: Math.floor(post.atMs / 1000),
    title: post.text.split('\n', 1)[0],
    video_description: post.text,
    share_url: tiktokPermalink(person, post),
    view_count: views,
    like_count: likes,
    comment_count: comments,
    share_count: Math.round(likes / 20),
  };
}

/** TikTok's ids are numbers of nineteen digits, too long for JavaScript's. */
const videoId = ({ id }: SimulatedPost): string => {
  const random = seededRandom(`tiktok/${id}`);
  return `7${Array.from({ length: 18 }, () => random.int(0, 9)).join('')}`;
};

export const tiktokPermalink = ({ profile }: Person, post: SimulatedPost): string =>
  `https://www.tiktok.com/@${profile.handle}/video/${videoId(post)}`;

export const openId = (handle: string): string =>
  createHash('sha256').update(`open/${handle}`).digest('hex').slice(0, 32);

const only = (all: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));

const ok = (data: object): WorldAnswer => ({ body: { data, error: { code: 'ok', message: '', log_id: 'world' } } });
const failed = (status: number, code: string, message: string): WorldAnswer => ({
  status,
  body: { data: {}, error: { code, message, log_id: 'world' } },
});
