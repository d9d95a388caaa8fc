import { describe, expect, it } from 'vitest';
import type { Retrier } from '#infra/local/engine/definition/machine.ts';
import { decideCatch, decideRetry } from '#infra/local/engine/execution/recovery.ts';
import { heartbeatFault, StateFault, timeoutFault } from '#infra/local/engine/execution/state-fault.ts';

const retrier = (fields: Partial<Retrier> = {}): Retrier => ({
  errorEquals: ['States.ALL'],
  intervalSeconds: 1,
  maxAttempts: 3,
  backoffRate: 2,
  maxDelaySeconds: undefined,
  jitter: 'NONE',
  ...fields,
});

const fault = (error: string | null) => new StateFault(error, 'why');
const delays = (one: Retrier, random = () => 0.5) =>
  [0, 1, 2, 3].map(used => decideRetry([one], [used], fault('X'), random)?.delayMs);

describe('a retry', () => {
  it('waits longer each time and gives up', () => {
    expect(delays(retrier())).toEqual([1000, 2000, 4000, undefined]);
    expect(delays(retrier({ maxAttempts: 0 }))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('never waits longer than its longest delay', () => {
    expect(delays(retrier({ intervalSeconds: 10, maxDelaySeconds: 15 }))).toEqual([10_000, 15_000, 15_000, undefined]);
  });

  it('waits anything up to its delay with full jitter', () => {
    expect(delays(retrier({ jitter: 'FULL' }), () => 0.25)).toEqual([250, 500, 1000, undefined]);
  });

  it('counts for the first retrier that names the error, and for no other', () => {
    const retriers = [retrier({ errorEquals: ['A'], maxAttempts: 1 }), retrier()];
    expect(decideRetry(retriers, [], fault('A'), () => 0)?.retrier).toBe(0);
    expect(decideRetry(retriers, [1], fault('A'), () => 0)).toBeUndefined();
    expect(decideRetry(retriers, [1], fault('B'), () => 0)?.retrier).toBe(1);
  });
});

describe('which errors a name stands for', () => {
  const caught = (error: string, by: StateFault) => decideCatch([{ errorEquals: [error], next: 'N' }], by) === 0;

  it.each([
    ['States.ALL', 'States.DataLimitExceeded', true],
    ['States.ALL', 'States.Runtime', false],
    ['States.Runtime', 'States.Runtime', false],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['A', 'B', false],
  ])('%s catches %s: %s', (name, error, expected) => expect(caught(name, fault(error))).toBe(expected));

  it('States.ALL catches a failure without a name', () => expect(caught('States.ALL', fault(null))).toBe(true));

  it('a missed heartbeat is a timeout under two names', () => {
    expect(caught('States.Timeout', heartbeatFault())).toBe(true);
    expect(caught('States.HeartbeatTimeout', heartbeatFault())).toBe(true);
    expect(caught('States.HeartbeatTimeout', timeoutFault())).toBe(false);
  });
});
