import type { Table } from '#shared/aws/table.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import { indexes, keys } from './keys.ts';
import { candidateShape } from './shapes/candidate.ts';

export function dynamoCandidates(table: Table): CandidateStore {
  const byScore = (campaignId: string) =>
    ({ index: 'GSI1', partition: `CAMPAIGN#${campaignId}#CANDIDATES`, newestFirst: true }) as const;

  return {
    putAll: candidates => table.putMany(candidates.map(toItem)),
    async getMany(campaignId, influencerIds) {
      const items = await table.getMany(influencerIds.map(id => keys.candidate(campaignId, id)));
      const found = new Map(items.map(item => [String(item.SK), candidateShape.read(item)]));
      return influencerIds.flatMap(id => found.get(keys.candidate(campaignId, id).SK) ?? []);
    },
    async *all(campaignId) {
      for await (const item of table.query({ partition: `CAMPAIGN#${campaignId}`, prefix: 'CANDIDATE#' }))
        yield candidateShape.read(item);
    },
    async byScore(campaignId, request) {
      const page = await table.page(byScore(campaignId), request);
      return { ...page, items: page.items.map(candidateShape.read) };
    },
    async *bestFirst(campaignId) {
      for await (const item of table.query(byScore(campaignId))) yield candidateShape.read(item);
    },
  };
}

function toItem(candidate: Candidate) {
  const { campaignId, influencerId, score } = candidate;
  return candidateShape.item(
    keys.candidate(campaignId, influencerId),
    candidate,
    indexes.candidateByScore(
      campaignId,
      score !== undefined && score.exclusions.length === 0,
      score?.value ?? 0,
      influencerId,
    ),
  );
}
