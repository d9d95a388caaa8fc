import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Traces } from '#shared/domain/erasure.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type {
  Erasure,
  ErasureStore,
  HeldCounts,
  HeldItem,
  HeldKind,
  PersonalDataStore,
} from '#shared/ports/erasures.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { AdvanceDeps } from '../advance.ts';
import type { ResultDeps } from '../results.ts';
import { eraseCollaboration } from './end-collaborations.ts';
import { type FindDeps, tracesOf } from './find-person.ts';
import { rewriteLists, rewriteRejectedRows } from './rewrite-lists.ts';
import { rewriteReports } from './rewrite-reports.ts';
import { forgetApart, rewriteResults } from './rewrite-results.ts';

export interface EraseDeps extends AdvanceDeps, ResultDeps, FindDeps {
  readonly erasures: ErasureStore;
  readonly personalData: PersonalDataStore;
  readonly files: FileStore;
  readonly mails: FileStore;
}

/** Nothing that began before the first look runs longer than a Lambda may (15 minutes); twice that is surely over. */
const settleMinutes = 30;
/** Items, and mails in their bucket, removed at once. */
const atOnce = 25;

/**
 * Erases what is held about one person. What names them is kept with the erasure until it is done, so that whoever dies over it, or
 * runs out of time, goes on with the same knowledge the next hour; each step finds only what is left. It is done when a second look
 * finds nothing: what was being written at the first one is there by then.
 */
export const erasePerson =
  (deps: EraseDeps) =>
  async (before: Erasure, at: string): Promise<Erasure> => {
    const traces = await tracesOf(deps, before.traces ?? before);
    const { influencerIds, addressHashes } = traces;
    const erasure: Erasure = { ...before, influencerIds, addressHashes, traces };
    await deps.erasures.save(erasure);
    await neverAgain(deps, traces, at);
    const tally = tallyOf(before.erased);
    tally.add({ collaborations: await endAll(deps, traces, at) });
    await forgetApart(deps.roster, traces);
    await removeAll(deps, traces, tally);
    const waits = await rewriteAll(deps, traces, tally);
    const isDone = !waits && tally.isIdle() && before.lookAgainAt !== undefined;
    const { traces: _, ...rest } = erasure;
    const after: Erasure = isDone
      ? { ...rest, erased: tally.total(), doneAt: at }
      : { ...erasure, erased: tally.total(), lookAgainAt: plusMinutes(at, settleMinutes) };
    await deps.erasures.save(after);
    return after;
  };

/** Only keyed hashes stay: so that nobody writes to them, and no list brings them back. */
async function neverAgain(
  { suppressions, roster }: EraseDeps,
  { addressHashes, influencerIds: [influencerId = ''] }: Traces,
  at: string,
): Promise<void> {
  for (const hash of addressHashes) await suppressions.add(hash, 'erasure', at);
  await roster.remember(new Map(addressHashes.map(hash => [`address:${hash}`, { influencerId, erased: true }])));
}

async function endAll(deps: EraseDeps, { influencerIds }: Traces, at: string): Promise<number> {
  const all: Collaboration[] = [];
  for (const id of influencerIds) all.push(...(await Array.fromAsync(deps.collaborations.ofInfluencer(id))));
  let ended = 0;
  for (const one of all) if (await eraseCollaboration(deps)(one, at)) ended += 1;
  return ended;
}

async function removeAll(deps: EraseDeps, traces: Traces, tally: Tally): Promise<void> {
  let batch: HeldItem[] = [];
  const flush = async () => {
    // The item names the mail, so it goes last.
    await Promise.all(batch.map(({ rawKey }) => rawKey !== undefined && deps.mails.remove(rawKey)));
    await deps.personalData.remove(batch);
    for (const { kind, rawKey } of batch) tally.add({ [kind]: 1, ...(rawKey !== undefined && { 'raw-mails': 1 }) });
    batch = [];
  };
  for await (const item of deps.personalData.held(traces)) {
    batch.push(item);
    if (batch.length >= atOnce) await flush();
  }
  await flush();
}

/** Answers whether something can not be rewritten yet. */
async function rewriteAll(deps: EraseDeps, traces: Traces, tally: Tally): Promise<boolean> {
  tally.add({ 'rejected-rows': await rewriteRejectedRows(deps.campaigns, traces) });
  let waits = false;
  for (const campaignId of traces.campaignIds) {
    const campaign = await deps.campaigns.get(campaignId);
    tally.add(await rewriteResults(deps, campaignId, traces));
    tally.add(await rewriteReports(deps, campaign, traces));
    const lists = await rewriteLists(deps, campaign, traces);
    if (lists === undefined) waits = true;
    else tally.add({ lists });
  }
  return waits;
}

interface Tally {
  add(counts: HeldCounts): void;
  total(): HeldCounts;
  /** Nothing was found this time. */
  isIdle(): boolean;
}

function tallyOf(before: HeldCounts): Tally {
  const counts = { ...before };
  let added = 0;
  return {
    add(more) {
      for (const [kind, count] of Object.entries(more) as [HeldKind, number][]) {
        if (count === 0) continue;
        counts[kind] = (counts[kind] ?? 0) + count;
        added += count;
      }
    },
    total: () => counts,
    isIdle: () => added === 0,
  };
}
