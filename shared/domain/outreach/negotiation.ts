import { formatMoney, type Money, money } from '../money.ts';
import { clamp } from '../statistics.ts';
import { friendlyAmount } from './offer.ts';

export interface Ask {
  /** What they ask for. */
  readonly ask: Money;
  /** What we last offered. */
  readonly offer: Money;
  readonly floor: Money;
  readonly ceiling: Money;
  /** What the campaign can still promise, this collaboration's own offer not counted. */
  readonly remainingBudget: Money;
  /** 1 for their first ask, 2 after our first counter-offer. */
  readonly round: number;
}

export type AskAnswer =
  | { readonly kind: 'accept'; readonly fee: Money }
  | { readonly kind: 'counter'; readonly fee: Money; readonly because: string }
  | { readonly kind: 'person'; readonly because: string };

/** A gap this small is not worth another mail. */
const smallGap = 0.1;
/** We meet half-way once; who asks a third time wants to talk to somebody. */
const lastRound = 2;

/**
 * `answer-ask.v1`: inside the band an ask is accepted, or met half-way the first time; everything else goes to a person. No
 * answer ever promises more than the ceiling, the remaining budget or what they asked (the floor is always paid).
 */
export function answerAsk({ ask, offer, floor, ceiling, remainingBudget, round }: Ask): AskAnswer {
  const person = (because: string): AskAnswer => ({ kind: 'person', because });
  if ([offer, floor, ceiling, remainingBudget].some(({ currency }) => currency !== ask.currency))
    return person(`they ask in ${ask.currency}, the campaign pays in ${ceiling.currency}`);
  if (ask.minor < 0) return person('the amount they ask makes no sense');
  if (ask.minor > ceiling.minor) return person(`they ask ${formatMoney(ask)}, the ceiling is ${formatMoney(ceiling)}`);
  if (round > lastRound) return person(`they have named a price ${round} times, now ${formatMoney(ask)}`);

  const fee = money(Math.max(ask.minor, floor.minor), ask.currency);
  const close = ask.minor <= offer.minor * (1 + smallGap);
  if (!close && round < lastRound) {
    const halfWay = halfWayFee(offer, ask, floor);
    if (halfWay.minor <= remainingBudget.minor && halfWay.minor < ask.minor)
      return {
        kind: 'counter',
        fee: halfWay,
        because: `half-way between ${formatMoney(offer)} and ${formatMoney(ask)}`,
      };
  }
  return fee.minor <= remainingBudget.minor
    ? { kind: 'accept', fee }
    : person(`they ask ${formatMoney(ask)}, the budget has ${formatMoney(remainingBudget)} left`);
}

const halfWayFee = (offer: Money, ask: Money, floor: Money): Money =>
  money(
    clamp(
      friendlyAmount(money((offer.minor + ask.minor) / 2, ask.currency)).minor,
      Math.max(offer.minor, floor.minor),
      ask.minor,
    ),
    ask.currency,
  );
