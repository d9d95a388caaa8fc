import { describe, expect, it } from 'vitest';
import { TaskFault } from '#infra/local/engine/faults.ts';
import { callback, invoke, only, smallCloud } from './small-cloud.ts';

const wait = (Seconds: number, rest: object = { End: true }) => ({ Type: 'Wait', Seconds, ...rest });
const pass = (Output: unknown) => ({ Type: 'Pass', Output, End: true }) as never;

describe('variables', () => {
  it('are assigned together, from what they were at the state’s entry', async () => {
    const { output } = await smallCloud().run({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { x: 1, y: 2 }, Next: 'Swap' },
        Swap: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Output: '{% [$x, $y] %}', Next: 'Show' },
        Show: pass({ before: '{% $states.input %}', after: ['{% $x %}', '{% $y %}'] }),
      },
    });
    expect(output).toEqual({ before: [1, 2], after: [2, 1] });
  });

  it('are seen inside a Parallel, and lost at its end', async () => {
    const branch = (name: string) => ({
      StartAt: name,
      States: {
        [name]: { Type: 'Pass', Assign: { [`of${name}`]: 1 }, Next: `${name}2` },
        [`${name}2`]: pass(`{% $x + $of${name} %}`),
      },
    });
    const { output, error, cause } = await smallCloud().run({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { x: 41 }, Next: 'Both' },
        Both: {
          Type: 'Parallel',
          Branches: [branch('A'), branch('B')],
          Assign: { results: '{% $states.result %}' },
          Next: 'Show',
        },
        Show: pass({ results: '{% $results %}', gone: '{% $exists($ofA) %}' }),
      },
    });
    expect([output, error, cause]).toEqual([{ results: [42, 42], gone: false }, undefined, undefined]);
  });

  it('may be at most 256 KiB and have names of 80 characters', async () => {
    const assign = (Assign: object) => smallCloud().run(only({ Type: 'Pass', Assign, End: true } as never));
    expect((await assign({ big: 'x'.repeat(262_144) })).error).toBe('States.DataLimitExceeded');
    expect((await assign({ ['n'.repeat(81)]: 1 })).error).toBe('States.QueryEvaluationError');
    expect((await assign({ ['n'.repeat(80)]: 1 })).status).toBe('SUCCEEDED');
  });
});

describe('a Parallel', () => {
  const branches = (...states: object[]) => states.map((S, at) => ({ StartAt: `S${at}`, States: { [`S${at}`]: S } }));

  it('gives every branch the same input and answers in their order, whichever ends first', async () => {
    const slow = {
      StartAt: 'Slow',
      States: { Slow: wait(60, { Next: 'Done' }), Done: pass('{% $states.input.n & " slow" %}') },
    };
    const [quick] = branches(pass('{% $states.input.n & " quick" %}'));
    const definition = only({
      Type: 'Parallel',
      Arguments: { n: '{% $states.input.n * 2 %}' },
      Branches: [slow, quick],
      End: true,
    } as never);
    expect((await smallCloud().run(definition, { n: 4 })).output).toEqual(['8 slow', '8 quick']);
  });

  it('ends its other branches when one fails, and reports them', async () => {
    const cloud = smallCloud({ ask: () => null });
    const Branches = branches(wait(5, { Next: 'Fail' }), callback('ask'), wait(60));
    Object.assign(Branches[0]?.States ?? {}, { Fail: { Type: 'Fail', Error: 'Broken', Cause: 'inside' } });
    const execution = await cloud.run(only({ Type: 'Parallel', Branches, End: true } as never));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'inside' });
    expect(cloud.types(execution.executionArn).slice(-5)).toEqual([
      'FailStateEntered',
      'TaskStateAborted',
      'WaitStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    const taskToken = cloud.calls[0]?.taskToken ?? '';
    await expect(cloud.engine.sendTaskSuccess({ taskToken, output: 1 })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });

  it('is retried as a whole', async () => {
    let attempts = 0;
    const cloud = smallCloud({
      flaky() {
        attempts += 1;
        if (attempts < 3) throw new TaskFault('Flaky', '');
        return attempts;
      },
      steady: () => 'ok',
    });
    const Retry = [{ ErrorEquals: ['Flaky'] }];
    const { output } = await cloud.run(
      only({ Type: 'Parallel', Branches: branches(invoke('steady'), invoke('flaky')), Retry, End: true } as never),
    );
    expect(output).toEqual(['ok', 3]);
    expect(cloud.calls.filter(call => call.stateName === 'S0')).toHaveLength(3);
  });

  it('reports the task that failed in it as aborted, once for each attempt', async () => {
    const cloud = smallCloud({
      broken() {
        throw new TaskFault('Broken', '');
      },
    });
    const Retry = [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }];
    const { executionArn } = await cloud.run(
      only({ Type: 'Parallel', Branches: branches(invoke('broken')), Retry, End: true } as never),
    );
    const attempt = ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskStateAborted'];
    expect(cloud.types(executionArn).slice(2)).toEqual([
      'ParallelStateStarted',
      ...attempt,
      'ParallelStateStarted',
      ...attempt,
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    const events = cloud.engine.getExecutionHistory(executionArn);
    const failure = events.find(event => event.type === 'TaskFailed')?.id;
    const following = events.filter(event => event.previousEventId === failure).map(event => event.type);
    expect(following).toEqual(['TaskStateAborted', 'ParallelStateStarted']);
  });
});

describe('an inline Map', () => {
  const map = (processor: object, rest: object = {}) =>
    only({ Type: 'Map', ItemProcessor: { StartAt: 'Do', States: { Do: processor } }, End: true, ...rest } as never);
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

  it('runs at most as many iterations at once as it may, and at most 40', async () => {
    const mostAtOnce = async (MaxConcurrency: number) => {
      let now = 0;
      let most = 0;
      const cloud = smallCloud({
        async work() {
          now += 1;
          most = Math.max(most, now);
          await new Promise(resolve => cloud.clock.at(cloud.clock.now() + 1000, () => resolve(null)));
          now -= 1;
          return null;
        },
      });
      // The function waits on the clock, so it must not hold it.
      cloud.clock.hold = work => work;
      await cloud.run(map(invoke('work'), { MaxConcurrency }), numbers(100));
      return most;
    };
    expect(await mostAtOnce(3)).toBe(3);
    expect(await mostAtOnce(0)).toBe(40);
  });

  it('shows each iteration its item, and keeps the order', async () => {
    const definition = map(
      pass('{% $states.context.Map.Item.Index & ":" & $states.context.Map.Item.Value & $states.input.of %}'),
      {
        ItemSelector: { of: '{% "/" & $count($states.input) %}' },
      },
    );
    expect((await smallCloud().run(definition, ['a', 'b'])).output).toEqual(['0:a/2', '1:b/2']);
  });

  it('fails with its first failing iteration and ends the others', async () => {
    const cloud = smallCloud({
      work(payload) {
        if (payload === 1) throw new TaskFault('Bad', 'one');
        return new Promise(() => {});
      },
    });
    cloud.clock.hold = work => work;
    const execution = await cloud.run(map(invoke('work')), numbers(3));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Bad', cause: 'one' });
    expect(cloud.types(execution.executionArn).slice(-9)).toEqual([
      'TaskFailed',
      'MapIterationFailed',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted', // the one that failed
      'MapStateFailed',
      'ExecutionFailed',
    ]);
  });
});
