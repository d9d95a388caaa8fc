import type { Collaboration } from '../collaboration.ts';
import { type Money, money } from '../money.ts';
import { payout } from '../tracking/money-earned.ts';
import type { Brought, ReportInput } from './input.ts';
import type { CollaborationResult } from './report.ts';

/** What every collaboration cost and brought: most revenue first, then most engagement, then by name. */
export const resultsOf = (
  { collaborations, brought }: Pick<ReportInput, 'collaborations' | 'brought'>,
  currency: string,
): CollaborationResult[] =>
  collaborations
    .map(collaboration => resultOf(collaboration, brought.get(collaboration.influencerId), currency))
    .toSorted(
      (a, b) =>
        b.revenue.minor - a.revenue.minor ||
        engagementsOf(b) - engagementsOf(a) ||
        b.clicks - a.clicks ||
        compare(a.name, b.name) ||
        compare(a.influencerId, b.influencerId),
    );

function resultOf(collaboration: Collaboration, found: Brought | undefined, currency: string): CollaborationResult {
  const { influencerId, name, profile, status } = collaboration;
  const nothing: Brought = { clicks: 0, orders: 0, revenue: money(0, currency) };
  const { leads: _, ...brought } = found ?? nothing;
  const postUrl = postUrlOf(collaboration);
  return {
    influencerId,
    name,
    profile,
    status,
    ...('terms' in collaboration && { fee: collaboration.terms.fee }),
    ...(postUrl !== undefined && { postUrl }),
    ...brought,
    cost: costOf(collaboration, found ?? nothing, currency),
  };
}

/** A fee is owed from the day the post is up; what was settled is final. */
function costOf(collaboration: Collaboration, brought: Brought, currency: string): Money {
  switch (collaboration.status) {
    case 'published':
    case 'verified':
      return payout(collaboration.terms, brought);
    case 'settled':
      return collaboration.payout;
    default:
      return money(0, currency);
  }
}

const postUrlOf = (collaboration: Collaboration): string | undefined => {
  if (collaboration.status === 'published') return collaboration.postUrl;
  return 'post' in collaboration ? collaboration.post.url : undefined;
};

/** Likes and comments where both are known, else what is. */
export const engagementsOf = ({ likes, comments }: Pick<CollaborationResult, 'likes' | 'comments'>): number =>
  (likes ?? 0) + (comments ?? 0);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
