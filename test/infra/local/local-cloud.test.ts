import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import { notesStack, synthesize } from '#test/support/cloud/test-app.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: synthesize(notesStack), clock: fastClock(start) });
});
afterAll(() => cloud.stop());

describe('a synthesized app on this machine', () => {
  it('answers an HTTP request through its function from its table', async () => {
    const put = await fetch(`${cloud.apiUrl}/notes/a%20b`, {
      method: 'PUT',
      body: 'remember the milk',
      headers: { 'content-type': 'text/plain' },
    });
    expect(put.status).toBe(204);
    const got = await fetch(`${cloud.apiUrl}/notes/a%20b`);
    expect(await got.json()).toEqual({ id: 'a b', text: 'remember the milk', at: start });
  });

  it('gives the SDK the same table that the function writes to', async () => {
    const db = new DynamoDBClient(cloud.clientConfig());
    await fetch(`${cloud.apiUrl}/notes/x`, { method: 'PUT', body: 'hello', headers: { 'content-type': 'text/plain' } });
    const TableName = cloud.outputs.TableName;
    const Key = { pk: { S: 'NOTE#x' }, sk: { S: 'TEXT' } };
    const { Item, ...rest } = await db.send(new GetItemCommand({ TableName, Key }));
    expect(Item?.text).toEqual({ S: 'hello' });
    expect(rest).not.toHaveProperty('ConsumedCapacity');
    const listed = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'byList',
        KeyConditionExpression: '#list = :list',
        ExpressionAttributeNames: { '#list': 'list' },
        ExpressionAttributeValues: { ':list': { S: 'notes' } },
      }),
    );
    expect(listed.Items?.length).toBeGreaterThan(0);
  });

  it('counts what AWS would bill for', () => {
    const name = String(cloud.outputs.TableName);
    const notes = Object.entries(cloud.meter.functions).find(([function_]) => function_.includes('notes'))?.[1];
    expect(notes).toMatchObject({ invocations: 3, errors: 0, coldStarts: 1 });
    expect(notes?.importMs).toBeGreaterThan(0);
    // Two puts, each one unit on the table and one on its index.
    expect(cloud.meter.tables[name]).toEqual({ writeUnits: 4, readUnits: 1.5 });
  });
});
