import { type CollaborationStatus, collaborationStatuses } from '#shared/domain/collaboration.ts';
import type { Campaign, CollaborationStore } from '#shared/ports.ts';

export type StatusCounts = Readonly<Partial<Record<CollaborationStatus, number>>>;

/** How many collaborations stand where. */
export async function statusCounts(collaborations: CollaborationStore, campaignId: string): Promise<StatusCounts> {
  const counts: Partial<Record<CollaborationStatus, number>> = {};
  for await (const { status } of collaborations.ofCampaign(campaignId)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** From candidates to settled collaborations, as a list that people read from top to bottom. */
export async function funnelOf(
  collaborations: CollaborationStore,
  { campaignId, counts }: Campaign,
): Promise<{ name: string; count: number }[]> {
  const standing = await statusCounts(collaborations, campaignId);
  return [
    { name: 'candidates', count: counts.candidates ?? 0 },
    { name: 'measured', count: counts.measured ?? 0 },
    { name: 'eligible', count: counts.eligible ?? 0 },
    ...collaborationStatuses.map(status => ({ name: status, count: standing[status] ?? 0 })),
  ];
}
