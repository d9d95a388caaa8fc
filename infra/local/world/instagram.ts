import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { type Field, readFields } from './field-list.ts';
import type { Person } from './person.ts';
import { countsAt, type SimulatedPost, visiblePosts } from './published-posts.ts';
import { seededRandom } from './random.ts';
import type { Society } from './society.ts';
import { type WorldAnswer, type WorldRequest, type WorldServer, worldServer } from './world-server.ts';

export interface InstagramPlan {
  readonly clock: Clock;
  readonly society: Society;
  readonly seed: string | number;
  readonly token: string;
  readonly userId: string;
  /** Platform limit: 200 calls an hour per daily user of the app. */
  readonly callsPerHour: number;
  readonly port?: number;
  readonly faults?: Faults;
}

const hourMs = 3_600_000;

/** graph.facebook.com as far as Business Discovery goes. Permalinks point to the real site's form of address. */
export function instagramServer(plan: InstagramPlan): Promise<WorldServer> {
  const random = seededRandom(plan.seed).fork('instagram');
  const calls: number[] = [];

  const answer = ({ url, headers }: WorldRequest): WorldAnswer => {
    const nowMs = plan.clock.now();
    while (calls[0] !== undefined && calls[0] <= nowMs - hourMs) calls.shift();
    calls.push(nowMs);
    const usage = Math.round((calls.length / plan.callsPerHour) * 100);
    // Meta sends the header only once enough calls were made.
    const limits =
      usage < 5
        ? {}
        : {
            'x-app-usage': JSON.stringify({
              call_count: usage,
              total_time: Math.round(usage * 0.7),
              total_cputime: Math.round(usage * 0.4),
            }),
          };
    const token = headers.authorization?.replace(/^Bearer /, '') ?? url.searchParams.get('access_token');
    const failed = (fault: GraphFault) => ({ ...graphError(fault), headers: limits });

    if (token !== plan.token) return failed(faults.badToken);
    if (usage > 100) return failed(faults.appLimit);
    if (random.chance(0.002)) return failed(random.chance(0.5) ? faults.userLimit : faults.outOfOrder);
    const [, , userId] = url.pathname.split('/');
    if (userId !== plan.userId) return failed(faults.noField);
    const discovery = readFields(url.searchParams.get('fields') ?? '')?.find(
      ({ name }) => name === 'business_discovery',
    );
    const username = discovery?.modifiers.username;
    if (!discovery || !username) return failed(faults.noField);
    const person = plan.society.byProfile('instagram', username);
    if (person?.profile.visibility !== 'public') return failed(faults.notFound(username));
    return { headers: limits, body: { business_discovery: account(person, discovery.fields, plan), id: plan.userId } };
  };
  return worldServer(plan.clock, answer, plan);
}

function account(person: Person, fields: readonly Field[], { society, clock }: InstagramPlan): Record<string, unknown> {
  const { profile } = person;
  const posts = visiblePosts(society.feed(person), clock.now());
  const values: Record<string, unknown> = {
    username: profile.handle,
    name: person.name,
    biography: profile.bio,
    followers_count: society.followers(person),
    follows_count: profile.followings,
    media_count: posts.length,
    profile_picture_url: `https://scontent.example/${profile.handle}.jpg`,
  };
  const wanted: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.name === 'media') wanted.media = mediaPage(field, person, posts, clock.now());
    else if (values[field.name] !== undefined) wanted[field.name] = values[field.name];
  }
  return { ...wanted, id: numericId(person.id) };
}

/** The nested edge has cursors and no `next`. */
function mediaPage(field: Field, person: Person, posts: readonly SimulatedPost[], nowMs: number) {
  const limit = Math.min(100, Number(field.modifiers.limit ?? 25));
  const from = field.modifiers.after ? Number(Buffer.from(field.modifiers.after, 'base64url').toString()) : 0;
  const shown = posts.slice(from, from + limit);
  const names = new Set(field.fields.map(({ name }) => name));
  const cursor = (at: number) => Buffer.from(String(at)).toString('base64url');
  return {
    data: shown.map(post =>
      Object.fromEntries(
        Object.entries(media(post, person, nowMs)).filter(([name]) => name === 'id' || names.has(name)),
      ),
    ),
    paging: {
      cursors: { before: cursor(from), ...(from + limit < posts.length && { after: cursor(from + limit) }) },
    },
  };
}

function media(post: SimulatedPost, person: Person, nowMs: number): Record<string, unknown> {
  const { likes, comments } = countsAt(post, nowMs);
  return {
    id: numericId(post.id),
    caption: post.text,
    // Left out, not zero, where the owner hides likes.
    ...(!person.profile.hidesLikes && { like_count: likes }),
    comments_count: comments,
    timestamp: new Date(post.atMs).toISOString().replace(/\.\d{3}Z$/, '+0000'),
    permalink: instagramPermalink(post),
    media_type: post.kind === 'carousel' ? 'CAROUSEL_ALBUM' : post.kind.toUpperCase(),
    media_product_type: post.kind === 'video' ? 'REELS' : 'FEED',
    username: person.profile.handle,
  };
}

export const instagramPermalink = (post: SimulatedPost): string =>
  `https://www.instagram.com/${post.kind === 'video' ? 'reel' : 'p'}/${post.id}/`;

const numericId = (text: string): string => {
  const random = seededRandom(text);
  return `178${Array.from({ length: 14 }, () => random.int(0, 9)).join('')}`;
};

interface GraphFault {
  readonly code: number;
  readonly message: string;
  readonly type?: string;
  readonly error_subcode?: number;
  readonly is_transient?: boolean;
}

const faults = {
  badToken: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
  appLimit: { code: 4, message: '(#4) Application request limit reached', is_transient: true },
  userLimit: { code: 17, message: '(#17) User request limit reached', is_transient: true },
  outOfOrder: { code: 2, message: '(#2) Service temporarily unavailable', is_transient: true },
  noField: { code: 100, message: '(#100) Tried accessing nonexisting field' },
  notFound: (username: string) => ({
    code: 110,
    error_subcode: 2207013,
    message: 'Invalid user id',
    error_user_title: 'Cannot find User',
    error_user_msg: `The user with username: ${username} cannot be found.`,
  }),
} as const;

// Limits come as 400 too: the code decides, never the HTTP status.
const graphError = (fault: GraphFault): WorldAnswer => ({
  status: fault.code === 2 ? 500 : 400,
  body: { error: { type: 'OAuthException', is_transient: false, fbtrace_id: 'AWorldTrace', ...fault } },
});
