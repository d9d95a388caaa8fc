import type { Item, Table } from '#shared/aws/table.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import { indexes, keys } from './keys.ts';
import { candidateDetailsShape, candidateShape, type Details } from './shapes/candidate.ts';

/**
 * A candidate is two items. The small one stands in the index and is written by each step; every write of it is paid for twice.
 * The large one, posts and rows as they were found, is written when they change: that is half of the write units.
 */
export function dynamoCandidates(table: Table): CandidateStore {
  const byScore = (campaignId: string) =>
    ({ index: 'GSI1', partition: `CAMPAIGN#${campaignId}#CANDIDATES`, newestFirst: true }) as const;

  const withDetails = async (candidates: readonly Candidate[]): Promise<Candidate[]> => {
    const items = await table.getMany(
      candidates.map(({ campaignId, influencerId }) => keys.candidateDetails(campaignId, influencerId)),
    );
    return joined(candidates, items);
  };

  return {
    async putAll(candidates) {
      // The small item says that there is something to read, so it comes last.
      await table.putMany(candidates.flatMap(toDetails));
      await table.putMany(candidates.map(toItem));
    },
    async putJudged(candidates) {
      await table.putMany(candidates.filter(isInOne).flatMap(toDetails));
      await table.putMany(candidates.map(toItem));
    },
    async getMany(campaignId, influencerIds) {
      const items = await table.getMany(
        influencerIds.flatMap(id => [keys.candidate(campaignId, id), keys.candidateDetails(campaignId, id)]),
      );
      const [details = [], small = []] = [true, false].map(isDetails =>
        items.filter(({ kind }) => (kind === candidateDetailsShape.kind) === isDetails),
      );
      const found = new Map(joined(small.map(candidateShape.read), details).map(one => [one.influencerId, one]));
      return influencerIds.flatMap(id => found.get(id) ?? []);
    },
    async *all(campaignId) {
      for await (const item of table.query({ partition: `CAMPAIGN#${campaignId}`, prefix: 'CANDIDATE#' }))
        yield candidateShape.read(item);
    },
    async byScore(campaignId, request) {
      const page = await table.page(byScore(campaignId), request);
      return { ...page, items: await withDetails(page.items.map(candidateShape.read)) };
    },
    async *bestFirst(campaignId) {
      for await (const item of table.query(byScore(campaignId))) yield candidateShape.read(item);
    },
  };
}

function joined(candidates: readonly Candidate[], items: readonly Item[]): Candidate[] {
  const details = new Map(items.map(item => candidateDetailsShape.read(item)).map(one => [one.influencerId, one]));
  return candidates.map(candidate => completed(candidate, details.get(candidate.influencerId)));
}

/** What was read from items of before, which had everything in one: it has to be moved when the candidate is written again. */
const inOne = new WeakSet<object>();
const isInOne = ({ metrics, evidence }: Candidate): boolean =>
  [metrics, evidence].some(part => part && inOne.has(part));

function completed(candidate: Candidate, { profiles, evidence }: Partial<Details> = {}): Candidate {
  const { metrics } = candidate;
  if (candidate.evidence) inOne.add(candidate.evidence);
  if (metrics && 'profiles' in metrics && metrics.profiles.length > 0) inOne.add(metrics);
  return {
    ...candidate,
    ...(evidence && { evidence }),
    ...(metrics && 'profiles' in metrics && profiles && { metrics: { ...metrics, profiles } }),
  };
}

function toDetails({ campaignId, influencerId, metrics, evidence }: Candidate) {
  const profiles = metrics && 'profiles' in metrics ? metrics.profiles : undefined;
  if (profiles === undefined && evidence === undefined) return [];
  const details = { influencerId, ...(profiles && { profiles }), ...(evidence && { evidence }) };
  return candidateDetailsShape.item(keys.candidateDetails(campaignId, influencerId), details);
}

function toItem({ evidence: _, metrics, ...candidate }: Candidate) {
  const { campaignId, influencerId, score } = candidate;
  const state = metrics && 'profiles' in metrics ? { ...metrics, profiles: [] } : metrics;
  return candidateShape.item(
    keys.candidate(campaignId, influencerId),
    { ...candidate, ...(state && { metrics: state }) },
    indexes.candidateByScore(
      campaignId,
      score !== undefined && score.exclusions.length === 0,
      score?.value ?? 0,
      influencerId,
    ),
  );
}
