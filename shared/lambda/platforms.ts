import { blogMetrics } from '#shared/adapters/blog/metrics.ts';
import { guardedFetch } from '#shared/adapters/http/guarded-fetch.ts';
import { instagramMetrics } from '#shared/adapters/instagram/metrics.ts';
import { youtubeMetrics } from '#shared/adapters/youtube/metrics.ts';
import { secretsManager } from '#shared/aws/clients.ts';
import { secretJson } from '#shared/aws/secrets.ts';
import { platformSecret } from '#shared/contracts/secrets.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import type { ProfileMetricsSource } from '#shared/ports/platforms.ts';

interface PlatformEnvironment {
  readonly PLATFORM_SECRET_ARN: string;
  readonly INSTAGRAM_URL: string;
  readonly YOUTUBE_URL: string;
  readonly ALLOWED_PRIVATE_HOSTS: string;
}

/** Names us to the sites we read, and where to complain. */
const userAgent = 'Groundswell/0.1 (+https://github.com/groundswell)';

export type MetricsSources = Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;

/** A source for every platform that the operator gave credentials for; blogs need none. */
export async function metricsSources(env: PlatformEnvironment): Promise<MetricsSources> {
  const { instagram, youtube } = await secretJson(secretsManager(), env.PLATFORM_SECRET_ARN, platformSecret);
  const allowedPrivateHosts = env.ALLOWED_PRIVATE_HOSTS.split(',').filter(Boolean);
  return {
    blog: blogMetrics({ fetch: guardedFetch({ allowedPrivateHosts }), allowedPrivateHosts, userAgent }),
    ...(instagram && {
      instagram: instagramMetrics({ fetch, ...graphAddress(env.INSTAGRAM_URL), ...instagram }),
    }),
    ...(youtube && { youtube: youtubeMetrics({ fetch, baseUrl: env.YOUTUBE_URL, ...youtube }) }),
  };
}

/** `https://graph.facebook.com/v26.0`: the host, and the version that lives about two years. */
function graphAddress(url: string): { baseUrl: string; version: string } {
  const [, baseUrl, version] = /^(.*)\/(v\d+\.\d+)\/?$/.exec(url) ?? [];
  if (baseUrl === undefined || version === undefined)
    throw new Error(`INSTAGRAM_URL is "${url}"; it must end in a Graph API version such as /v26.0`);
  return { baseUrl, version };
}
