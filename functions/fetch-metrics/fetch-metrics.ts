import { isDeepStrictEqual } from 'node:util';
import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Vendor } from '#shared/domain/influencer.ts';
import { earlier, later, plusDays, plusMinutes, startOfDay } from '#shared/domain/time.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import type { ProfileReportSource } from '#shared/ports/platforms.ts';
import { considerate } from './considerate.ts';
import { rememberFollowers } from './follower-history.ts';
import { measure, type Plan, type Sources } from './measure.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly followerHistories: FollowerHistoryStore;
  readonly sources: Sources;
  readonly vendors?: Readonly<Partial<Record<Vendor, ProfileReportSource>>>;
}

/** Candidates asked for, and stored, at the same time, half of a batch: platforms count calls, not connections. */
const parallel = 13;
/** Nobody is asked again sooner, whatever they say: a round is a Lambda and nine events of the execution. */
const leastMinutes = 1;

/**
 * Observes a batch of candidates and stores each as soon as it is known: a repeated step only does what is missing. A platform that
 * asks us to wait leaves its candidates for a later round; nothing about one profile ever fails the batch.
 */
export const fetchMetrics =
  ({ campaigns, candidates, followerHistories, sources, vendors = {} }: Deps) =>
  async ({ campaignId, influencerIds, at }: Input<'fetch-metrics'>): Promise<Output<'fetch-metrics'>> => {
    const [batch, campaign] = await Promise.all([
      candidates.getMany(campaignId, influencerIds),
      campaigns.get(campaignId),
    ]);
    const plan = planOf(campaign);
    const vendor = plan.wantsReport && vendors[plan.wantsReport];
    const origins = considerate({ sources, ...(vendor && { vendor }) });
    const isSettled = (kind: string | undefined) => kind !== undefined && kind !== 'waiting';
    const settled = batch.filter(({ metrics }) => isSettled(metrics?.kind));
    const wanted = batch.filter(({ metrics }) => !isSettled(metrics?.kind));
    const retryAt: string[] = [];
    for (let from = 0; from < wanted.length; from += parallel) {
      const few = wanted.slice(from, from + parallel);
      const results = await Promise.all(few.map(candidate => measure(origins, candidate, plan, at)));
      const observed = await rememberFollowers(
        followerHistories,
        results.map(({ candidate }) => candidate),
      );
      // Whoever only waits on, for the same, is as stored.
      await candidates.putAll(observed.filter((candidate, n) => !isDeepStrictEqual(candidate, few[n])));
      settled.push(...results.flatMap(result => (result.kind === 'settled' ? result.candidate : [])));
      retryAt.push(...results.flatMap(result => (result.kind === 'deferred' ? result.retryAt : [])));
    }
    const count = (kind: string) => settled.filter(({ metrics }) => metrics?.kind === kind).length;
    return {
      measured: count('measured'),
      unreachable: count('unreachable'),
      remaining: retryAt.length,
      // The first who can be asked again is: the others then cost a look at the budget.
      retryAt: retryAt.length === 0 ? at : later(retryAt.reduce(earlier), plusMinutes(at, leastMinutes)),
    };
  };

/**
 * How long quotas are waited for. A week: 10,000 profiles at 170 calls an hour take two and a half days. Not past the day on which
 * posts may begin, but a day at least.
 */
const patientDays = 7;

function planOf({ createdAt, spec }: Campaign): Plan {
  const { audience, brief, period, metrics } = spec;
  const posting = startOfDay(brief.postBetween.from, period.timeZone);
  return {
    platforms: audience.platforms,
    followers: audience.followers,
    ...(metrics && { wantsReport: metrics.vendor }),
    patientUntil: later(plusDays(createdAt, 1), earlier(plusDays(createdAt, patientDays), posting)),
  };
}
