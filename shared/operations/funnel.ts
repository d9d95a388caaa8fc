import type { Collaboration, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { funnelSteps, reachedStages } from '#shared/domain/report/funnel.ts';
import type { FunnelStep } from '#shared/domain/report/report.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';

export type Standing = Partial<Record<CollaborationStatus, number>>;

/** How many collaborations stand where. */
export function standingOf(collaborations: readonly Collaboration[]): Standing {
  const standing: Standing = {};
  for (const { status } of collaborations) standing[status] = (standing[status] ?? 0) + 1;
  return standing;
}

/** How far candidates came, from top to bottom, and where their collaborations stand now. */
export async function funnelOf(
  collaborations: CollaborationStore,
  { campaignId, counts }: Campaign,
): Promise<{ funnel: FunnelStep[]; standing: Standing }> {
  const all = await Array.fromAsync(collaborations.ofCampaign(campaignId));
  return { funnel: funnelSteps(counts, reachedStages(all)), standing: standingOf(all) };
}
