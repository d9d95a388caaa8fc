import type { Allowance, Metered, RateBudget } from '#shared/ports/rate-budget.ts';
import type { NoAnswer } from './post-text.ts';

/** The part of the shared budget that one credential has. */
export const allowanceOf = (budget: RateBudget, metered: Metered): Allowance => ({
  take: (cost, at) => budget.take(metered, cost, at.toISOString()),
  close: (until, because) => budget.close(metered, until, because),
});

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
