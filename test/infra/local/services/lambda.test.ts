import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Duration } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(
  stack => {
    const failures = new Queue(stack, 'Failures');
    testFunction(stack, 'probe', {
      environment: { GREETING: 'hello' },
      timeout: Duration.seconds(1),
      onFailure: new SqsDestination(failures),
    });
  },
  { clock },
);

const probe = () => cloud().resources.ofType('AWS::Lambda::Function')[0]?.ref ?? '';
const invoke = async (event: object) => {
  const { payload, ...rest } = await cloud().functions.invoke(probe(), event);
  return { ...rest, payload: JSON.parse(payload) };
};

describe('a Lambda function on this machine', () => {
  it('answers with what its handler returns', async () => {
    expect((await invoke({ a: [1, null, 'x'] })).payload).toEqual({ a: [1, null, 'x'] });
  });

  it('sees its own variables and those of the runtime, and none of this process', async () => {
    process.env.NOT_FOR_FUNCTIONS = 'secret';
    const { payload } = await invoke({ do: 'environment' });
    expect(payload).toMatchObject({ GREETING: 'hello', AWS_REGION: 'ap-south-1', AWS_LAMBDA_FUNCTION_NAME: probe() });
    expect(payload).not.toHaveProperty('NOT_FOR_FUNCTIONS');
    expect(payload).not.toHaveProperty('HOME');
  });

  it('gets a context with the time that remains', async () => {
    const { payload } = await invoke({ do: 'context' });
    expect(payload.functionName).toBe(probe());
    expect(payload.remaining).toBeGreaterThan(500);
    expect(payload.remaining).toBeLessThanOrEqual(1000);
  });

  it('lives in the time of the cloud', async () => {
    const { payload } = await invoke({ do: 'time' });
    expect(payload.now - clock.now()).toBeLessThan(1000);
    expect(payload.iso.slice(0, 10)).toBe(new Date(clock.now()).toISOString().slice(0, 10));
  });

  it('reports an error as Lambda does', async () => {
    const { functionError, payload } = await invoke({ do: 'throw' });
    expect(functionError).toBe('Unhandled');
    expect(payload).toMatchObject({ errorType: 'OutOfCheese', errorMessage: 'no cheddar left' });
    expect(payload.trace[0]).toBe('OutOfCheese: no cheddar left');
    expect(payload.trace[1]).toContain('probe.ts');
  });

  it('is stopped at its timeout in real time, and works again afterwards', async () => {
    const before = clock.now();
    const { functionError, payload } = await invoke({ do: 'sleep', ms: 5000 });
    expect(functionError).toBe('Unhandled');
    expect(payload.errorType).toBe('Sandbox.Timedout');
    expect(payload.errorMessage).toMatch(/^RequestId: \S+ Error: Task timed out after 1.00 seconds$/);
    expect(clock.now()).toBe(before);
    expect((await invoke({ again: true })).payload).toEqual({ again: true });
  });

  it('survives a handler that ends the process', async () => {
    const { payload } = await invoke({ do: 'exit' });
    expect(payload.errorType).toBe('Runtime.ExitError');
    expect(payload.errorMessage).toContain('exit status 3');
    expect((await invoke({ again: true })).payload).toEqual({ again: true });
  });

  it('refuses an answer of more than six megabytes', async () => {
    expect((await invoke({ do: 'large' })).payload.errorType).toBe('Function.ResponseSizeTooLarge');
  });

  it('serves more calls than it has sandboxes by queueing', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => invoke({ n })));
    expect(answers.map(answer => answer.payload.n)).toEqual([...Array(12).keys()]);
    expect(cloud().meter.functions[probe()]?.coldStarts).toBeLessThanOrEqual(6);
  });

  it('keeps what it logged with the invocation', async () => {
    const { requestId, logs } = await invoke({ do: 'log' });
    expect(logs).toBe('a line of log\n');
    expect(cloud().functions.list({ functionName: probe() })[0]).toMatchObject({ requestId, logs, payload: 'null' });
  });

  it('answers the Invoke API', async () => {
    const client = new LambdaClient(cloud().clientConfig());
    const command = new InvokeCommand({
      FunctionName: probe(),
      Payload: JSON.stringify({ do: 'throw' }),
      LogType: 'Tail',
    });
    const { StatusCode, FunctionError, Payload } = await client.send(command);
    expect({ StatusCode, FunctionError }).toEqual({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(Buffer.from(Payload ?? []).toString()).errorType).toBe('OutOfCheese');
    const missing = client.send(new InvokeCommand({ FunctionName: 'nobody' }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('tries an asynchronous event three times, then sends it to the failure destination', async () => {
    const client = new LambdaClient(cloud().clientConfig());
    const from = clock.now();
    const event = { do: 'throw', once: crypto.randomUUID() };
    const Payload = JSON.stringify(event);
    const accepted = await client.send(new InvokeCommand({ FunctionName: probe(), InvocationType: 'Event', Payload }));
    expect(accepted.StatusCode).toBe(202);
    await clock.idle();
    const tries = cloud()
      .functions.list()
      .filter(one => one.event === Payload);
    expect(tries.map(one => one.atMs - from)).toEqual([180_000, 60_000, 0]);
    const queue = cloud().resources.ofType('AWS::SQS::Queue')[0]?.attributes.Arn;
    const [message] = cloud().queues.list(String(queue));
    const record = JSON.parse(message?.body ?? '');
    expect(record).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: event,
      responsePayload: { errorType: 'OutOfCheese' },
    });
  });
});
