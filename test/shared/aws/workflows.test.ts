import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#infra/local/engine/api.ts';
import { createEngine } from '#infra/local/engine/engine.ts';
import { realClock } from '#infra/local/real-clock.ts';
import { type AwsEndpoint, startAwsEndpoint } from '#infra/local/services/aws-endpoint.ts';
import { CallerRegistry } from '#infra/local/services/caller.ts';
import { stepFunctionsService } from '#infra/local/services/step-functions.ts';
import { stepFunctions, stepFunctionsWaits } from '#shared/aws/workflows.ts';
import type { WaitCompleter, Workflows } from '#shared/ports/workflows.ts';

const machineArnOf = (name: string) => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
const machineArn = machineArnOf('campaign');
const clock = realClock();
const tokens: string[] = [];
let engine: Engine;
let endpoint: AwsEndpoint;
let client: SFNClient;
let workflows: Workflows;
let waits: WaitCompleter;

beforeAll(async () => {
  engine = createEngine({
    clock,
    objects: { get: async () => new Uint8Array(), list: async () => [], put: async () => {} },
    runTask: async ({ taskToken }) => {
      if (taskToken) tokens.push(taskToken);
      return {};
    },
  });
  endpoint = await startAwsEndpoint(clock, new CallerRegistry());
  endpoint.mount('states', stepFunctionsService({ engine, authorize: () => {}, machineArn: machineArnOf }));
  client = new SFNClient({
    region: 'us-east-1',
    endpoint: endpoint.url,
    credentials: { accessKeyId: 'owner', secretAccessKey: 'local' },
    disableHostPrefix: true,
  });
  const wait = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'wait', Payload: '{% $states.context.Task.Token %}' },
    Output: '{% $states.result %}',
    End: true,
  };
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Wait', States: { Wait: wait } });
  await client.send(
    new CreateStateMachineCommand({ name: 'campaign', definition, roleArn: 'arn:aws:iam::000000000000:role/r' }),
  );
  workflows = stepFunctions(client, machineArn);
  waits = stepFunctionsWaits(client);
});
afterAll(async () => {
  engine.close();
  clock.stop();
  client.destroy();
  await endpoint.close();
});

const execution = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));
const nextToken = async () => {
  while (tokens.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  return tokens.shift() ?? '';
};

describe('campaign executions', () => {
  test('started twice are one, also when the first has ended', async () => {
    const arn = await workflows.startCampaign('c-1');
    const token = await nextToken();
    expect(await workflows.startCampaign('c-1')).toBe(arn);
    expect((await execution(arn)).input).toBe('{"campaignId":"c-1"}');
    await workflows.stop(arn, 'cancelled by the ops team');
    expect(await workflows.startCampaign('c-1')).toBe(arn);
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: machineArn }));
    expect(executions).toHaveLength(1);
    expect(await waits.complete(token, {})).toBe('gone');
  });

  test('are stopped with why; stopping what is not there is no fault', async () => {
    const arn = await workflows.startCampaign('c-2');
    await nextToken();
    await workflows.stop(arn, 'cancelled by the ops team');
    expect(await execution(arn)).toMatchObject({ status: 'ABORTED', cause: 'cancelled by the ops team' });
    await workflows.stop(arn, 'again');
    await workflows.stop(arn.replace('c-2', 'c-9'), 'never started');
  });

  test('that can not be started say so', async () => {
    await expect(stepFunctions(client, machineArnOf('other')).startCampaign('c-3')).rejects.toThrow();
  });
});

describe('waits', () => {
  test('are completed once, with what is told; after that they are gone', async () => {
    const arn = await workflows.startCampaign('c-4');
    const token = await nextToken();
    expect(await waits.complete(token, { status: 'accepted' })).toBe('done');
    expect(await waits.complete(token, { status: 'declined' })).toBe('gone');
    expect(await waits.complete('no token of ours', {})).toBe('gone');
    const { status, output } = await execution(arn);
    expect([status, output]).toEqual(['SUCCEEDED', '{"status":"accepted"}']);
  });

  test('that can not be reached are a failure, never gone', async () => {
    const away = new SFNClient({
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
    await expect(stepFunctionsWaits(away).complete('token', {})).rejects.toThrow();
    await expect(stepFunctions(away, machineArn).stop('arn', 'x')).rejects.toThrow();
    away.destroy();
  });
});
