import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Fault, type FaultName, faults, retryableFaults } from '#shared/errors.ts';
import { parsed, problem } from '#shared/lambda/problem.ts';

const schema = z.strictObject({
  name: z.string().min(1, 'give a name'),
  dates: z.array(z.strictObject({ 'from/to~x': z.iso.date() })),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a') }),
    z.strictObject({ kind: z.literal('b') }),
  ]),
});
const good = { name: 'x', dates: [], source: { kind: 'a' } };

const refusal = (value: unknown): Fault => {
  try {
    parsed(schema, value, 'The thing');
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('it was taken');
};
const pointers = (value: unknown) => refusal(value).fields.map(({ pointer }) => pointer);

describe('parsed', () => {
  test('gives what fits, with defaults and transforms', () => {
    expect(parsed(schema, good, 'The thing')).toEqual(good);
    expect(parsed(z.object({ n: z.coerce.number().default(5) }), {}, 'It')).toEqual({ n: 5 });
  });

  test('points at every field, also nested ones, in arrays, and with / and ~ in their names', () => {
    const wrong = { name: '', dates: [{ 'from/to~x': '2026-01-01' }, { 'from/to~x': 'soon' }], source: { kind: 'c' } };
    expect(pointers(wrong)).toEqual(['/name', '/dates/1/from~1to~0x', '/source/kind']);
    expect(refusal(wrong).message).toBe('The thing has 3 problems.');
  });

  test('names unknown fields one by one, wherever they stand', () => {
    const wrong = { ...good, budget: 1, 'a/b': 2, dates: [{ 'from/to~x': '2026-01-01', until: 3 }] };
    expect(refusal(wrong).fields).toEqual(
      expect.arrayContaining([
        { pointer: '/budget', detail: 'There is no such field.' },
        { pointer: '/a~1b', detail: 'There is no such field.' },
        { pointer: '/dates/0/until', detail: 'There is no such field.' },
      ]),
    );
  });

  test('says of one problem that it is one', () => {
    const fault = refusal({ ...good, name: '' });
    expect(fault.message).toBe('The thing has a problem.');
    expect(fault.fields).toEqual([{ pointer: '/name', detail: 'give a name' }]);
  });

  test.each([null, undefined, 7, 'text', []])('%j is not even an object: the pointer is the whole body', value => {
    expect(pointers(value)).toEqual(['']);
  });
});

describe('problem', () => {
  test.each(Object.keys(faults) as FaultName[])('%s has its status and title', name => {
    const { status, json } = problem(new Fault(name, 'why'), 'r-1');
    const { status: expected, title } = faults[name];
    expect(status).toBe(expected);
    expect(json).toEqual({ type: `urn:groundswell:${name}`, title, status, detail: 'why', instance: 'r-1' });
  });

  test('anything else is an internal problem that tells nothing', () => {
    for (const error of [new TypeError('x of undefined'), 'thrown text', undefined]) {
      const { status, json } = problem(error, 'r-1');
      expect(status).toBe(500);
      expect(JSON.stringify(json)).not.toContain('undefined');
    }
  });

  test('what is tried again is what trying again can mend: no fault of the caller', () => {
    for (const name of retryableFaults) expect(faults[name].status, name).toBeGreaterThanOrEqual(500);
  });
});
