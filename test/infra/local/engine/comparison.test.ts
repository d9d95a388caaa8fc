import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { compileComparison } from '#infra/local/engine/expressions/comparison.ts';
import { undecided } from '#infra/local/engine/expressions/path.ts';

const evaluate = (source: string, states: unknown) =>
  compileComparison(source)?.(name => (name === 'states' ? states : undefined));

describe('the short cut for comparisons', () => {
  it('answers what jsonata answers, or leaves it to jsonata', async () => {
    const literal = fc.oneof(
      fc.constantFrom("'a'", '"a"', "''", "'5'", 'true', 'false', '0', '5', '5.5', '12'),
      fc.nat(20).map(String),
    );
    const value = fc.oneof(
      fc.constantFrom<unknown>('a', '', '5', true, false, null, 0, 5, 5.5, [], [5], ['a'], {}, undefined),
      fc.nat(20),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(literal, operator, value, async (right, sign, left) => {
        const source = `$states.input.x ${sign} ${right}`;
        const states = { input: left === undefined ? {} : { x: left } };
        const short = evaluate(source, states);
        if (short === undecided || short === undefined) return;
        decided += 1;
        expect(short).toBe(await jsonata(source).evaluate(undefined, { states }));
      }),
      { numRuns: 1000 },
    );
    expect(decided).toBeGreaterThan(200);
  });

  it.each([
    "$states.input.x = 'it\\'s'",
    '$states.input.x = 5 and true',
    "$states.input.x ~> 'a'",
    '$states.input.x > true',
    'states.x = 5',
    '$states.input.x = -5',
    '$f(1) = 5',
  ])('leaves %s to jsonata', source => {
    expect(compileComparison(source)).toBeUndefined();
  });
});
