import type { Catcher, Retrier } from '../definition/machine.ts';
import type { StateFault } from './state-fault.ts';

/** Decides whether a failed state is tried again. Every retrier counts on its own. */
export function decideRetry(
  retriers: readonly Retrier[],
  used: readonly number[],
  fault: StateFault,
  random: () => number,
): { readonly retrier: number; readonly delayMs: number } | undefined {
  const index = retriers.findIndex(retrier => matches(retrier.errorEquals, fault));
  const retrier = retriers[index];
  const uses = used[index] ?? 0;
  if (!retrier || uses >= retrier.maxAttempts) return undefined;
  const seconds = retrier.intervalSeconds * retrier.backoffRate ** uses;
  const capped = Math.min(seconds, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const delay = retrier.jitter === 'FULL' ? capped * random() : capped;
  return { retrier: index, delayMs: Math.round(delay * 1000) };
}

export function decideCatch(catchers: readonly Catcher[], fault: StateFault): number | undefined {
  const index = catchers.findIndex(catcher => matches(catcher.errorEquals, fault));
  return index < 0 ? undefined : index;
}

function matches(errors: readonly string[], fault: StateFault): boolean {
  if (fault.error === 'States.Runtime') return false; // never, not even by name (recorded)
  return errors.some(
    error =>
      error === fault.error ||
      error === fault.alias ||
      error === 'States.ALL' ||
      (error === 'States.TaskFailed' && fault.error !== 'States.Timeout'),
  );
}
