import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Fault } from '#shared/errors.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { step, type Wire } from '#shared/lambda/step.ts';
import { at } from '#test/shared/domain/builders.ts';
import { isFault } from '#test/support/product/faults.ts';

const context = { awsRequestId: 'lambda-1' } as Context;
type Scorer = Wire<'score-candidates'>;
const input = { campaignId: 'c1', influencerIds: ['i1'], at };
const run = (wire: Scorer, event: unknown = input) => step('score-candidates', wire)(event, context);

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'T');
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('step', () => {
  test('runs the use case with its environment and its input, unknown fields left out', async () => {
    const seen: unknown[] = [];
    const answer = await run(
      env => async given => {
        seen.push(env, given);
        return { scored: 1, eligible: 0 };
      },
      { ...input, more: 'x' },
    );
    expect(answer).toEqual({ scored: 1, eligible: 0 });
    expect(seen).toEqual([{ TABLE_NAME: 'T' }, input]);
  });

  test.each([undefined, null, {}, { ...input, influencerIds: [] }, { ...input, at: 'today' }])(
    'refuses the input %j, naming what is wrong, before anything is done',
    async event => {
      const useCase = vi.fn();
      const refused = run(() => useCase, event === undefined ? 'nothing' : event);
      await expect(refused).rejects.toSatisfy(isFault('invalid-request'));
      await expect(refused).rejects.toThrow('score-candidates: ');
      expect(useCase).not.toHaveBeenCalled();
    },
  );

  test('answers nothing that is not in the contract', async () => {
    const answering = (answer: object) => run(() => async () => answer as never);
    await expect(answering({ scored: -1, eligible: 0 })).rejects.toThrow();
    await expect(answering({ scored: 1 })).rejects.toThrow();
    expect(await answering({ scored: 1, eligible: 0, secret: 'x' })).toEqual({ scored: 1, eligible: 0 });
  });

  test('the name of a fault is the error that workflows match; it is logged', async () => {
    const failed = run(() => async () => {
      throw new Fault('write-conflict', 'somebody else was faster');
    });
    await expect(failed).rejects.toMatchObject({ name: 'write-conflict', message: 'somebody else was faster' });
    expect(vi.mocked(console.error).mock.calls[0]?.[0]).toContain('"error":"write-conflict"');
  });

  test('is wired once for many calls; a wiring that failed is tried again', async () => {
    let wirings = 0;
    const handler = step('score-candidates', () => {
      wirings += 1;
      if (wirings === 1) throw new Error('the secret can not be read');
      return async () => ({ scored: 0, eligible: 0 });
    });
    await expect(handler(input, context)).rejects.toThrow('the secret can not be read');
    await Promise.all([handler(input, context), handler(input, context)]);
    expect(wirings).toBe(2);
  });

  test('an environment that does not fit its contract names what is missing', async () => {
    vi.stubEnv('TABLE_NAME', '');
    await expect(run(() => async () => ({ scored: 0, eligible: 0 }))).rejects.toThrow(
      /score-candidates: the environment does not fit.*[\s\S]*TABLE_NAME/,
    );
    expect(() => readEnvironment('record-mail-event')).toThrow('TABLE_NAME');
    vi.stubEnv('TABLE_NAME', 'T');
    expect(readEnvironment('record-mail-event')).toEqual({ TABLE_NAME: 'T' });
  });
});
