import { formatMoney, type Money } from '../money.ts';
import { ratio } from '../statistics.ts';
import type { Outcome } from '../tracking/roi.ts';
import type { Reached } from './funnel.ts';
import type { ReportInput } from './input.ts';

/** One sentence for a busy person, computed from the numbers of the report. */
export function headlineOf(
  { kind, counts, campaign, wanted }: ReportInput,
  outcome: Outcome,
  reached: Reached,
): string {
  const amount = (value: Money) => formatMoney(value, `en-${value.currency.slice(0, 2)}`);
  if (kind === 'kick-off') {
    const from = counts.candidates === undefined ? '' : ` from ${count(counts.candidates, 'candidate')}`;
    return `${count(reached.Shortlisted, 'influencer')} shortlisted${from} for ${count(wanted, 'collaboration')} within ${amount(campaign.budget)}`;
  }
  const posts = reached.Published;
  if (posts === 0) return kind === 'final' ? 'The campaign ended without a post' : beforePosts(reached);
  const live = kind === 'final' ? `${count(posts, 'post')} went live` : `${posts} of ${count(wanted, 'post')} are live`;
  const times = ratio(outcome.revenue.minor, outcome.spend.minor);
  if (times === null) return `${live}, ${count(outcome.clicks, 'click')} and ${count(outcome.orders, 'order')} so far`;
  if (outcome.orders === 0)
    return `${live} for ${amount(outcome.spend)}, with ${count(outcome.clicks, 'click')} and no orders ${kind === 'final' ? 'attributed' : 'yet'}`;
  return `${live} and brought ${amount(outcome.revenue)}, ${times.toFixed(1)} times what they cost`;
}

function beforePosts({ Shortlisted, Invited, Answered, Accepted }: Reached): string {
  if (Invited === 0) return `${count(Shortlisted, 'influencer')} shortlisted, the invitations are going out`;
  return `${Answered} of ${count(Invited, 'invited influencer')} answered and ${Accepted} accepted`;
}

const count = (value: number, noun: string): string =>
  `${new Intl.NumberFormat('en-US').format(value)} ${noun}${value === 1 ? '' : 's'}`;
