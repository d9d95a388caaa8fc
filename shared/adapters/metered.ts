import { setImmediate as nextTurn } from 'node:timers/promises';
import { windowOf } from '#shared/domain/rate-limit.ts';
import type { Allowance, Grant, Metered, RateBudget } from '#shared/ports/rate-budget.ts';
import type { NoAnswer } from './no-answer.ts';

/** The part of the shared budget that one credential has. */
export const allowanceOf = (budget: RateBudget, metered: Metered): Allowance => ({
  take: together(
    (cost, at) => budget.take(metered, cost, at),
    at => windowOf(metered.limit, at, metered.share).units,
  ),
  close: (until, because) => budget.close(metered, until, because),
});

type Take<Instant> = (cost: number, at: Instant) => Promise<Grant>;

interface Ask {
  readonly cost: number;
  readonly at: string;
  readonly answer: (grant: Grant) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One write for all who ask while the last one was under way: everybody counts in the same item, which bears 1,000 writes a second.
 * Where the sum does not fit, each is asked for by itself, so that as many are granted as there is room for. `most` fits into an
 * unused window: more than that would be granted there, as a single large cost is.
 */
export function together(take: Take<string>, most: (at: string) => number): Take<Date> {
  let waiting: Ask[] = [];
  let isTaking = false;

  async function takeAll(): Promise<void> {
    isTaking = true;
    while (waiting.length > 0) {
      // Whoever is about to ask has asked by then.
      await nextTurn();
      const asks = fitting(waiting, most);
      waiting = waiting.slice(asks.length);
      await takeOnce(asks).catch(error => {
        for (const { fail } of asks) fail(error);
      });
    }
    isTaking = false;
  }

  async function takeOnce(asks: readonly Ask[]): Promise<void> {
    const [first] = asks;
    if (!first) return;
    const sum = await take(costOf(asks), first.at);
    for (const { cost, at, answer } of asks)
      answer(asks.length === 1 || sum.kind === 'granted' ? sum : await take(cost, at));
  }

  return (cost, at) =>
    new Promise((answer, fail) => {
      waiting.push({ cost, at: at.toISOString(), answer, fail });
      if (!isTaking) void takeAll();
    });
}

/** Of those who wait, the first ones of one instant whose costs fit into a window together; one at least. */
function fitting(waiting: readonly Ask[], most: (at: string) => number): Ask[] {
  const [first, ...others] = waiting;
  if (!first) return [];
  const asks = [first];
  for (const ask of others) {
    if (ask.at !== first.at || costOf([...asks, ask]) > most(first.at)) break;
    asks.push(ask);
  }
  return asks;
}

const costOf = (asks: readonly Ask[]): number => asks.reduce((sum, { cost }) => sum + cost, 0);

/** No limit but the service's own word, which is remembered here and nowhere else. */
export function unmetered(): Allowance {
  let closed = { until: '', because: '' };
  return {
    take: async (_, at) =>
      at.toISOString() < closed.until
        ? { kind: 'refused', retryAt: closed.until, because: closed.because }
        : { kind: 'granted' },
    close: async (until, because) => {
      if (until > closed.until) closed = { until, because };
    },
  };
}

/** Asks the service once, if the budget allows it; what the service says of its quota closes the budget for everybody. */
export async function metered<Found>(
  allowance: Allowance,
  cost: number,
  at: Date,
  ask: () => Promise<Found | NoAnswer>,
): Promise<Found | NoAnswer> {
  const grant = await allowance.take(cost, at);
  if (grant.kind === 'refused') return { kind: 'throttled', retryAt: grant.retryAt, because: grant.because };
  const answer = await ask();
  if (isThrottled(answer)) await allowance.close(answer.retryAt, answer.because);
  return answer;
}

const isThrottled = (answer: unknown): answer is Extract<NoAnswer, { kind: 'throttled' }> =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'throttled';
