import { describe, expect, it } from 'vitest';
import { TaskFault } from '#infra/local/engine/faults.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import { callback, invoke, only, smallCloud } from './small-cloud.ts';

const distributed = (processor: JsonObject): JsonObject => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...processor },
  End: true,
});

/** Fails the first time it sees a payload, and answers from then on. */
function failingOnce(alwaysGood: readonly Json[] = []) {
  const seen = new Set<string>();
  const cloud = smallCloud({
    work(payload) {
      const key = JSON.stringify(payload);
      if (!alwaysGood.includes(payload) && !seen.has(key)) {
        seen.add(key);
        throw new TaskFault('Down', `not yet ${key}`);
      }
      return payload;
    },
  });
  const callsFor = (payload: Json) =>
    cloud.calls.filter(call => (call.arguments as JsonObject).Payload === payload).length;
  return { cloud, callsFor };
}

describe('StopExecution', () => {
  it('aborts what waits, and its tokens with it', async () => {
    const cloud = smallCloud({ ask: () => null });
    const executionArn = await cloud.start(only(callback('ask')));
    await cloud.clock.idle();
    await cloud.engine.stopExecution({ executionArn, error: 'Enough', cause: 'told so' });
    expect(cloud.engine.describeExecution(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'told so',
    });
    expect(cloud.types(executionArn).at(-1)).toBe('ExecutionAborted');
    const taskToken = cloud.calls[0]?.taskToken ?? '';
    await expect(cloud.engine.sendTaskSuccess({ taskToken, output: 1 })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
    expect(cloud.statusChanges.map(change => change.status)).toEqual(['RUNNING', 'ABORTED']);
  });

  it('aborts the children of a Distributed Map', async () => {
    const cloud = smallCloud();
    const wait = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 3600, End: true } } };
    const executionArn = await cloud.start(only(distributed(wait)), [1, 2, 3]);
    cloud.after(60, () => cloud.engine.stopExecution({ executionArn }));
    await cloud.clock.idle();
    const [run] = cloud.engine.listMapRuns(executionArn);
    const mapRunArn = run?.mapRunArn ?? '';
    expect(cloud.engine.describeMapRun(mapRunArn)).toMatchObject({
      status: 'ABORTED',
      executionCounts: { aborted: 3 },
    });
    expect(cloud.engine.listExecutions({ mapRunArn, statusFilter: 'ABORTED' })).toHaveLength(3);
  });

  it('leaves a finished execution as it ended', async () => {
    const cloud = smallCloud();
    const { executionArn } = await cloud.run(only({ Type: 'Succeed' }));
    await cloud.engine.stopExecution({ executionArn });
    expect(cloud.engine.describeExecution(executionArn).status).toBe('SUCCEEDED');
  });
});

describe('RedriveExecution', () => {
  it('goes on with the state that failed, without the ones before it', async () => {
    const { cloud, callsFor } = failingOnce(['before']);
    const definition = {
      StartAt: 'Before',
      States: {
        Before: invoke('work', { Payload: 'before', Assign: { x: 1 }, Next: 'Risky' }),
        Risky: invoke('work', {
          Payload: 'risky',
          Output: ['{% $x %}', '{% $states.context.Execution.RedriveCount %}'],
          End: true,
        }),
      },
    };
    const { executionArn, status, redriveStatus } = await cloud.run(definition);
    expect([status, redriveStatus]).toEqual(['FAILED', 'REDRIVABLE']);
    await cloud.engine.redriveExecution({ executionArn });
    const redriven = await cloud.engine.finished(executionArn);
    expect(redriven).toMatchObject({
      status: 'SUCCEEDED',
      output: [1, 1],
      redriveCount: 1,
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect(redriven.error).toBeUndefined();
    expect([callsFor('before'), callsFor('risky')]).toEqual([1, 2]);
    expect(cloud.types(executionArn).slice(-7)).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('runs only the failed iterations of an inline Map again', async () => {
    const { cloud, callsFor } = failingOnce([0, 1]);
    const ItemProcessor = { StartAt: 'Do', States: { Do: invoke('work') } };
    const { executionArn } = await cloud.run(
      only({ Type: 'Map', MaxConcurrency: 1, ItemProcessor, End: true }),
      [0, 1, 2, 3],
    );
    for (let redrives = 0; redrives < 2; redrives += 1) {
      await cloud.engine.redriveExecution({ executionArn });
      await cloud.engine.finished(executionArn);
    }
    expect(cloud.engine.describeExecution(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: [0, 1, 2, 3] });
    expect([0, 1, 2, 3].map(callsFor)).toEqual([1, 1, 2, 2]);
  });

  it('runs only the failed branches of a Parallel again', async () => {
    const { cloud, callsFor } = failingOnce(['a']);
    const branch = (Payload: string) => ({
      StartAt: Payload,
      States: { [Payload]: invoke('work', { Payload, End: true }) },
    });
    const Branches = [branch('a'), branch('b')];
    const definition = only({ Type: 'Parallel', Branches, End: true });
    const { executionArn } = await cloud.run(definition);
    await cloud.engine.redriveExecution({ executionArn });
    expect((await cloud.engine.finished(executionArn)).output).toEqual(['a', 'b']);
    expect([callsFor('a'), callsFor('b')]).toEqual([1, 2]);
  });

  it('redrives only the failed children of a Distributed Map', async () => {
    const { cloud, callsFor } = failingOnce([0, 2]);
    const state = { ...distributed({ StartAt: 'Do', States: { Do: invoke('work') } }), MaxConcurrency: 1 };
    const { executionArn, status } = await cloud.run(only(state), [0, 1, 2]);
    expect(status).toBe('FAILED');
    await cloud.engine.redriveExecution({ executionArn });
    expect(await cloud.engine.finished(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: [0, 1, 2] });
    expect([0, 1, 2].map(callsFor)).toEqual([1, 2, 1]);
    const [run] = cloud.engine.listMapRuns(executionArn);
    expect(cloud.engine.describeMapRun(run?.mapRunArn ?? '')).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
  });

  it('is refused for what did not fail, and after 14 days', async () => {
    const { cloud } = failingOnce();
    const good = await cloud.run(only({ Type: 'Succeed' }));
    await expect(cloud.engine.redriveExecution(good)).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
    const bad = await cloud.run(only({ Type: 'Fail' }));
    cloud.after(15 * 24 * 3600, () => {});
    await cloud.clock.idle();
    await expect(cloud.engine.redriveExecution(bad)).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
  });
});
