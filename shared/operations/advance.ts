import { attentionId, decisionsIn } from '#shared/domain/attention.ts';
import type { Collaboration, CollaborationEvent, Effect } from '#shared/domain/collaboration.ts';
import { decide } from '#shared/domain/lifecycle/decide.ts';
import { Fault } from '#shared/errors.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { AttentionStore, CollaborationStore } from '#shared/ports/collaborations.ts';
import type { SuppressionStore } from '#shared/ports/sending.ts';
import type { WaitCompleter } from '#shared/ports/workflows.ts';
import { cadenceRules } from './cadence-rules.ts';
import { nextLook } from './next-look.ts';

export interface AdvanceDeps {
  readonly campaigns: CampaignStore;
  readonly collaborations: CollaborationStore;
  readonly suppressions: SuppressionStore;
  readonly attention: AttentionStore;
  readonly waits: WaitCompleter;
}

/** How often a write may lose against others before the caller's retry policy takes over. */
const attempts = 6;

/** Applies one event; answers the collaboration as it then stands. */
export type Advance = (
  campaignId: string,
  influencerId: string,
  event: CollaborationEvent,
  at: string,
) => Promise<Collaboration>;

/**
 * The only way a collaboration changes. The decision and what must follow from it are one conditional write; the effects are then
 * carried out and struck off. Whoever dies in between leaves them `pending`, due at once, and `chase` finishes them.
 */
export const advance =
  (deps: AdvanceDeps): Advance =>
  async (campaignId, influencerId, event, at) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = await deps.collaborations.get(campaignId, influencerId);
      const decision = decide(before, event, at);
      if (decision.kind === 'keep') {
        const { status: from, version } = before;
        const entry = { at, from, version, event, ignored: decision.because };
        await deps.collaborations.record(campaignId, influencerId, entry);
        return before;
      }
      const stored = await deps.collaborations.replace({
        ...decision.next,
        pending: [...before.pending, ...decision.effects],
        nextActionAt: at,
      });
      if (stored) return finishPending(deps)(stored, at);
    }
    throw new Fault('write-conflict', `The collaboration with ${influencerId} kept changing; nothing was done.`);
  };

/** Carries out what earlier transitions left to do, and plans when to look again. */
export const finishPending =
  (deps: AdvanceDeps) =>
  async (collaboration: Collaboration, at: string): Promise<Collaboration> => {
    for (const effect of collaboration.pending) await carryOut(deps, collaboration, effect, at);
    const campaign = await deps.campaigns.get(collaboration.campaignId);
    const look = nextLook(collaboration, cadenceRules(campaign.spec), at);
    const { nextActionAt: _, ...rest } = collaboration;
    const stored = await deps.collaborations.replace({
      ...rest,
      pending: [],
      ...(look !== undefined && { nextActionAt: look }),
    });
    // Somebody moved it on meanwhile: their write kept our pending effects, which are done twice without harm.
    return stored ?? deps.collaborations.get(collaboration.campaignId, collaboration.influencerId);
  };

/** Every effect may be carried out twice and counts once. */
async function carryOut(deps: AdvanceDeps, collaboration: Collaboration, effect: Effect, at: string): Promise<void> {
  const { campaignId, influencerId } = collaboration;
  switch (effect.kind) {
    case 'record':
      return deps.collaborations.record(campaignId, influencerId, {
        at: effect.at,
        from: effect.from,
        version: effect.version,
        event: effect.event,
      });
    case 'suppress':
      return deps.suppressions.add(collaboration.addressHash, effect.because, at);
    case 'release-budget':
      return deps.campaigns.release(campaignId, influencerId);
    case 'complete-wait':
      await deps.waits.complete(effect.taskToken, { status: effect.status });
      return;
    case 'resolve-attention':
      return deps.attention.resolve(campaignId, effect.ids, { at: effect.at });
    case 'ask-person':
      return deps.attention.raise({
        campaignId,
        influencerId,
        id: attentionId(influencerId, effect.at),
        raisedAt: effect.at,
        name: collaboration.name,
        because: effect.because,
        ...(effect.quote !== undefined && { quote: effect.quote }),
        options: decisionsIn(collaboration),
      });
  }
}
