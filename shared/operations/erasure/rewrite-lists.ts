import { isFileSource, type SourceSpec } from '#shared/contracts/campaign/sources.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import { erased, type Traces, withoutWords } from '#shared/domain/erasure.ts';
import { profileKey, profileRef } from '#shared/domain/import/profile.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { campaignPages } from './find-person.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly files: FileStore;
}

/** A campaign reads its lists once. */
const isRead = ({ counts, status }: Campaign): boolean => counts.candidates !== undefined || hasEnded(status);

/**
 * Takes the lists away that a campaign has read, for one of them named the person: a row can not be cut out of a workbook. Answers how
 * many went; undefined while this or another campaign still has to read one.
 */
export async function rewriteLists(deps: Deps, campaign: Campaign, traces: Traces): Promise<number | undefined> {
  const { campaignId, spec } = campaign;
  if (!isRead(campaign)) return undefined;
  const sources = spec.sources.map(source => withoutList(source, traces));
  const gone = spec.sources.filter((source, index) => source !== sources[index]);
  const uploads = gone.flatMap(source => ('upload' in source && source.upload !== undefined ? [source.upload] : []));
  if (uploads.length > 0 && (await areWanted(deps.campaigns, uploads))) return undefined;
  for (const upload of uploads) await deps.files.remove(uploadKey(upload));
  if (gone.length > 0) await deps.campaigns.change(campaignId, { spec: { ...spec, sources } });
  return gone.length;
}

/** Rows say by name who was refused, also in campaigns that know nothing else of them. */
export async function rewriteRejectedRows(campaigns: CampaignStore, { words }: Traces): Promise<number> {
  let rewritten = 0;
  for await (const page of campaignPages(campaigns))
    for (const { campaignId, rejectedRows } of page) {
      const rows = rejectedRows.map(row => ({ ...row, because: withoutWords(row.because, words) }));
      const changed = rows.filter((row, index) => row.because !== rejectedRows[index]?.because);
      if (changed.length > 0) await campaigns.change(campaignId, { rejectedRows: rows });
      rewritten += changed.length;
    }
  return rewritten;
}

/** The same object where there is nothing to take away. */
function withoutList(source: SourceSpec, { profiles, words }: Traces): SourceSpec {
  if (source.kind === 'roster') return source;
  const empty: SourceSpec = { kind: 'file', name: withoutWords(source.name, words), text: erased };
  if (isFileSource(source)) return source.text === erased ? source : empty;
  const theirs = new Set([...profiles.map(profileKey), ...words.map(word => word.toLowerCase())]);
  const left = source.profiles.filter(({ platform, handle, email = '' }) => {
    const ref = profileRef(platform, handle);
    return !(ref && theirs.has(profileKey(ref))) && !theirs.has(email.toLowerCase());
  });
  if (left.length === source.profiles.length) return source;
  return left.length === 0 ? empty : { ...source, profiles: left };
}

/** Whether a campaign that was launched with the same file has still to read it. */
async function areWanted(campaigns: CampaignStore, uploads: readonly string[]): Promise<boolean> {
  for await (const page of campaignPages(campaigns))
    for (const one of page)
      if (!isRead(one) && one.spec.sources.some(source => 'upload' in source && uploads.includes(source.upload ?? '')))
        return true;
  return false;
}
