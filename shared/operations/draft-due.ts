import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { CollaborationEvent } from '#shared/domain/collaboration.ts';
import { draftDue } from '#shared/domain/outreach/draft.ts';

/** By when a draft is due that is asked for now; undefined where the campaign wants none. */
export const draftDueAt = ({ brief, period }: CampaignSpec, at: string): string | undefined =>
  brief.draftDueDays === undefined
    ? undefined
    : draftDue(brief.draftDueDays, brief.postBetween.to, period.timeZone, at);

/** They confirm the brief, and know by when we want to see a draft. */
export function briefConfirmed(spec: CampaignSpec, via: 'page' | 'mail', at: string): CollaborationEvent {
  const dueAt = draftDueAt(spec, at);
  return { kind: 'brief-confirmed', via, ...(dueAt !== undefined && { draftDueAt: dueAt }) };
}
