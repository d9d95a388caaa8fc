import { describe, expect, it } from 'vitest';
import { parseMachine } from '#infra/local/engine/definition/parse.ts';
import { parseResource } from '#infra/local/engine/definition/resource.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import { callback, invoke, only } from './small-cloud.ts';

const parse = (definition: Json, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
  parseMachine(
    typeof definition === 'string' ? definition : { QueryLanguage: 'JSONata', ...(definition as JsonObject) },
    type,
  );
const state = (fields: JsonObject) => only({ Type: 'Pass', End: true, ...fields });
const map = (fields: JsonObject) =>
  only({
    Type: 'Map',
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'P', States: { P: { Type: 'Succeed' } } },
    End: true,
    ...fields,
  });

describe('a definition is refused', () => {
  it.each<[string, Json, string]>([
    ['without states', { StartAt: 'S' }, 'at /States'],
    ['that starts nowhere', { StartAt: 'X', States: { S: { Type: 'Succeed' } } }, "Missing 'Next' target: X"],
    ['that goes nowhere', state({ Next: 'X', End: false }), "Missing 'Next' target: X"],
    [
      'with a catcher that goes nowhere',
      only(invoke('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'X' }], End: true })),
      'target: X',
    ],
    ['with an unknown type', only({ Type: 'Jump', End: true }), 'Parallel, Map] at /States/S/Type'],
    ['with a dead end', only({ Type: 'Pass' }), 'a state needs Next'],
    ['with syntax of a later JSONata', state({ Output: '{% $states.input.a ?? 1 %}' }), 'Invalid JSONata expression'],
    [
      'with a broken expression',
      state({ Output: { a: '{% 1 + %}' } }),
      'Unexpected end of expression at /States/S/Output',
    ],
    [
      'with two ways to wait',
      only({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true }),
      'exactly one of',
    ],
    [
      'with a name of 81 characters',
      { StartAt: 'S', States: { S: { Type: 'Succeed' }, ['n'.repeat(81)]: { Type: 'Succeed' } } },
      '80 characters',
    ],
    [
      'with States.ALL among others',
      only(invoke('f', { Retry: [{ ErrorEquals: ['States.ALL', 'A'] }], End: true })),
      'must appear alone',
    ],
    [
      'with a rule after States.ALL',
      only(invoke('f', { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }], End: true })),
      'must be in the last rule at /States/S/Retry[0]',
    ],
    [
      'with a retry after no time',
      only(invoke('f', { Retry: [{ ErrorEquals: ['A'], IntervalSeconds: 0 }], End: true })),
      'IntervalSeconds must be between 1 and 99999999 at /States/S/Retry[0]/IntervalSeconds',
    ],
    [
      'with a retry that comes sooner each time',
      only(invoke('f', { Retry: [{ ErrorEquals: ['A'], BackoffRate: 0.5 }], End: true })),
      'BackoffRate must be',
    ],
    [
      'with fields that JSONata states do not have',
      only(invoke('f', { ResultSelector: { 'a.$': '$.b' }, End: true })),
      "The field 'ResultSelector' is not supported with the query language JSONata",
    ],
    [
      'with a Parallel of nothing',
      only({ Type: 'Parallel', Branches: [], End: true }),
      'Value cannot be empty at /States/S/Branches',
    ],
    ['with a variable that no expression can name', state({ Assign: { 'a.b': 1 } }), "'a.b' is not a variable name"],
    ['with a long Label', map({ Label: 'l'.repeat(41) }), '40 characters'],
    ['with a strange Label', map({ Label: 'a b' }), 'a character that is not allowed'],
    [
      'with a reader it has no use for',
      map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'PARQUET' } } }),
      'CSV, JSON, JSONL',
    ],
    ['that is no JSON', '{', 'INVALID_JSON_DESCRIPTION'],
    [
      'with JSONPath paths',
      { QueryLanguage: 'JSONPath', ...state({ InputPath: '$.a' }) },
      'must do without paths at /States/S/InputPath',
    ],
    [
      'with a JSONPath parameter',
      { QueryLanguage: 'JSONPath', ...state({ Parameters: { 'a.$': '$.a' } }) },
      'must do without paths',
    ],
    ['with a JSONPath state in a JSONata machine', state({ QueryLanguage: 'JSONPath' }), 'no JSONPath states'],
  ])('%s', (_why, definition, message) => expect(() => parse(definition)).toThrow(message));

  it('whose inner state assigns an outer variable', () => {
    const inner = { StartAt: 'I', States: { I: { Type: 'Pass', Assign: { x: 2 }, End: true } } };
    const definition = (inner: JsonObject) => ({
      StartAt: 'Set',
      States: { Set: { Type: 'Pass', Assign: { x: 1 }, Next: 'Map' }, Map: inner },
    });
    const mapState = (ItemProcessor: JsonObject) => definition({ Type: 'Map', ItemProcessor, End: true });
    expect(() => parse(mapState(inner))).toThrow('Variable x is already declared in an outer scope');
    expect(() => parse(mapState({ ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...inner }))).not.toThrow();
  });

  it('but not where the outer variable is assigned as the inner scope has ended', () => {
    const inner = { StartAt: 'I', States: { I: { Type: 'Pass', Assign: { x: 2 }, End: true } } };
    const Catch = [{ ErrorEquals: ['States.ALL'], Assign: { x: 1 }, Next: 'Done' }];
    const Parallel = { Type: 'Parallel', Branches: [inner], Assign: { x: 3 }, Catch, Next: 'Done' };
    const definition = { StartAt: 'Parallel', States: { Parallel, Done: { Type: 'Succeed' } } };
    expect(() => parse(definition)).not.toThrow();
  });

  it('that waits for callbacks in an Express machine', () => {
    expect(() => parse(only(callback('ask')), 'EXPRESS')).toThrow(
      "does not support '.waitForTaskToken' service integration",
    );
  });
});

describe('a resource', () => {
  it.each([
    ['arn:aws:states:::lambda:invoke', 'Task', 'lambda', 'invoke', 'request'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Task', 'sqs', 'sendMessage.waitForTaskToken', 'token'],
    ['arn:aws:states:::states:startExecution.sync:2', 'Task', 'states', 'startExecution.sync:2', 'sync'],
    ['arn:aws:states:::aws-sdk:s3:getObject', 'Task', 'aws-sdk:s3', 'getObject', 'request'],
  ])('%s', (text, kind, service, operation, integration) =>
    expect(parseResource(text)).toMatchObject({ kind, service, operation, integration }),
  );

  it('may be a function or an activity', () => {
    expect(parseResource('arn:aws:lambda:us-east-1:0:function:f').kind).toBe('LambdaFunction');
    expect(parseResource('arn:aws:states:us-east-1:0:activity:a').kind).toBe('Activity');
  });
});
