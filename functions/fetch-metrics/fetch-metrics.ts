import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Candidate, MetricsState } from '#shared/domain/candidate.ts';
import type { Contact, MetricsAnswer, Platform, ProfileMetrics, ProfileRef } from '#shared/domain/influencer.ts';
import { profileKey } from '#shared/domain/profile.ts';
import { later } from '#shared/domain/time.ts';
import type { CampaignStore, CandidateStore, ProfileMetricsSource } from '#shared/ports.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly sources: Readonly<Partial<Record<Platform, ProfileMetricsSource>>>;
}

/** Candidates asked for at the same time; platforms count calls, not connections, and 5 keep a Lambda busy. */
const parallel = 5;

type Measured =
  | { readonly kind: 'settled'; readonly candidate: Candidate }
  | { readonly kind: 'deferred'; readonly retryAt: string };

/**
 * Observes a batch of candidates. Those measured before are left alone, so that a repeated step only does what is missing. A platform
 * that asks us to wait leaves its candidates for a later round; nothing about one profile ever fails the batch.
 */
export const fetchMetrics =
  ({ campaigns, candidates, sources }: Deps) =>
  async ({ campaignId, influencerIds, at }: Input<'fetch-metrics'>): Promise<Output<'fetch-metrics'>> => {
    const [batch, { spec }] = await Promise.all([
      candidates.getMany(campaignId, influencerIds),
      campaigns.get(campaignId),
    ]);
    const wanted = batch.filter(candidate => candidate.metrics === undefined);
    const results: Measured[] = [];
    for (let from = 0; from < wanted.length; from += parallel)
      results.push(
        ...(await Promise.all(
          wanted
            .slice(from, from + parallel)
            .map(candidate => measure(sources, candidate, spec.audience.platforms, at)),
        )),
      );

    const settled = results.flatMap(result => (result.kind === 'settled' ? result.candidate : []));
    const deferred = results.flatMap(result => (result.kind === 'deferred' ? result.retryAt : []));
    await candidates.putAll(settled);
    const all = [...batch.filter(candidate => candidate.metrics !== undefined), ...settled];
    return {
      measured: all.filter(({ metrics }) => metrics?.kind === 'measured').length,
      unreachable: all.filter(({ metrics }) => metrics?.kind === 'unreachable').length,
      remaining: deferred.length,
      retryAt: deferred.reduce(later, at),
    };
  };

async function measure(
  sources: Deps['sources'],
  candidate: Candidate,
  platforms: readonly Platform[],
  at: string,
): Promise<Measured> {
  const asked = candidate.profiles.filter(ref => platforms.includes(ref.platform));
  const answers: { ref: ProfileRef; answer: MetricsAnswer }[] = [];
  for (const ref of asked) {
    const options = { at: new Date(at), ...(candidate.feedUrl !== undefined && { feedUrl: candidate.feedUrl }) };
    const answer = (await sources[ref.platform]?.metrics(ref, options)) ?? noWayToAsk(ref.platform);
    answers.push({ ref, answer });
  }
  const found = answers.flatMap(({ answer }) => (answer.kind === 'found' ? answer.metrics : []));
  const gaps = answers.flatMap(({ ref, answer }) =>
    answer.kind === 'found' ? [] : `${profileKey(ref)}: ${answer.because}`,
  );
  if (found.length === 0) {
    const wait = answers.flatMap(({ answer }) => (answer.kind === 'throttled' ? answer.retryAt : [])).reduce(later, '');
    if (wait) return { kind: 'deferred', retryAt: wait };
    const because = gaps.join('; ') || `none of their profiles is on ${platforms.join(', ')}`;
    return { kind: 'settled', candidate: { ...candidate, metrics: { kind: 'unreachable', at, because } } };
  }
  return { kind: 'settled', candidate: enriched(candidate, { kind: 'measured', at, profiles: found, gaps }, found) };
}

const noWayToAsk = (platform: Platform): MetricsAnswer => ({
  kind: 'refused',
  because: `there are no credentials for ${platform} in the platform secret`,
});

/** What a profile says about itself fills what the source left open; it never overrules the source. */
function enriched(candidate: Candidate, metrics: MetricsState, profiles: readonly ProfileMetrics[]): Candidate {
  const first = <K extends 'name' | 'country' | 'language' | 'publishedEmail'>(key: K) =>
    profiles.find(profile => profile[key] !== undefined)?.[key];
  const country = candidate.country ?? first('country');
  const language = first('language');
  const contact = candidate.contact ?? publishedContact(profiles);
  const isNamed = !candidate.profiles.some(({ handle }) => handle === candidate.name);
  return {
    ...candidate,
    metrics,
    name: isNamed ? candidate.name : (first('name') ?? candidate.name),
    ...(country !== undefined && { country }),
    ...(contact && { contact }),
    languages: candidate.languages.length > 0 || language === undefined ? candidate.languages : [language],
  };
}

function publishedContact(profiles: readonly ProfileMetrics[]): Contact | undefined {
  const owner = profiles.find(({ publishedEmail }) => publishedEmail !== undefined);
  if (owner?.publishedEmail === undefined) return undefined;
  return {
    email: owner.publishedEmail,
    source: `published at ${profileKey(owner.profile)}`,
    obtainedAt: owner.observedAt,
    basis: 'published-business-address',
  };
}
