import type { Input, Output } from '#shared/contracts/functions.ts';
import { liveStatuses } from '#shared/domain/campaign.ts';
import type { Sign } from '#shared/domain/thread.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { groupRows } from './group-rows.ts';
import type { RosterDeps } from './read-roster.ts';
import { sourceReader } from './read-source.ts';
import { rejections } from './rejections.ts';
import { writePeople } from './write-people.ts';

export interface IdentifyDeps extends RosterDeps {
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
    const read = sourceReader(deps, await deps.campaigns.get(campaignId));
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
