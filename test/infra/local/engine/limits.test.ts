import { describe, expect, it } from 'vitest';
import { callback, only, smallCloud, startMs } from './small-cloud.ts';

const yearSeconds = 365 * 24 * 3600;

describe('the limits of an execution', () => {
  it('ends with its 25,000th event', async () => {
    const cloud = smallCloud();
    const loop = { Type: 'Pass', Next: 'S' };
    const { executionArn, status, error, cause } = await cloud.run(only(loop));
    expect([status, error]).toEqual(['FAILED', 'States.Runtime']);
    expect(cause).toBe('The execution reached the maximum number of history events (25000).');
    const history = cloud.engine.getExecutionHistory(executionArn);
    expect(history).toHaveLength(25_000);
    expect(history.at(-1)).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
    expect(history.at(-2)?.type).toBe('PassStateExited');
  });

  it('times out after the seconds its machine allows, whatever it waits for', async () => {
    const cloud = smallCloud();
    const definition = { ...only({ Type: 'Wait', Seconds: 25, End: true }), TimeoutSeconds: 3 };
    const execution = await cloud.run(definition);
    expect(execution).toMatchObject({ status: 'TIMED_OUT', stopDate: startMs + 3000 });
    expect(execution.error).toBeUndefined();
    expect(cloud.types(execution.executionArn)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionTimedOut']);
  });

  it('times out after a year, which does not drive the clock by itself', async () => {
    const cloud = smallCloud({ ask: () => null });
    const executionArn = await cloud.start(only(callback('ask')));
    await cloud.clock.idle();
    expect(cloud.clock.now()).toBe(startMs);
    cloud.after(yearSeconds + 1, () => {});
    expect(await cloud.engine.finished(executionArn)).toMatchObject({
      status: 'TIMED_OUT',
      stopDate: startMs + yearSeconds * 1000,
    });
  });

  it('takes inputs of 262,144 bytes of UTF-8 and no more', async () => {
    const cloud = smallCloud();
    const quoted = (bytes: number) => 'ä'.repeat((bytes - 2) / 2);
    expect((await cloud.run(only({ Type: 'Succeed' }), quoted(262_144))).status).toBe('SUCCEEDED');
    await expect(cloud.run(only({ Type: 'Succeed' }), quoted(262_146))).rejects.toMatchObject({
      code: 'InvalidExecutionInput',
    });
  });

  it('lets no state put out more than that', async () => {
    const { error, cause } = await smallCloud().run(
      only({ Type: 'Pass', Output: "{% $pad('', 262143, 'x') %}", End: true }),
    );
    expect(error).toBe('States.DataLimitExceeded');
    expect(cause).toBe(
      "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit.",
    );
  });

  it('takes names of 80 plain characters', async () => {
    const cloud = smallCloud();
    const start = (name: string) => cloud.start(only({ Type: 'Succeed' }), {}, name);
    await expect(start('n'.repeat(80))).resolves.toMatch(/:nnn+$/);
    for (const name of ['n'.repeat(81), '', 'with space', 'a/b', 'tab\t']) {
      await expect(start(name)).rejects.toMatchObject({ code: 'InvalidName' });
    }
  });
});

describe('a Choice', () => {
  const choose = (Condition: string) =>
    smallCloud().run({
      StartAt: 'S',
      States: { S: { Type: 'Choice', Choices: [{ Condition, Next: 'T' }] }, T: { Type: 'Succeed' } },
    });

  it('must lead somewhere', async () => {
    const { error, cause } = await choose('{% false %}');
    expect(error).toBe('States.NoChoiceMatched');
    expect(cause).toMatch(/The state does not point to a next state\.$/);
  });

  it('decides by booleans only', async () => {
    const { error, cause } = await choose('{% 1 %}');
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain("field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean'");
  });
});

describe('a Wait', () => {
  it.each([
    ['2026-01-01T00:01:00Z', 60],
    ['2026-01-01T01:01:00+01:00', 60],
    ['2025-12-31T19:01:00.500-05:00', 60.5],
    ['2020-01-01T00:00:00Z', 0],
  ])('until %s takes %d s', async (Timestamp, seconds) => {
    const cloud = smallCloud();
    await cloud.run(only({ Type: 'Wait', Timestamp, End: true }));
    expect(cloud.clock.now() - startMs).toBe(seconds * 1000);
  });

  it.each(['2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01 00:00:00Z', '2026-01-01T00:00:00', 'soon'])(
    'refuses %s',
    async Timestamp => {
      const wait = { Type: 'Wait', Timestamp: '{% $states.input %}', End: true };
      const { error, cause } = await smallCloud().run(only(wait), Timestamp);
      expect(error).toBe('States.QueryEvaluationError');
      expect(cause).toMatch(
        /The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: /,
      );
    },
  );

  it('is refused with its definition where the time is written there', async () => {
    const definition = only({ Type: 'Wait', Timestamp: '2026-01-01 00:00:00Z', End: true });
    await expect(smallCloud().start(definition)).rejects.toThrow(
      'String does not match RFC3339 timestamp at /States/S/Timestamp',
    );
  });

  it('cannot go on for more than 68 years', async () => {
    const cloud = smallCloud();
    const Timestamp = new Date(startMs + 24_856 * 86_400_000).toISOString();
    const { executionArn, error, cause } = await cloud.run(only({ Type: 'Wait', Timestamp, End: true }));
    expect({ error, cause }).toEqual({
      error: 'States.Runtime',
      cause:
        "An error occurred while executing the state 'S' (entered at the event id #2). Wait state delay is too long.",
    });
    expect(cloud.types(executionArn)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionFailed']);
  });

  it('takes whole seconds only', async () => {
    const wait = (Seconds: number | string) => smallCloud().run(only({ Type: 'Wait', Seconds, End: true }));
    expect((await wait(1.5)).error).toBe('States.QueryEvaluationError');
    expect((await wait(-1)).error).toBe('States.QueryEvaluationError');
    expect((await wait("{% '5' %}")).cause).toContain("Expected 'number', but was 'string' for value: \"5\"");
  });
});
