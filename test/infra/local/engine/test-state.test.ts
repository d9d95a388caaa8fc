import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#infra/local/engine/json.ts';
import { invoke, smallCloud } from './small-cloud.ts';

const test = (definition: JsonObject, rest: object = {}) =>
  smallCloud().engine.testState({ definition: { QueryLanguage: 'JSONata', ...definition }, ...rest });

describe('TestState', () => {
  it('answers with output, assigned variables and the next state', async () => {
    const state = { Type: 'Pass', Assign: { y: '{% $x + 1 %}' }, Output: '{% $states.input.a * 2 %}', Next: 'Later' };
    expect(await test(state, { input: { a: 21 }, variables: { x: 1 } })).toEqual({
      status: 'SUCCEEDED',
      output: 42,
      nextState: 'Later',
      variables: { y: 2 },
    });
  });

  it('mocks the task, with a result or an error', async () => {
    const Catch = [{ ErrorEquals: ['Known'], Next: 'Rescue' }];
    const state = invoke('f', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }], Catch, Next: 'Later' });
    const failing = (error: string, more: object = {}) =>
      test(state, { mock: { errorOutput: { error, cause: 'why' } }, ...more });
    expect(await test(state, { mock: { result: { ok: true } } })).toMatchObject({
      status: 'SUCCEEDED',
      output: { ok: true },
    });
    expect(await failing('Known')).toMatchObject({ status: 'CAUGHT_ERROR', error: 'Known', nextState: 'Rescue' });
    expect(await failing('Busy')).toEqual({ status: 'RETRIABLE', error: 'Busy', cause: 'why' });
    expect(await failing('Busy', { retrierRetryCount: 2 })).toMatchObject({ status: 'FAILED', error: 'Busy' });
    expect(await failing('Unknown')).toMatchObject({ status: 'FAILED', error: 'Unknown', cause: 'why' });
  });

  it('takes one state out of a machine', async () => {
    const machine = {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Fail', Error: 'E', Cause: 'C' } },
    };
    expect(await test(machine, { stateName: 'B' })).toMatchObject({ status: 'FAILED', error: 'E', cause: 'C' });
    await expect(test(machine, { stateName: 'None' })).rejects.toThrow("no state 'None'");
  });

  it('shows the state the context that it is given', async () => {
    const state = {
      Type: 'Pass',
      Output: '{% [$states.context.Execution.Name, $states.context.Task.Token, $states.context.State.Name] %}',
      End: true,
    };
    const context = { Execution: { Name: 'summer' }, Task: { Token: 'a-token' } };
    expect(await test(state, { context })).toMatchObject({ output: ['summer', 'a-token', 'State'] });
  });
});
