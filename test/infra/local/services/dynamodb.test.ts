import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexWriteUnits } from '#infra/local/services/dynamodb/capacity.ts';
import { runningCloud } from '#test/support/cloud/running-cloud.ts';

const cloud = runningCloud(stack => {
  const string = (name: string) => ({ name, type: AttributeType.STRING });
  const table = new Table(stack, 'Table', { partitionKey: string('pk'), sortKey: string('sk') });
  table.addGlobalSecondaryIndex({ indexName: 'byOwner', partitionKey: string('owner'), sortKey: string('sk') });
});

let db: DynamoDBClient;
let TableName: string;
beforeAll(() => {
  db = new DynamoDBClient(cloud().clientConfig());
  TableName = cloud().resources.ofType('AWS::DynamoDB::Table')[0]?.ref ?? '';
});

const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
const units = () => ({ ...cloud().meter.tables[TableName] });
/** What some work consumed. */
const cost = async (work: () => Promise<unknown>) => {
  const before = units();
  await work();
  const after = units();
  return {
    read: (after.readUnits ?? 0) - (before.readUnits ?? 0),
    write: (after.writeUnits ?? 0) - (before.writeUnits ?? 0),
  };
};

describe('a table on this machine', () => {
  it('writes and reads in batches, and charges for table and index', async () => {
    const items = Array.from({ length: 25 }, (_, n) => ({ ...key(`b${n}`), owner: { S: `o${n % 2}` } }));
    const write = new BatchWriteItemCommand({
      RequestItems: { [TableName]: items.map(Item => ({ PutRequest: { Item } })) },
    });
    expect(await cost(() => db.send(write))).toEqual({ read: 0, write: 50 });
    const read = new BatchGetItemCommand({
      RequestItems: { [TableName]: { Keys: items.map(({ pk, sk }) => ({ pk, sk })) } },
    });
    expect(await cost(() => db.send(read))).toEqual({ read: 12.5, write: 0 });
  });

  it('queries an index in either direction, page by page', async () => {
    const query = (more: object) =>
      db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byOwner',
          KeyConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': { S: 'o1' } },
          Limit: 5,
          ...more,
        }),
      );
    const first = await query({ ScanIndexForward: false });
    expect(first.Items?.map(item => item.sk?.S)).toEqual(['b9', 'b7', 'b5', 'b3', 'b23']);
    const second = await query({ ScanIndexForward: false, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(second.Items?.[0]?.sk?.S).toBe('b21');
  });

  it('refuses a condition that does not hold, and charges for the look', async () => {
    const put = new PutItemCommand({ TableName, Item: key('once'), ConditionExpression: 'attribute_not_exists(pk)' });
    await db.send(put);
    const refused = cost(() => expect(db.send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' }));
    expect(await refused).toEqual({ read: 0, write: 1 });
  });

  it('keeps a budget by a condition on one item, however many write at once', async () => {
    await db.send(new PutItemCommand({ TableName, Item: { ...key('budget'), spent: { N: '0' } } }));
    const spend = () =>
      db.send(
        new UpdateItemCommand({
          TableName,
          Key: key('budget'),
          UpdateExpression: 'ADD spent :one',
          ConditionExpression: 'spent < :limit',
          ExpressionAttributeValues: { ':one': { N: '1' }, ':limit': { N: '10' } },
        }),
      );
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, spend));
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled').length).toBe(10);
    const { Item, ConsumedCapacity } = await db.send(
      new GetItemCommand({ TableName, Key: key('budget'), ReturnConsumedCapacity: 'TOTAL', ConsistentRead: true }),
    );
    expect(Item?.spent).toEqual({ N: '10' });
    expect(ConsumedCapacity).toMatchObject({ TableName, CapacityUnits: 1 });
  });
});

describe('the price of an index', () => {
  const index = {
    KeySchema: [{ AttributeName: 'owner' }],
    Projection: { ProjectionType: ProjectionType.INCLUDE, NonKeyAttributes: ['name'] },
  };
  const units_ = (before?: object, after?: object) =>
    indexWriteUnits(index, ['pk'], before as never, after as never, () => 1);

  it.each([
    ['an item without its key', undefined, { pk: '1' }, 0],
    ['an item that enters', undefined, { pk: '1', owner: 'a' }, 1],
    ['an item that leaves', { pk: '1', owner: 'a' }, { pk: '1' }, 1],
    ['a new key', { pk: '1', owner: 'a' }, { pk: '1', owner: 'b' }, 2],
    ['a projected attribute', { pk: '1', owner: 'a', name: 'x' }, { pk: '1', owner: 'a', name: 'y' }, 1],
    ['another attribute', { pk: '1', owner: 'a', age: 1 }, { pk: '1', owner: 'a', age: 2 }, 0],
    ['a deletion', { pk: '1', owner: 'a' }, undefined, 1],
  ])('%s', (_what, before, after, expected) => {
    expect(units_(before, after)).toBe(expected);
  });
});
