import type { Input, Output } from '#shared/contracts/functions.ts';
import { later } from '#shared/domain/time.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import { considerate, measure, type Sources } from './measure.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly sources: Sources;
}

/** Candidates asked for at the same time; platforms count calls, not connections, and 5 keep a Lambda busy. */
const parallel = 5;

/**
 * Observes a batch of candidates and stores each as soon as it is known: a repeated step only does what is missing. A platform that
 * asks us to wait leaves its candidates for a later round; nothing about one profile ever fails the batch.
 */
export const fetchMetrics =
  ({ campaigns, candidates, sources }: Deps) =>
  async ({ campaignId, influencerIds, round, at }: Input<'fetch-metrics'>): Promise<Output<'fetch-metrics'>> => {
    const [batch, { spec }] = await Promise.all([
      candidates.getMany(campaignId, influencerIds),
      campaigns.get(campaignId),
    ]);
    const asked = considerate(sources);
    const settled = batch.filter(({ metrics }) => metrics !== undefined);
    const wanted = batch.filter(({ metrics }) => metrics === undefined);
    const retryAt: string[] = [];
    for (let from = 0; from < wanted.length; from += parallel) {
      const few = wanted.slice(from, from + parallel);
      const results = await Promise.all(
        few.map(candidate => measure(asked, candidate, spec.audience.platforms, round, at)),
      );
      const known = results.flatMap(result => (result.kind === 'settled' ? result.candidate : []));
      await candidates.putAll(known);
      settled.push(...known);
      retryAt.push(...results.flatMap(result => (result.kind === 'deferred' ? result.retryAt : [])));
    }
    return {
      measured: settled.filter(({ metrics }) => metrics?.kind === 'measured').length,
      unreachable: settled.filter(({ metrics }) => metrics?.kind === 'unreachable').length,
      remaining: retryAt.length,
      retryAt: retryAt.reduce(later, at),
    };
  };
