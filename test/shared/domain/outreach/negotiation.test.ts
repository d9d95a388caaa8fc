import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#shared/domain/money.ts';
import { answerAsk } from '#shared/domain/outreach/negotiation.ts';
import { inr } from '../builders.ts';

const table = { offer: inr(4000), floor: inr(1000), ceiling: inr(8000), remainingBudget: inr(50_000), round: 1 };

describe('answering an ask', () => {
  it('accepts what is no more than the offer, or hardly more', () => {
    expect(answerAsk({ ...table, ask: inr(3500) })).toEqual({ kind: 'accept', fee: inr(3500) });
    expect(answerAsk({ ...table, ask: inr(4400) })).toEqual({ kind: 'accept', fee: inr(4400) });
  });

  it('pays the floor to who asks less', () => {
    expect(answerAsk({ ...table, ask: inr(500) })).toEqual({ kind: 'accept', fee: inr(1000) });
  });

  it('meets a higher ask half-way the first time, and accepts it the second', () => {
    expect(answerAsk({ ...table, ask: inr(6000) })).toMatchObject({ kind: 'counter', fee: inr(5000) });
    expect(answerAsk({ ...table, ask: inr(6000), offer: inr(5000), round: 2 })).toEqual({
      kind: 'accept',
      fee: inr(6000),
    });
  });

  it.each([
    ['above the ceiling', { ask: inr(8001) }, 'they ask ₹8,001, the ceiling is ₹8,000'],
    ['in another currency', { ask: money(5000, 'USD') }, 'they ask in USD, the campaign pays in INR'],
    ['no amount at all', { ask: inr(-1) }, 'the amount they ask makes no sense'],
    ['named for the third time', { ask: inr(6000), round: 3 }, 'they have named a price 3 times, now ₹6,000'],
    [
      'more than the budget has',
      { ask: inr(4200), remainingBudget: inr(4100) },
      'they ask ₹4,200, the budget has ₹4,100 left',
    ],
    [
      'beyond a budget that half-way exceeds',
      { ask: inr(7000), remainingBudget: inr(5000) },
      'they ask ₹7,000, the budget has ₹5,000 left',
    ],
  ])('leaves an ask %s to a person', (_, over, because) => {
    expect(answerAsk({ ...table, ...over })).toEqual({ kind: 'person', because });
  });

  it('offers half-way where the budget carries that but not the ask', () => {
    expect(answerAsk({ ...table, ask: inr(7000), remainingBudget: inr(6000) })).toMatchObject({
      kind: 'counter',
      fee: inr(5500),
    });
  });

  it('never promises outside the band, the budget or the ask', () => {
    const amount = fc.integer({ min: 0, max: 1e8 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        fc.integer({ min: 1, max: 4 }),
        (low, span, bid, ask, left, round) => {
          const [floor, ceiling] = [low, low + span];
          const offer = Math.min(Math.max(bid, floor), ceiling);
          const of = (minor: number) => money(minor, 'INR');
          const answer = answerAsk({
            offer: of(offer),
            floor: of(floor),
            ceiling: of(ceiling),
            ask: of(ask),
            remainingBudget: of(left),
            round,
          });
          if (answer.kind === 'person') return;
          expect(answer.fee.minor).toBeGreaterThanOrEqual(floor);
          expect(answer.fee.minor).toBeLessThanOrEqual(Math.min(ceiling, left, Math.max(ask, floor)));
          if (answer.kind === 'counter') expect(answer.fee.minor).toBeGreaterThanOrEqual(offer);
        },
      ),
    );
  });
});
