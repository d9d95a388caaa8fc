import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test, vi } from 'vitest';
import { stageOf } from '#infra/aws/config.ts';
import { AppTable } from '#infra/aws/constructs/app-table.ts';
import { dynamoTable, type Table } from '#shared/aws/table.ts';
import { clientOf, freshTable, tableNamed } from '#test/support/product/database.ts';
import { isFault } from '#test/support/product/faults.ts';

/** A database that says what the test wants and remembers what it was asked. */
function scripted(answers: object[]): { table: Table; asked: { operation: string; body: never }[] } {
  const asked: { operation: string; body: never }[] = [];
  const client = clientOf({
    async call(operation, body) {
      asked.push({ operation, body: JSON.parse(body) as never });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return { status: 200, body: JSON.stringify(answer) };
    },
  });
  return { table: dynamoTable(client, 'T'), asked };
}

const item = (n: number) => ({ PK: `P${n}`, SK: 'S', n });

describe('the table', () => {
  test('of the tests is the one that is deployed', () => {
    const stack = new Stack(new App(), 'Test');
    new AppTable(stack, 'Table', stageOf('local'));
    const { TableName: _, BillingMode, ...shape } = tableNamed('T');
    Template.fromStack(stack).hasResourceProperties('AWS::DynamoDB::Table', { BillingMode, ...shape });
  });

  test('lists more than one answer of the database holds', async () => {
    const table = await freshTable();
    const text = 'x'.repeat(300_000);
    for (let n = 0; n < 8; n += 1) await table.put({ PK: 'P', SK: `S${n}`, text });
    const seen: unknown[] = [];
    for await (const { SK } of table.query({ partition: 'P', prefix: 'S' })) seen.push(SK);
    expect(seen).toEqual(['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7']);
    expect((await table.getMany(seen.map(SK => ({ PK: 'P', SK: String(SK) })))).length).toBe(8);
  });

  test('asks again for what a throttled batch left, and for nothing else', async () => {
    const stored = (n: number) => ({ PK: { S: `P${n}` }, SK: { S: 'S' } });
    const { table, asked } = scripted([
      { Responses: { T: [stored(1)] }, UnprocessedKeys: { T: { Keys: [stored(2)] } } },
      { Responses: { T: [stored(2)] } },
    ]);
    expect(await table.getMany([item(1), item(2)])).toEqual([
      { PK: 'P1', SK: 'S' },
      { PK: 'P2', SK: 'S' },
    ]);
    expect(asked[1]?.body).toMatchObject({ RequestItems: { T: { Keys: [stored(2)], ConsistentRead: true } } });
  });

  test('writes again what a throttled batch left', async () => {
    const put = (n: number) => ({ PutRequest: { Item: { PK: { S: `P${n}` }, SK: { S: 'S' }, n: { N: `${n}` } } } });
    const { table, asked } = scripted([{ UnprocessedItems: { T: [put(2)] } }, {}]);
    await table.putMany([item(1), item(2)]);
    expect(asked.map(({ body }) => (body as { RequestItems: { T: unknown[] } }).RequestItems.T.length)).toEqual([2, 1]);
  });

  test('gives up on a batch that stays throttled, so that the step is tried again', async () => {
    const { table, asked } = scripted([
      { UnprocessedItems: { T: [{ PutRequest: { Item: { PK: { S: 'P1' }, SK: { S: 'S' } } } }] } },
    ]);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const refused = expect(table.putMany([item(1)])).rejects.toSatisfy(isFault('upstream-failed'));
    while (asked.length < 8) await vi.advanceTimersByTimeAsync(100);
    await refused;
    vi.useRealTimers();
    expect(asked).toHaveLength(8);
  });

  test('removes in batches of 25, each key once', async () => {
    const { table, asked } = scripted([{}, {}]);
    await table.removeMany([...Array.from({ length: 26 }, (_, n) => item(n)), item(3)]);
    const requests = asked.map(({ body }) => (body as { RequestItems: { T: unknown[] } }).RequestItems.T);
    expect(requests.map(({ length }) => length)).toEqual([25, 1]);
    expect(requests[1]).toEqual([{ DeleteRequest: { Key: { PK: { S: 'P25' }, SK: { S: 'S' } } } }]);
  });

  test('reads the newest state wherever the database can: items, batches and lists that are no index', async () => {
    const { table, asked } = scripted([{}]);
    await table.get({ PK: 'P', SK: 'S' });
    await table.get({ PK: 'P', SK: 'S' }, { consistent: false });
    await table.page({ partition: 'P' }, { limit: 1 });
    await table.page({ partition: 'P', index: 'GSI1' }, { limit: 1 });
    expect(asked.map(({ body }) => (body as { ConsistentRead: boolean }).ConsistentRead)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('passes on what is no refused condition', async () => {
    const client = clientOf({
      call: async () => ({
        status: 400,
        body: JSON.stringify({ __type: 'x#ResourceNotFoundException', message: 'no' }),
      }),
    });
    const table = dynamoTable(client, 'T');
    await expect(table.putIf(item(1), { expression: 'attribute_not_exists(PK)' })).rejects.toThrow('no');
    await expect(table.update(item(1), {})).rejects.toThrow('no');
  });
});
