import { Duration } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(
  stack => {
    const timeout = Duration.seconds(1);
    testFunction(stack, 'probe', { environment: { GREETING: 'hello' }, timeout });
    const table = new Table(stack, 'Notes', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
    });
    const environment = { TABLE_NAME: table.tableName };
    table.grantReadData(testFunction(stack, 'notes', { environment, timeout }));
  },
  { clock, isolation: 'none' },
);

const named = (name: string) =>
  cloud()
    .resources.ofType('AWS::Lambda::Function')
    .find(({ logicalId }) => logicalId.startsWith(name))?.ref ?? '';
const invoke = async (name: string, event: object) => {
  const { payload, ...rest } = await cloud().functions.invoke(named(name), event);
  return { ...rest, payload: JSON.parse(payload) };
};
const note = (routeKey: string) => ({ routeKey, pathParameters: { id: '1' }, body: 'text', requestContext: {} });

describe('functions that share the thread of the cloud', () => {
  it('see their own variables and none of this process, which sees its own', async () => {
    process.env.NOT_FOR_FUNCTIONS = 'secret';
    const { payload } = await invoke('probe', { do: 'environment' });
    expect(payload).toMatchObject({ GREETING: 'hello', AWS_LAMBDA_FUNCTION_NAME: named('probe') });
    expect(payload).not.toHaveProperty('NOT_FOR_FUNCTIONS');
    expect(process.env.GREETING).toBeUndefined();
    expect(process.env.NOT_FOR_FUNCTIONS).toBe('secret');
    expect(Object.keys(process.env)).toContain('NOT_FOR_FUNCTIONS');
  });

  it('live in the time of the cloud, and this thread in its own', async () => {
    const realMs = performance.timeOrigin + performance.now();
    const { payload } = await invoke('probe', { do: 'time' });
    expect(Math.abs(payload.now - clock.now())).toBeLessThan(1000);
    expect(payload.iso.slice(0, 10)).toBe(new Date(clock.now()).toISOString().slice(0, 10));
    expect(Math.abs(Date.now() - realMs)).toBeLessThan(60_000);
    expect(new Date()).toBeInstanceOf(Date);
  });

  it('write their own log, and nothing on this console', async () => {
    const written = vi.spyOn(process.stdout, 'write');
    const both = await Promise.all([invoke('probe', { do: 'log' }), invoke('probe', { do: 'log' })]);
    expect(both.map(({ logs }) => logs)).toEqual(['a line of log\n', 'a line of log\n']);
    expect(written.mock.calls.flat().join('')).not.toContain('a line of log');
    written.mockRestore();
  });

  it('wait a fiftieth of the time, and are given up at their time limit', async () => {
    expect((await invoke('probe', { do: 'sleep', ms: 5000 })).payload).toBe('slept');
    const { payload } = await invoke('probe', { do: 'sleep', ms: 500_000 });
    expect(payload.errorType).toBe('Sandbox.Timedout');
    expect((await invoke('probe', { again: true })).payload).toEqual({ again: true });
  });

  it('report errors as Lambda does', async () => {
    const { functionError, payload } = await invoke('probe', { do: 'throw' });
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'OutOfCheese', errorMessage: 'no cheddar left' });
  });

  it('reach the table without a socket, metered and held to their roles', async () => {
    const read = await invoke('notes', note('GET /notes/{id}'));
    expect(read.payload).toEqual({ statusCode: 404, body: '{"title":"No such note"}' });
    expect(Object.values(cloud().meter.tables)[0]?.readUnits).toBeGreaterThan(0);
    const refused = await invoke('notes', note('PUT /notes/{id}'));
    expect(refused.payload.errorType).toBe('AccessDeniedException');
    expect(cloud().permissions.refused().join()).toContain('dynamodb:PutItem');
  });
});
