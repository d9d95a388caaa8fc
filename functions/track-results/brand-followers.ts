import { profileKey, profileRef } from '#shared/domain/import/profile.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import type { MetricsSources } from '#shared/lambda/platforms.ts';

/** Followers of the brand's own profiles now; what can not be seen today is left out of today's snapshot. */
export async function brandFollowers(
  sources: MetricsSources,
  profiles: readonly { readonly platform: Platform; readonly handle: string }[],
  at: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { platform, handle } of profiles) {
    const ref = profileRef(platform, handle);
    const answer = ref && (await sources[platform]?.metrics(ref, { at: new Date(at) }));
    if (ref && answer?.kind === 'found' && answer.metrics.followers !== undefined)
      counts[profileKey(ref)] = answer.metrics.followers;
  }
  return counts;
}
