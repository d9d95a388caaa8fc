import type { Allowance } from '#shared/ports/rate-budget.ts';
import { askJson } from '../http/json-api.ts';
import { metered, unmetered } from '../metered.ts';
import type { NoAnswer } from '../no-answer.ts';
import { verdictOn } from './errors.ts';
import { businessDiscovery, graphError, type InstagramProfile } from './schema.ts';
import { usageOf } from './usage.ts';

export interface InstagramConfig {
  readonly fetch: typeof globalThis.fetch;
  /** Host without version: https://graph.facebook.com */
  readonly baseUrl: string;
  /** Graph API version such as v26.0; each lives about two years. */
  readonly version: string;
  /** Our own professional account, on whose behalf others are looked up. */
  readonly userId: string;
  readonly token: string;
  /** What may still be asked; without one, Meta's own word is the only limit. */
  readonly allowance?: Allowance;
}

export type ProfilePage = { readonly kind: 'found'; readonly profile: InstagramProfile } | NoAnswer;

/** One page of another account's posts; Meta documents 25 as the default and no maximum. */
export const pageSize = 25;

/** Meta stops the whole app at 100 %; other Lambdas' calls in flight need the rest. */
const stopAtPercent = 95;
/** Platform limits count over a rolling hour. */
const hourMs = 3_600_000;

const profileFields =
  'id,username,name,biography,website,followers_count,follows_count,media_count,profile_picture_url';
const mediaFields = 'id,caption,like_count,comments_count,timestamp,permalink,media_type,media_product_type';

/** Business Discovery: one call is one page of one account. Asks nothing while the app is used up. */
export function instagramClient({ fetch, baseUrl, version, userId, token, allowance = unmetered() }: InstagramConfig) {
  async function ask(username: string, at: Date, after?: string): Promise<ProfilePage> {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${version}/${encodeURIComponent(userId)}`);
    url.searchParams.set('fields', fieldsFor(username, after));
    // In a header and not in the query: URLs are logged.
    const answer = await askJson(fetch, url, { headers: { authorization: `Bearer ${token}` } });
    if (answer.kind === 'unreachable')
      return { kind: 'broken', because: `Instagram can not be reached: ${answer.because}` };

    const { percent, regainMinutes } = usageOf(answer.headers);
    const resumesAt = new Date(at.getTime() + (regainMinutes > 0 ? regainMinutes * 60_000 : hourMs)).toISOString();
    if (percent >= stopAtPercent || regainMinutes > 0)
      await allowance.close(resumesAt, 'the app has nearly used up its calls of this hour');

    const found = businessDiscovery.safeParse(answer.body);
    if (found.success) return { kind: 'found', profile: found.data.business_discovery };
    const failed = graphError.safeParse(answer.body);
    if (!failed.success)
      return { kind: 'broken', because: `Instagram answered ${answer.status} with a body that makes no sense` };
    const verdict = verdictOn(failed.data.error);
    if (verdict.kind === 'throttled') return { ...verdict, kind: 'throttled', retryAt: resumesAt };
    return { ...verdict, kind: verdict.kind };
  }

  return {
    async page(username: string, at: Date, after?: string): Promise<ProfilePage> {
      // It becomes part of the query's own syntax.
      if (!/^[a-z0-9._]{1,30}$/i.test(username))
        return { kind: 'missing', because: `"${username.slice(0, 60)}" is no Instagram handle` };
      return metered(allowance, 1, at, () => ask(username, at, after));
    },
  };
}

export type InstagramClient = ReturnType<typeof instagramClient>;

/** The account's own fields are asked for once; further pages carry posts only. */
function fieldsFor(username: string, after: string | undefined): string {
  const media = `media${after === undefined ? '' : `.after(${after})`}.limit(${pageSize}){${mediaFields}}`;
  return `business_discovery.username(${username}){${after === undefined ? `${profileFields},` : ''}${media}}`;
}
