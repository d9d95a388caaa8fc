import { describe, expect, it } from 'vitest';
import { createEngine } from '#infra/local/engine/engine.ts';
import { memoryJournal } from '#infra/local/engine/journals/memory-journal.ts';
import type { Json } from '#infra/local/engine/json.ts';
import type { TaskCall } from '#infra/local/engine/ports.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { startExecution } from '#infra/local/services/tasks/start-execution.ts';
import { startMs } from '#test/infra/local/engine/small-cloud.ts';

const arn = (name: string) => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
const mayAll = { allow: () => {} };
const none = { get: async () => new Uint8Array(), list: async () => [], put: async () => {} };
const run = (more: object): Json => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Run',
  States: {
    Run: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: arn('child'), Input: { say: 'hi' }, ...more },
      End: true,
    },
  },
});
const child: Json = {
  QueryLanguage: 'JSONata',
  StartAt: 'Say',
  States: { Say: { Type: 'Pass', Output: 'said', End: true } },
};

describe('a task that waits for an execution', () => {
  it.each([
    ['named by the state', { Name: 'once' }],
    ['named by us', {}],
  ])('finds its execution after a restart, ended or not (%s)', async (_how, more) => {
    const clock = fastClock(startMs);
    const journal = memoryJournal();
    let answers = false;
    const engineOn = () => {
      const engine = createEngine({
        clock,
        journal,
        objects: none,
        async runTask(call: TaskCall) {
          const answer = startExecution(engine, mayAll, call);
          // The process that dies has started the execution and never hears of its end.
          return answers ? answer : new Promise(() => {});
        },
      });
      return engine;
    };
    const first = engineOn();
    for (const [name, definition] of [['parent', run(more)] as const, ['child', child] as const])
      first.define({ arn: arn(name), name, roleArn: 'role', definition });
    const { executionArn } = await first.startExecution({ stateMachineArn: arn('parent') });
    await clock.idle();
    expect(first.listExecutions({ stateMachineArn: arn('child') }).map(({ status }) => status)).toEqual(['SUCCEEDED']);
    first.close();

    answers = true;
    const second = engineOn();
    expect(await second.finished(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: { Output: 'said' } });
    expect(second.listExecutions({ stateMachineArn: arn('child') }).length).toBe(1);
    const types = second.getExecutionHistory(executionArn).map(({ type }) => type);
    expect(types.filter(type => type === 'TaskSubmitted').length).toBe(1);
    second.close();
  });

  it('fails where somebody else’s execution has that name', async () => {
    const clock = fastClock(startMs);
    const engine = createEngine({
      clock,
      objects: none,
      runTask: call => clock.hold(startExecution(engine, mayAll, call)),
    });
    engine.define({ arn: arn('parent'), name: 'parent', roleArn: 'role', definition: run({ Name: 'once' }) });
    engine.define({ arn: arn('child'), name: 'child', roleArn: 'role', definition: child });
    const { executionArn: other } = await engine.startExecution({ stateMachineArn: arn('child'), name: 'once' });
    await engine.finished(other);
    const { executionArn } = await engine.startExecution({ stateMachineArn: arn('parent') });
    expect(await engine.finished(executionArn)).toMatchObject({ status: 'FAILED', error: 'ExecutionAlreadyExists' });
  });
});
