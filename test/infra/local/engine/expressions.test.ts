import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { compileExpression, isExpression } from '#infra/local/engine/expressions/expression.ts';
import { compilePath, undecided } from '#infra/local/engine/expressions/path.ts';
import type { Surroundings } from '#infra/local/engine/expressions/surroundings.ts';
import { compileTemplate, fill } from '#infra/local/engine/expressions/template.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';

const nowMs = Date.UTC(2026, 0, 1);

function seeing(variables: JsonObject = {}, states: JsonObject = {}): Surroundings {
  return {
    lookup: name => (name === 'states' ? states : variables[name]),
    variables: () => variables,
    nowMs,
    random: () => 0.25,
  };
}

const evaluate = async (source: string, variables: JsonObject = {}, states: JsonObject = {}): Promise<Json> =>
  compileExpression(`{% ${source} %}`).evaluate(seeing(variables, states));

describe('what is an expression', () => {
  it.each([
    ['{% 1 %}', true],
    ['{%1%}', true],
    [' {% 1 %}', false],
    ['{% 1 %} ', false],
    ['{%}', false],
    ['a {% 1 %}', false],
  ])('%j: %s', (text, expected) => expect(isExpression(text)).toBe(expected));
});

describe('the short cut for paths', () => {
  const names = fc.constantFrom('a', 'b', 'and', 'in', 'length', 'constructor', '__proto__', 'true', 'null');
  const values = fc.letrec<{ json: Json }>(tie => ({
    json: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<Json>(null, true, 0, 1.5, '', 'text'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'and', 'in', 'length'), tie('json'), { maxKeys: 3 }),
    ),
  })).json;

  it('answers as jsonata does wherever it answers', async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.array(names, { maxLength: 4 }), async (value, steps) => {
        const source = ['$v', ...steps].join('.');
        const answer = compilePath(source)?.(name => (name === 'v' ? value : undefined)) ?? undecided;
        if (answer === undecided) return;
        expect(answer).toEqual(await jsonata(source).evaluate(undefined, { v: value }));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves mapping, missing fields and everything else to jsonata', () => {
    const look = (source: string, v: Json) => compilePath(source)?.(() => v);
    expect(look('$v.a.b', { a: [{ b: 1 }] })).toBe(undecided);
    expect(look('$v.a', {})).toBe(undecided);
    expect(compilePath('$v[0]')).toBeUndefined();
    expect(compilePath('$$')).toBeUndefined();
    expect(compilePath('a.b')).toBeUndefined();
  });
});

describe('the functions of Step Functions', () => {
  it.each<[string, Json]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([], 2)', []],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$range(1, 9, 9)', 1],
    ['$hash("abc", "SHA-1")', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['$parse("{\\"a\\":[1]}").a', [1]],
    ['$random()', 0.25],
    ['$random(42) = $random(42)', true],
    ['$random(1) < 1 and $random(1) >= 0', true],
    ['$millis()', nowMs],
    ['$now()', '2026-01-01T00:00:00.000Z'],
    ['$now("[Y]")', '2026'],
    ['$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).index', 0],
  ])('%s', async (source, expected) => {
    expect(await evaluate(source)).toEqual(expected);
  });

  it('does not offer $eval', async () => {
    await expect(evaluate('$eval("1+1")')).rejects.toThrow('threw an error during evaluation. T1006: ');
  });
});

describe('results', () => {
  it('are plain JSON: no sequences, non-finite numbers as text', async () => {
    expect(await evaluate('$v.a', { v: [{ a: 1 }, { a: 2 }] })).toEqual([1, 2]);
    expect(await evaluate('[1/0]')).toEqual(['Infinity']);
  });

  it('must be something that JSON can say', async () => {
    await expect(evaluate('$nothing')).rejects.toThrow('returned nothing (undefined).');
    await expect(evaluate('function($x){$x}')).rejects.toThrow('returned an unsupported result type.');
    await expect(evaluate('{"f": $sum}')).rejects.toThrow('returned an unsupported result type.');
  });

  it('explains what jsonata threw, with its code', async () => {
    await expect(evaluate('1 + "a"')).rejects.toThrow(
      'threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number',
    );
  });

  it('does not wait for a recursion without an end', async () => {
    await expect(evaluate('($f := function($x){ $f($x + 1) }; $f(1))')).rejects.toThrow('does not come to an end');
  }, 60_000);
});

describe('templates', () => {
  it('fill expressions at any depth and keep what has none as it is', async () => {
    const constant = { list: [1, { a: 'b' }] };
    expect(await fill(compileTemplate(constant), 'Output', seeing())).toBe(constant);
    const template = compileTemplate({ a: ['{% $v %}', { b: '{% $v + 1 %}' }], c: null });
    expect(await fill(template, 'Output', seeing({ v: 1 }))).toEqual({ a: [1, { b: 2 }], c: null });
  });

  it('name the place of a mistake as AWS does', async () => {
    const template = compileTemplate({ list: [0, { x: '{% $none %}' }] });
    await expect(fill(template, 'Output', seeing())).rejects.toMatchObject({
      message:
        "The JSONata expression '$none' specified for the field 'Output/list[1]/x' returned nothing (undefined).",
      location: 'Output/list[1]/x',
    });
  });
});
