import { createHash } from 'node:crypto';
import { blogMetrics } from '#shared/adapters/blog/metrics.ts';
import { guardedFetch } from '#shared/adapters/http/guarded-fetch.ts';
import { instagramMetrics } from '#shared/adapters/instagram/metrics.ts';
import { allowanceOf } from '#shared/adapters/metered.ts';
import { tiktokMetrics } from '#shared/adapters/tiktok/metrics.ts';
import type { TiktokApp } from '#shared/adapters/tiktok/oauth.ts';
import { youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import { secretsManager } from '#shared/aws/clients.ts';
import { secretJson } from '#shared/aws/secrets.ts';
import { type PlatformSecret, platformSecret } from '#shared/contracts/secrets.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import { type MeteredService, rateLimits } from '#shared/domain/rate-limit.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';
import type { Allowance, RateBudget } from '#shared/ports/rate-budget.ts';
import { connectionsOf } from './vault.ts';

interface TiktokEnvironment {
  readonly TIKTOK_URL: string;
  /** Empty where the operator has no app at TikTok. */
  readonly TIKTOK_CLIENT_KEY: string;
}

interface PlatformEnvironment extends TiktokEnvironment {
  readonly TABLE_NAME: string;
  readonly PLATFORM_SECRET_ARN: string;
  readonly VAULT_SECRET_ARN: string;
  readonly INSTAGRAM_URL: string;
  readonly YOUTUBE_URL: string;
  readonly ALLOWED_PRIVATE_HOSTS: string;
}

/** Names us to the sites we read, and where to complain. */
const userAgent = 'Groundswell/0.1 (+https://github.com/groundswell)';

export type MetricsSources = Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;

export const platformCredentials = (env: { readonly PLATFORM_SECRET_ARN: string }): Promise<PlatformSecret> =>
  secretJson(secretsManager(), env.PLATFORM_SECRET_ARN, platformSecret);

/** The operator's app at TikTok: a public key, which pages show to browsers, and a secret. */
export const tiktokApp = (
  { TIKTOK_URL, TIKTOK_CLIENT_KEY }: TiktokEnvironment,
  { tiktok }: PlatformSecret,
): TiktokApp | undefined =>
  tiktok && TIKTOK_CLIENT_KEY !== ''
    ? { fetch, baseUrl: TIKTOK_URL, clientKey: TIKTOK_CLIENT_KEY, ...tiktok }
    : undefined;

/** A credential's part of the shared budget. The credential itself is not stored, only what tells it from others. */
export const allowance =
  (budget: RateBudget, share = 1) =>
  (service: MeteredService, credential: string, units = rateLimits[service].units): Allowance =>
    allowanceOf(budget, {
      service,
      credential: createHash('sha256').update(`${service}\n${credential}`).digest('hex').slice(0, 16),
      limit: { ...rateLimits[service], units },
      share,
    });

/**
 * A source for every platform that the operator gave credentials for; blogs need none. `share` of each budget: whoever asks for
 * thousands leaves a part to those who look at one post.
 */
export async function metricsSources(
  env: PlatformEnvironment,
  { rateBudget }: { readonly rateBudget: RateBudget },
  share = 1,
): Promise<MetricsSources> {
  const secret = await platformCredentials(env);
  const { instagram, youtube } = secret;
  const app = tiktokApp(env, secret);
  const connections = app && (await connectionsOf(env));
  const allowed = allowance(rateBudget, share);
  const allowedPrivateHosts = env.ALLOWED_PRIVATE_HOSTS.split(',').filter(Boolean);
  return {
    blog: blogMetrics({ fetch: guardedFetch({ allowedPrivateHosts }), allowedPrivateHosts, userAgent }),
    ...(instagram && {
      instagram: instagramMetrics({
        fetch,
        ...graphAddress(env.INSTAGRAM_URL),
        ...instagram,
        allowance: allowed('instagram', instagram.token, instagram.callsPerHour),
      }),
    }),
    ...(youtube && {
      youtube: youtubeMetrics({
        fetch,
        baseUrl: env.YOUTUBE_URL,
        ...youtube,
        allowance: allowed('youtube', youtube.apiKey, youtube.unitsPerDay),
      }),
    }),
    ...(app &&
      connections && {
        tiktok: tiktokMetrics({ ...app, connections, allowance: allowed('tiktok', app.clientKey) }),
      }),
  };
}

/** `https://graph.facebook.com/v26.0`: the host, and the version that lives about two years. */
function graphAddress(url: string): { baseUrl: string; version: string } {
  const [, baseUrl, version] = /^(.*)\/(v\d+\.\d+)\/?$/.exec(url) ?? [];
  if (baseUrl === undefined || version === undefined)
    throw new Error(`INSTAGRAM_URL is "${url}"; it must end in a Graph API version such as /v26.0`);
  return { baseUrl, version };
}
