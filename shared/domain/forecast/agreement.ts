import { money } from '../money.ts';
import { answerAsk } from '../outreach/negotiation.ts';
import type { ForecastPlan } from './plan.ts';

/** What comes of an offer to somebody who is interested; amounts in minor units. */
export type Agreement =
  | { readonly kind: 'agreed'; readonly fee: number }
  | { readonly kind: 'too-dear' }
  | { readonly kind: 'no-money' };

/** Half-way is enough for them if it is this share of their own price. */
const takesShare = 0.85;

/**
 * The campaign's own negotiation (`answer-ask.v1`) with somebody whose price is `price`. Whatever it would hand to a person counts
 * as lost: a forecast knows nothing of what people decide.
 */
export function agreementWith(
  plan: Pick<ForecastPlan, 'compensation' | 'budget'>,
  { offer, price, settles, remaining }: { offer: number; price: number; settles: boolean; remaining: number },
): Agreement {
  if (offer >= price || settles) return offer <= remaining ? { kind: 'agreed', fee: offer } : { kind: 'no-money' };
  const { floor, ceiling } = plan.compensation;
  const { currency } = plan.budget;
  let last = offer;
  for (let round = 1; round <= 2; round += 1) {
    const answer = answerAsk({
      ask: money(price, currency),
      offer: money(last, currency),
      floor,
      ceiling,
      remainingBudget: money(remaining, currency),
      round,
    });
    if (answer.kind === 'person') return { kind: price > ceiling.minor ? 'too-dear' : 'no-money' };
    if (answer.kind === 'accept' || answer.fee.minor >= takesShare * price)
      return { kind: 'agreed', fee: answer.fee.minor };
    last = answer.fee.minor;
  }
  return { kind: 'too-dear' };
}
