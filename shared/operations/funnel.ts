import type { Collaboration, CollaborationStatus } from '#shared/domain/collaboration.ts';
import { funnelSteps, reachedStages } from '#shared/domain/report/funnel.ts';
import type { FunnelStep } from '#shared/domain/report/report.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';

export type Standing = Partial<Record<CollaborationStatus, number>>;

/** How many collaborations stand where. */
export async function standingOf(collaborations: CollaborationStore, campaignId: string): Promise<Standing> {
  return count(await allOf(collaborations, campaignId));
}

/** How far candidates came, from top to bottom, and where their collaborations stand now. */
export async function funnelOf(
  collaborations: CollaborationStore,
  { campaignId, counts }: Campaign,
): Promise<{ funnel: FunnelStep[]; standing: Standing }> {
  const all = await allOf(collaborations, campaignId);
  return { funnel: funnelSteps(counts, reachedStages(all)), standing: count(all) };
}

const allOf = (collaborations: CollaborationStore, campaignId: string): Promise<Collaboration[]> =>
  Array.fromAsync(collaborations.ofCampaign(campaignId));

function count(collaborations: readonly Collaboration[]): Standing {
  const standing: Standing = {};
  for (const { status } of collaborations) standing[status] = (standing[status] ?? 0) + 1;
  return standing;
}
