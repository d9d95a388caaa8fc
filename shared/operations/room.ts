import { remainingBudget } from '#shared/domain/campaign.ts';
import type { Money } from '#shared/domain/money.ts';
import type { Campaign } from '#shared/ports.ts';

/** What can still be promised to this influencer; what they were promised before is theirs to count again. */
export function roomFor({ budget, commitments }: Campaign, influencerId: string): Money {
  const left = remainingBudget(budget, commitments);
  return { ...left, minor: left.minor + (commitments.byInfluencer[influencerId] ?? 0) };
}
