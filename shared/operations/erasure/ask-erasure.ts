import type { Collaboration } from '#shared/domain/collaboration.ts';
import { erasedBecause, joinTraces, type Traces } from '#shared/domain/erasure.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import type { Money } from '#shared/domain/money.ts';
import { Fault } from '#shared/errors.ts';
import type { Erasure, ErasureStore, HeldCounts, HeldKind, PersonalDataStore } from '#shared/ports/erasures.ts';
import type { AdvanceDeps } from '../advance.ts';
import { endCollaboration } from '../end-collaboration.ts';
import { type FindDeps, type Person, tracesOf, whoIs } from './find-person.ts';

export interface AskDeps extends FindDeps, AdvanceDeps {
  readonly erasures: ErasureStore;
  readonly personalData: PersonalDataStore;
}

/** What an erasure is about to take away, and what should be seen to before it does. */
export interface Asked {
  readonly erasure: Erasure;
  readonly held: HeldCounts;
  /** Agreed with them: whoever pays needs to know whom before they are gone. */
  readonly owed: readonly { readonly campaignId: string; readonly status: string; readonly amount: Money }[];
  /** Codes in the brand's shop, which we can not delete there. */
  readonly coupons: readonly { readonly shop: string; readonly code: string }[];
}

/**
 * Takes the wish of a person to be forgotten. From now on nobody writes to them, and what is open ends; the rest is done by the next
 * run (`erase-people`).
 * Asking again changes nothing while it is open, and opens it anew where something was held again since.
 */
export const askErasure =
  (deps: AskDeps) =>
  async (person: Person, by: string, at: string): Promise<Asked> => {
    const who = await whoIs(deps, person);
    const erasureId = `e-${shortHash(who.influencerIds.join())}`;
    const before = await deps.erasures.find(erasureId);
    const traces = await tracesOf(deps, joinTraces([before?.traces ?? {}, who]));
    if (person.address === undefined && traces.campaignIds.length === 0)
      throw new Fault('not-found', `Nothing is held about an influencer ${person.influencerId}.`);
    for (const hash of traces.addressHashes) await deps.suppressions.add(hash, 'erasure', at);
    const { influencerIds, addressHashes } = traces;
    const erasure: Erasure =
      before && before.doneAt === undefined
        ? { ...before, influencerIds, addressHashes, traces }
        : { erasureId, askedAt: at, askedBy: by, influencerIds, addressHashes, erased: before?.erased ?? {}, traces };
    await deps.erasures.save(erasure);
    const named = (await collaborationsOf(deps, traces)).filter(one => one.erasedAt === undefined);
    const held = { ...(await countHeld(deps, traces)), ...(named.length > 0 && { collaborations: named.length }) };
    for (const one of named) await endCollaboration(deps)(one, erasedBecause, at);
    return { erasure, held, owed: named.flatMap(owedTo), coupons: traces.coupons };
  };

async function collaborationsOf({ collaborations }: AskDeps, { influencerIds }: Traces): Promise<Collaboration[]> {
  const all = await Promise.all(influencerIds.map(id => Array.fromAsync(collaborations.ofInfluencer(id))));
  return all.flat();
}

async function countHeld({ personalData }: AskDeps, traces: Traces): Promise<HeldCounts> {
  const counts: Partial<Record<HeldKind, number>> = {};
  const count = (kind: HeldKind) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for await (const { kind, rawKey } of personalData.held(traces)) {
    count(kind);
    if (rawKey !== undefined) count('raw-mails');
  }
  return counts;
}

function owedTo(one: Collaboration): Asked['owed'] {
  const { campaignId, status } = one;
  if (status === 'settled') return [{ campaignId, status, amount: one.payout }];
  return status === 'published' || status === 'verified' ? [{ campaignId, status, amount: one.terms.fee }] : [];
}
