import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TestStateCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#infra/local/engine/api.ts';
import { createEngine } from '#infra/local/engine/engine.ts';
import { realClock } from '#infra/local/real-clock.ts';
import { type AwsEndpoint, startAwsEndpoint } from '#infra/local/services/aws-endpoint.ts';
import { CallerRegistry } from '#infra/local/services/caller.ts';
import { stepFunctionsService } from '#infra/local/services/step-functions.ts';

const beganMs = Date.now();
const clock = realClock();
const tokens: string[] = [];
const machineArn = (name: string) => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
const roleArn = 'arn:aws:iam::000000000000:role/campaign';

let engine: Engine;
let endpoint: AwsEndpoint;
let client: SFNClient;

beforeAll(async () => {
  engine = createEngine({
    clock,
    objects: { get: async () => new Uint8Array(), list: async () => [], put: async () => {} },
    runTask: async call => {
      if (call.taskToken) tokens.push(call.taskToken);
      return { called: true };
    },
  });
  endpoint = await startAwsEndpoint(clock, new CallerRegistry());
  endpoint.mount('states', stepFunctionsService({ engine, authorize: () => {}, machineArn }));
  const credentials = { accessKeyId: 'owner', secretAccessKey: 'local' };
  client = new SFNClient({ region: 'us-east-1', endpoint: endpoint.url, credentials, disableHostPrefix: true });
});

afterAll(async () => {
  engine.close();
  clock.stop();
  client.destroy();
  await endpoint.close();
});

const create = async (name: string, states: object, startAt: string) => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startAt, States: states });
  await client.send(new CreateStateMachineCommand({ name, definition, roleArn }));
  return machineArn(name);
};

const pass = { Done: { Type: 'Pass', Output: { greeting: "{% 'hello ' & $states.input.name %}" }, End: true } };
const ask = {
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
    HeartbeatSeconds: 3600,
    TimeoutSeconds: 86_400,
    End: true,
  },
};

describe('the Step Functions API through the AWS SDK', () => {
  it('starts, describes and lists an execution', async () => {
    const stateMachineArn = await create('greet', pass, 'Done');
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"name":"Ada"}' }),
    );
    await engine.finished(executionArn ?? '');
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"greeting":"hello Ada"}',
      input: '{"name":"Ada"}',
    });
    expect(described.startDate?.getTime()).toBeGreaterThanOrEqual(beganMs);
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }));
    expect(executions?.map(execution => execution.name)).toEqual(['first']);
  });

  it('gives the history in pages, either way round', async () => {
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:greet:first';
    const types: (string | undefined)[] = [];
    for await (const page of paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn })) {
      types.push(...(page.events ?? []).map(event => event.type));
    }
    expect(types).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);
    const reversed = await client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, includeExecutionData: false }),
    );
    expect(reversed.events?.at(0)?.type).toBe('ExecutionSucceeded');
    expect(reversed.events?.at(0)?.executionSucceededEventDetails?.output).toBeUndefined();
  });

  it('is idempotent for a running execution of the same name and input, and refuses the name otherwise', async () => {
    const stateMachineArn = await create('ask', ask, 'Ask');
    const start = (input: string) => client.send(new StartExecutionCommand({ stateMachineArn, name: 'once', input }));
    const first = await start('{"a":1}');
    expect((await start('{"a":1}')).executionArn).toBe(first.executionArn);
    await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await nextToken();
    await client.send(
      new StopExecutionCommand({ executionArn: first.executionArn, error: 'Cancelled', cause: 'by hand' }),
    );
    const stopped = await client.send(new DescribeExecutionCommand({ executionArn: first.executionArn }));
    expect(stopped).toMatchObject({ status: 'ABORTED', error: 'Cancelled', cause: 'by hand' });
  });

  it('completes a waiting task by its token, once', async () => {
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: machineArn('ask') }));
    const taskToken = await nextToken();
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"answer":"yes"}' }));
    expect(await engine.finished(executionArn ?? '')).toMatchObject({ status: 'SUCCEEDED', output: { answer: 'yes' } });
    await expect(client.send(new SendTaskFailureCommand({ taskToken }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: 'made-up' }))).rejects.toMatchObject({
      name: 'InvalidToken',
    });
  });

  it('refuses what AWS refuses, under its names', async () => {
    const stateMachineArn = machineArn('greet');
    const refused = (sent: Promise<unknown>, name: string) => expect(sent).rejects.toMatchObject({ name });
    await refused(
      client.send(new StartExecutionCommand({ stateMachineArn: machineArn('none') })),
      'StateMachineDoesNotExist',
    );
    await refused(client.send(new StartExecutionCommand({ stateMachineArn, input: '{' })), 'InvalidExecutionInput');
    await refused(client.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' })), 'InvalidName');
    await refused(
      client.send(new StartExecutionCommand({ stateMachineArn, name: 'a'.repeat(81) })),
      'ValidationException',
    );
    await refused(client.send(new DescribeExecutionCommand({ executionArn: 'arn:none' })), 'ExecutionDoesNotExist');
    await refused(client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: 'no json' })), 'InvalidOutput');
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:greet:first';
    await refused(client.send(new RedriveExecutionCommand({ executionArn })), 'ExecutionNotRedrivable');
    await refused(
      client.send(new CreateStateMachineCommand({ name: 'bad', definition: '{}', roleArn })),
      'InvalidDefinition',
    );
  });

  it('describes machines, validates definitions and tests single states', async () => {
    const machine = await client.send(new DescribeStateMachineCommand({ stateMachineArn: machineArn('greet') }));
    expect(machine).toMatchObject({ name: 'greet', status: 'ACTIVE', type: 'STANDARD' });
    const bad = JSON.stringify({ StartAt: 'Nowhere', States: {} });
    expect(await client.send(new ValidateStateMachineDefinitionCommand({ definition: bad }))).toMatchObject({
      result: 'FAIL',
    });
    const tested = await client.send(
      new TestStateCommand({
        definition: JSON.stringify({ ...pass.Done, QueryLanguage: 'JSONata' }),
        input: '{"name":"Grace"}',
      }),
    );
    expect(tested).toMatchObject({ status: 'SUCCEEDED', output: '{"greeting":"hello Grace"}' });
  });
});

async function nextToken(): Promise<string> {
  while (tokens.length === 0) await new Promise(setImmediate);
  return tokens.shift() ?? '';
}
