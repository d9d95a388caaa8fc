import { describe, expect, it } from 'vitest';
import { TaskFault } from '#infra/local/engine/faults.ts';
import { callback, invoke, only, smallCloud, startMs } from './small-cloud.ts';

const hour = 3600;

describe('a task with a token', () => {
  const definition = only(callback('ask', { TimeoutSeconds: 10 * hour, HeartbeatSeconds: hour, End: true }));

  /** Asks, sends heartbeats at the given hours, and answers at one. */
  async function ask(heartbeats: readonly number[], answerAt?: number) {
    const cloud = smallCloud({
      ask(_payload, { taskToken = '' }) {
        for (const at of heartbeats) cloud.after(at * hour, () => cloud.engine.sendTaskHeartbeat({ taskToken }));
        if (answerAt) cloud.after(answerAt * hour, () => cloud.engine.sendTaskSuccess({ taskToken, output: 'yes' }));
        return 'asked';
      },
    });
    const execution = await cloud.run(definition);
    return { execution, hours: (cloud.clock.now() - startMs) / 3600_000, types: cloud.types(execution.executionArn) };
  }

  it('goes on with the answer', async () => {
    const { execution, types } = await ask([], 0.5);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'yes' });
    expect(types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('times out when a heartbeat is missed', async () => {
    const { execution, hours } = await ask([0.9, 1.8]);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(hours).toBeCloseTo(2.8);
  });

  it('times out in spite of heartbeats when its time is over', async () => {
    const { execution, hours } = await ask(Array.from({ length: 20 }, (_, n) => n / 2));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(hours).toBe(10);
  });

  it('takes no second answer, and none that comes too late', async () => {
    const cloud = smallCloud({ ask: () => null });
    const arn = await cloud.start(definition);
    await cloud.clock.hold(new Promise(setImmediate));
    const taskToken = cloud.calls[0]?.taskToken ?? '';
    await cloud.engine.sendTaskSuccess({ taskToken, output: 1 });
    await expect(cloud.engine.sendTaskSuccess({ taskToken, output: 2 })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
    expect((await cloud.engine.finished(arn)).output).toBe(1);
  });

  it('gives each retry a token of its own', async () => {
    const cloud = smallCloud({
      ask: (_payload, { taskToken = '' }) => {
        const fail = cloud.calls.length < 3;
        cloud.after(1, () =>
          fail
            ? cloud.engine.sendTaskFailure({ taskToken, error: 'Busy' })
            : cloud.engine.sendTaskSuccess({ taskToken, output: {} }),
        );
        return null;
      },
    });
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }];
    const { status } = await cloud.run(only(callback('ask', { Retry, End: true })));
    expect(status).toBe('SUCCEEDED');
    expect(new Set(cloud.calls.map(call => call.taskToken)).size).toBe(3);
  });
});

describe('a task that fails', () => {
  const Catch = [
    {
      ErrorEquals: ['Flaky'],
      Output: { caught: '{% $states.errorOutput %}', had: '{% $states.input.n %}' },
      Next: 'Caught',
    },
  ];
  const definition = {
    StartAt: 'Try',
    States: {
      Try: invoke('flaky', {
        Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 60, MaxAttempts: 2, BackoffRate: 3 }],
        Catch,
        End: true,
      }),
      Caught: { Type: 'Succeed' },
    },
  };

  it('is tried again after its delays, then caught', async () => {
    const cloud = smallCloud({
      flaky() {
        throw new TaskFault('Flaky', 'not today');
      },
    });
    const execution = await cloud.run(definition, { n: 7 });
    expect(execution).toMatchObject({
      status: 'SUCCEEDED',
      output: { caught: { Error: 'Flaky', Cause: 'not today' }, had: 7 },
    });
    expect(cloud.calls).toHaveLength(3);
    expect(cloud.clock.now() - startMs).toBe((60 + 180) * 1000);
  });

  it('may see how often it was retried', async () => {
    const cloud = smallCloud({
      count(payload) {
        if (payload !== 2) throw new TaskFault('Flaky', '');
        return payload;
      },
    });
    const Retry = [{ ErrorEquals: ['States.ALL'] }];
    const { output } = await cloud.run(
      only(invoke('count', { Payload: '{% $states.context.State.RetryCount %}', Retry, End: true })),
    );
    expect(output).toBe(2);
  });

  it('can be caught when its arguments cannot be evaluated, after EvaluationFailed', async () => {
    const cloud = smallCloud();
    const state = invoke('x', {
      Payload: '{% $states.input.none %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
      End: true,
    });
    const execution = await cloud.run({ StartAt: 'S', States: { S: state, Caught: { Type: 'Succeed' } } });
    expect(execution.status).toBe('SUCCEEDED');
    expect(cloud.types(execution.executionArn).slice(1, 4)).toEqual([
      'TaskStateEntered',
      'EvaluationFailed',
      'TaskStateExited',
    ]);
  });

  it('fails with a result of more than 262,144 bytes', async () => {
    const cloud = smallCloud({ big: () => 'x'.repeat(262_143) });
    const { error, cause } = await cloud.run(only(invoke('big')));
    expect(error).toBe('States.DataLimitExceeded');
    expect(cause).toContain("'lambda'");
  });
});

describe('a task that starts a job', () => {
  it('is submitted first and ends with the job', async () => {
    const cloud = smallCloud({
      job(_payload, call) {
        call.submitted({ id: 'job-1' });
        return { done: true };
      },
    });
    const execution = await cloud.run(only({ ...invoke('job'), Resource: 'arn:aws:states:::glue:startJobRun.sync' }));
    expect(execution.output).toEqual({ done: true });
    expect(cloud.types(execution.executionArn)).toContain('TaskSubmitted');
  });
});
