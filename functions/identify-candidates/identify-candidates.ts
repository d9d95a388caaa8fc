import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { Sign } from '#shared/domain/thread.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore, RosterStore } from '#shared/ports/candidates.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { groupRows } from './group-rows.ts';
import { readSources } from './read-source.ts';
import { rejections } from './rejections.ts';
import { writePeople } from './write-people.ts';

export interface IdentifyDeps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly roster: RosterStore;
  readonly files: FileStore;
  readonly sign: Sign;
}

/**
 * Reads all sources, merges people found twice and writes them as candidates; bad rows are reported and stop nothing. Everything is
 * read twice: first only the keys of each row are kept, then each person is written as soon as their last row has come by. So a list
 * of any length needs little more memory than its keys.
 */
export const identifyCandidates =
  (deps: IdentifyDeps) =>
  async ({ campaignId, at }: Input<'identify-candidates'>): Promise<Output<'identify-candidates'>> => {
    const { spec } = await deps.campaigns.get(campaignId);
    const read = () => readSources(deps, spec.sources);
    const rejected = rejections();
    const grouped = await groupRows(deps, read, rejected);
    const { influencerIds, refusedRows } = await writePeople(deps, read, grouped, rejected, { campaignId, at });

    const itemsKey = `items/${campaignId}/candidates.jsonl`;
    const items = influencerIds.map(influencerId => JSON.stringify({ influencerId })).join('\n');
    await deps.files.write(itemsKey, items, 'application/jsonl');
    const { rows } = grouped.groups;
    const counts = {
      rows: rows + rejected.count() - refusedRows,
      rejectedRows: rejected.count(),
      duplicates: rows - refusedRows - influencerIds.length,
      candidates: influencerIds.length,
    };
    await deps.campaigns.change(
      campaignId,
      { status: 'measuring', rejectedRows: rejected.shown(), counts },
      liveStatuses,
    );
    return { candidates: influencerIds.length, itemsKey };
  };
