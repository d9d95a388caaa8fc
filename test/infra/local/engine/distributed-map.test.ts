import { describe, expect, it } from 'vitest';
import { TaskFault } from '#infra/local/engine/faults.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import { invoke, only, smallCloud } from './small-cloud.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

function map(fields: JsonObject = {}, processor: JsonObject = invoke('work')): JsonObject {
  const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
  return only({
    Type: 'Map',
    Label: 'Items',
    ItemProcessor: { ProcessorConfig, StartAt: 'Do', States: { Do: processor } },
    End: true,
    ...fields,
  });
}

/** Fails for the given numbers. */
const failingFor = (bad: readonly number[]) =>
  smallCloud({
    work(payload) {
      if (bad.includes(payload as number)) throw new TaskFault('Bad', `number ${payload}`);
      return payload;
    },
  });

const mapRunOf = (cloud: ReturnType<typeof smallCloud>, executionArn: string) =>
  cloud.engine.describeMapRun(cloud.engine.listMapRuns(executionArn)[0]?.mapRunArn ?? '');

describe('a Distributed Map', () => {
  it('runs every item as an execution of its own, under the Map Run', async () => {
    const cloud = failingFor([]);
    const { executionArn, output } = await cloud.run(map({ MaxConcurrency: 2 }), numbers(5));
    expect(output).toEqual(numbers(5));
    const run = mapRunOf(cloud, executionArn);
    expect(run.mapRunArn).toMatch(/^arn:aws:states:us-east-1:000000000000:mapRun:test\/Items:[0-9a-f-]{36}$/);
    expect(run).toMatchObject({ status: 'SUCCEEDED', maxConcurrency: 2, itemCounts: { total: 5, succeeded: 5 } });
    const children = cloud.engine.listExecutions({ mapRunArn: run.mapRunArn });
    expect(children).toHaveLength(5);
    expect(children[0]?.executionArn).toMatch(/:execution:test\/Items:[0-9a-f-]{36}$/);
    expect(cloud.types(children[0]?.executionArn ?? '').at(-1)).toBe('ExecutionSucceeded');
    expect(cloud.statusChanges.map(change => change.status)).toEqual(['RUNNING', 'SUCCEEDED']);
  });

  it('shows its children no outer variables', async () => {
    const { cause } = await smallCloud({ work: () => 1 }).run(
      {
        StartAt: 'Set',
        States: {
          Set: { Type: 'Pass', Assign: { x: 1 }, Next: 'S' },
          ...(map({}, { Type: 'Pass', Output: '{% $x %}', End: true }).States as JsonObject),
        },
      },
      [1],
    );
    expect(cause).toBe('The specified tolerated failure threshold was exceeded');
  });

  it('succeeds without any item', async () => {
    expect((await failingFor([]).run(map(), [])).output).toEqual([]);
  });

  it('hands batches to its children, by count and by size, with what they share', async () => {
    const cloud = smallCloud({ work: payload => payload });
    const byCount = { MaxItemsPerBatch: 2, BatchInput: { day: '{% $states.context.Execution.Name %}' } };
    const { output } = await cloud.run(map({ ItemBatcher: byCount, MaxConcurrency: 1 }), numbers(5));
    const day = expect.any(String);
    expect(output).toEqual([
      { BatchInput: { day }, Items: [0, 1] },
      { BatchInput: { day }, Items: [2, 3] },
      { BatchInput: { day }, Items: [4] },
    ]);
    const items = ['a', 'b', 'c'].map(letter => letter.repeat(20));
    const bySize = await cloud.run(map({ ItemBatcher: { MaxInputBytesPerBatch: 60 }, MaxConcurrency: 1 }), items);
    expect(bySize.output).toEqual([{ Items: items.slice(0, 2) }, { Items: items.slice(2) }]);
  });

  it.each<[JsonObject, number[], string]>([
    [{}, [3], 'FAILED'],
    [{ ToleratedFailureCount: 2 }, [3, 4], 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, [3, 4], 'FAILED'],
    [{ ToleratedFailurePercentage: 20 }, [3, 4], 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 19 }, [3, 4], 'FAILED'],
    [{ ToleratedFailureCount: 9, ToleratedFailurePercentage: 10 }, [3, 4], 'FAILED'],
  ])('with %j and failures of %j it has %s', async (tolerance, bad, status) => {
    const cloud = failingFor(bad);
    const execution = await cloud.run(map({ MaxConcurrency: 1, ...tolerance }), numbers(10));
    expect(execution.status).toBe(status);
    if (status === 'FAILED') {
      expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
      expect(cloud.types(execution.executionArn).slice(-3)).toEqual([
        'MapRunFailed',
        'MapStateFailed',
        'ExecutionFailed',
      ]);
      expect(mapRunOf(cloud, execution.executionArn).itemCounts.pending).toBeGreaterThan(0);
    }
  });

  it.each([
    ['ToleratedFailureCount', -1, 'ToleratedFailureCount cannot be negative.'],
    ['ToleratedFailurePercentage', -1.1, 'ToleratedFailurePercentage must be between 0 and 100.'],
    ['ToleratedFailurePercentage', 100.1, 'ToleratedFailurePercentage must be between 0 and 100.'],
  ])('does not begin with a %s of %d', async (field, value, text) => {
    const cloud = failingFor([]);
    const Items = [1];
    const { executionArn, error, cause } = await cloud.run(map({ Items, [field]: '{% $states.input %}' }), value);
    expect(error).toBe('States.Runtime');
    expect(cause).toContain(`(entered at the event id #2). ${text}`);
    expect(cloud.types(executionArn).slice(2)).toEqual(['MapStateStarted', 'ExecutionFailed']);
  });

  it('ends children that still run when too many have failed', async () => {
    const cloud = smallCloud({
      work(payload) {
        if (payload === 0) throw new TaskFault('Bad', '');
        return 1;
      },
    });
    const slow = { Type: 'Wait', Seconds: '{% $states.input = 0 ? 1 : 1000 %}', Next: 'Do' };
    const definition = map();
    const state = (definition.States as { S: { ItemProcessor: JsonObject } }).S;
    state.ItemProcessor = { ...state.ItemProcessor, StartAt: 'Slow', States: { Slow: slow, Do: invoke('work') } };
    const { executionArn, status } = await cloud.run(definition, numbers(3));
    expect(status).toBe('FAILED');
    expect(mapRunOf(cloud, executionArn)).toMatchObject({
      status: 'FAILED',
      executionCounts: { failed: 1, aborted: 2, total: 3 },
    });
  });
});

describe('what a Distributed Map reads', () => {
  const reading = (reader: JsonObject, fields: JsonObject = {}) =>
    map({
      MaxConcurrency: 1,
      ...fields,
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'b', Key: 'k' }, ...reader },
    });

  const read = async (body: string, config: JsonObject) => {
    const cloud = smallCloud({ work: payload => payload });
    cloud.objects.set('b/k', body);
    return cloud.run(reading({ ReaderConfig: config }));
  };

  it('JSON, also from inside the document, and JSON lines', async () => {
    expect((await read('[1,2,3]', { InputType: 'JSON', MaxItems: 2 })).output).toEqual([1, 2]);
    expect((await read('{"a":{"b/c":[1]}}', { InputType: 'JSON', ItemsPointer: '/a/b~1c' })).output).toEqual([1]);
    expect((await read('{"a":1}\n\n{"a":2}\n', { InputType: 'JSONL' })).output).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('CSV with quotes, delimiters, missing and surplus fields', async () => {
    const body = 'name;note\n"Ada; L.";"says ""hi"""\nGrace\nx;y;z\n';
    expect(
      (await read(body, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', CSVDelimiter: 'SEMICOLON' })).output,
    ).toEqual([
      { name: 'Ada; L.', note: 'says "hi"' },
      { name: 'Grace', note: '' },
      { name: 'x', note: 'y' },
    ]);
  });

  it('a listing, or the objects of a listing', async () => {
    const cloud = smallCloud({ work: payload => payload });
    cloud.objects.set('b/in/1.json', '[1,2]').set('b/in/2.json', '[3]').set('b/out/3.json', '[4]');
    const Resource = 'arn:aws:states:::s3:listObjectsV2';
    const Arguments = { Bucket: 'b', Prefix: 'in/' };
    const listed = await cloud.run(reading({ Resource, Arguments }));
    expect(listed.output).toMatchObject([
      { Key: 'in/1.json', Size: 5 },
      { Key: 'in/2.json', Size: 3 },
    ]);
    const ReaderConfig = { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' };
    expect((await cloud.run(reading({ Resource, Arguments, ReaderConfig }))).output).toEqual([1, 2, 3]);
  });

  it('fails as a reader when there is nothing to read', async () => {
    expect(await read('{"no":"list"}', { InputType: 'JSON' })).toMatchObject({ error: 'States.ItemReaderFailed' });
    expect(await read('no json', { InputType: 'JSON' })).toMatchObject({ error: 'States.ItemReaderFailed' });
    expect(await smallCloud().run(reading({}))).toMatchObject({
      error: 'States.ItemReaderFailed',
      cause: 'there is no object k',
    });
  });
});

describe('what a Distributed Map writes', () => {
  it('is a manifest and a file for each outcome', async () => {
    const cloud = failingFor([1]);
    const ResultWriter = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'results' } };
    const execution = await cloud.run(map({ ResultWriter, ToleratedFailureCount: 1 }), numbers(3));
    const { mapRunArn, itemCounts } = mapRunOf(cloud, execution.executionArn);
    const folder = `results/${mapRunArn.split(':').at(-1)}`;
    expect(execution.output).toEqual({
      MapRunArn: mapRunArn,
      ResultWriterDetails: { Bucket: 'b', Key: `${folder}/manifest.json` },
    });
    const stored = (key: string) => JSON.parse(cloud.objects.get(`b/${key}`) ?? 'null');
    expect(stored(`${folder}/manifest.json`)).toMatchObject({
      DestinationBucket: 'b',
      MapRunArn: mapRunArn,
      ResultFiles: {
        FAILED: [{ Key: `${folder}/FAILED_0.json` }],
        PENDING: [],
        SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.json` }],
      },
    });
    expect(stored(`${folder}/SUCCEEDED_0.json`)).toMatchObject([
      { Input: '0', Output: '0', Status: 'SUCCEEDED' },
      { Input: '2' },
    ]);
    expect(stored(`${folder}/FAILED_0.json`)).toMatchObject([
      { Input: '1', Error: 'Bad', Cause: 'number 1', Status: 'FAILED' },
    ]);
    expect(itemCounts.resultsWritten).toBe(3);
  });

  it('can be flattened, and written as lines', async () => {
    const cloud = smallCloud({ work: payload => [payload, payload] });
    const WriterConfig = { Transformation: 'FLATTEN', OutputType: 'JSONL' };
    const target = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'r' } };
    expect((await cloud.run(map({ ResultWriter: { WriterConfig } }), numbers(2))).output).toEqual([0, 0, 1, 1]);
    await cloud.run(map({ ResultWriter: { ...target, WriterConfig } }), numbers(2));
    const [, body] = [...cloud.objects].find(([key]) => key.endsWith('SUCCEEDED_0.jsonl')) ?? [];
    expect(body).toBe('0\n0\n1\n1');
  });
});

describe('the context of an item', () => {
  const ItemSelector = { item: '{% $states.context.Map.Item %}' };
  const seen = async (fields: JsonObject, input: Json = {}) => {
    const cloud = smallCloud({ work: payload => (payload as { item: JsonObject }).item });
    cloud.objects.set('b/in/one.json', '["x"]').set('b/in/two.json', '["y"]');
    return (await cloud.run(map({ ItemSelector, ...fields }), input)).output;
  };
  const reader = (operation: string, target: JsonObject, ReaderConfig: JsonObject = {}) => ({
    ItemReader: { Resource: `arn:aws:states:::s3:${operation}`, Arguments: { Bucket: 'b', ...target }, ReaderConfig },
  });

  it('says that it is of the state’s own data', async () => {
    expect(await seen({}, ['a'])).toEqual([{ Index: 0, Value: 'a', Source: 'STATE_DATA' }]);
  });

  it('names the key, where the entries of an object are gone over', async () => {
    expect(await seen({ Items: '{% $states.input %}' }, { a: 1, b: 2 })).toEqual([
      { Index: 0, Key: 'a', Value: 1, Source: 'STATE_DATA' },
      { Index: 1, Key: 'b', Value: 2, Source: 'STATE_DATA' },
    ]);
  });

  it('names the object or the bucket that was read', async () => {
    const sources = async (fields: JsonObject) => ((await seen(fields)) as JsonObject[]).map(item => item.Source);
    expect(await sources(reader('getObject', { Key: 'in/two.json' }))).toEqual(['S3://b/in/two.json']);
    expect(await sources(reader('listObjectsV2', { Prefix: 'in/' }))).toEqual(['S3://b', 'S3://b']);
    const loading = reader('listObjectsV2', { Prefix: 'in/' }, { Transformation: 'LOAD_AND_FLATTEN' });
    expect(await sources(loading)).toEqual(['S3://b/in/one.json', 'S3://b/in/two.json']);
  });
});
