import { setImmediate } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(machines, { clock });

function machines(stack: Stack): void {
  const files = new Bucket(stack, 'Files');
  const bus = new EventBus(stack, 'Bus', { eventBusName: 'ours' });
  new Rule(stack, 'Rule', {
    eventBus: bus,
    eventPattern: { source: ['shop'] },
    targets: [new LambdaFunction(testFunction(stack, 'probe'))],
  });
  const machine = (name: string, state: object) => {
    const definition = { QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: { ...state, End: true } } };
    const made = new StateMachine(stack, name, {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
    });
    new CfnOutput(stack, `${name}Arn`, { value: made.stateMachineArn });
    return made;
  };
  const read = {
    Type: 'Map',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      Arguments: { Bucket: files.bucketName, Key: '{% $states.input.key %}' },
    },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Each',
      States: { Each: { Type: 'Pass', End: true } },
    },
  };
  const ResultWriter = {
    Resource: 'arn:aws:states:::s3:putObject',
    Arguments: { Bucket: files.bucketName, Prefix: 'results' },
  };
  const may = (name: string, state: object, ...statements: (readonly [action: string, resource: string])[]) => {
    const made = machine(name, state);
    for (const [action, resource] of statements)
      made.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
  };
  const get = ['s3:GetObject', files.arnForObjects('in/*')] as const;
  const states = (resource: string) => `arn:aws:states:${stack.region}:${stack.account}:${resource}`;
  const start = (name: string) => ['states:StartExecution', states(`stateMachine:${name}`)] as const;
  const child = (name: string, ...actions: string[]) =>
    actions.map(action => [`states:${action}`, states(`execution:${name}/*`)] as const);
  const runs = (name: string) => [get, start(name), ...child(name, 'DescribeExecution')] as const;
  may('reads', read, ...runs('reads'));
  may('readsNothing', read);
  may('writes', { ...read, ResultWriter }, ...runs('writes'), ['s3:PutObject', files.arnForObjects('results/*')]);
  may('writesNothing', { ...read, ResultWriter }, ...runs('writesNothing'));
  may('startsNothing', read, get);
  may('describesNothing', read, get, start('describesNothing'));
  const slow = { Type: 'Wait', Seconds: 3600, End: true };
  const waits = { ...read, ItemProcessor: { ...read.ItemProcessor, States: { Each: slow } } };
  may('stops', waits, ...runs('stops'), ...child('stops', 'StopExecution', 'RedriveExecution'));
  may('stopsNothing', waits, ...runs('stopsNothing'));
  may('redrivesNothing', waits, ...runs('redrivesNothing'), ...child('redrivesNothing', 'StopExecution'));
  const tell = (detail: object) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::events:putEvents',
    Arguments: { Entries: [{ Source: 'shop', DetailType: 'Sold', EventBusName: 'ours', ...detail }] },
  });
  may('tells', tell({ Detail: { what: '{% $states.input.key %}' } }), ['events:PutEvents', bus.eventBusArn]);
  may('tellsBadly', tell({ Detail: 'no JSON' }), ['events:PutEvents', bus.eventBusArn]);
  may('tellsNothing', tell({ Detail: {} }));
  new CfnOutput(stack, 'Bucket', { value: files.bucketName });
}

const run = async (name: string, key = 'in/items.json') => {
  const stateMachineArn = String(cloud().outputs[`${name}Arn`]);
  const { executionArn } = await cloud().engine.startExecution({ stateMachineArn, input: { key } });
  return cloud().engine.finished(executionArn);
};

/** Stops an execution whose children wait; answers with what became of them. */
async function childrenOfStopped(name: string) {
  const { engine } = cloud();
  const stateMachineArn = String(cloud().outputs[`${name}Arn`]);
  const { executionArn } = await engine.startExecution({ stateMachineArn, input: { key: 'in/items.json' } });
  const isWaiting = () => engine.listExecutions({ stateMachineArn: `${stateMachineArn}/Only` }).length === 2;
  await clock.hold(vi.waitUntil(isWaiting));
  await clock.hold(engine.stopExecution({ executionArn }).then(() => setImmediate()));
  return engine.listExecutions({ stateMachineArn: `${stateMachineArn}/Only` }).map(({ status }) => status);
}

async function redriven(name: string) {
  const { engine } = cloud();
  const [stopped] = engine.listExecutions({ stateMachineArn: String(cloud().outputs[`${name}Arn`]) });
  if (!stopped) throw new Error(`${name} did not run`);
  await engine.redriveExecution({ executionArn: stopped.executionArn });
  return engine.finished(stopped.executionArn);
}

beforeAll(async () => {
  const s3 = new S3Client(cloud().clientConfig());
  for (const Key of ['in/items.json', 'secret/items.json'])
    await s3.send(new PutObjectCommand({ Bucket: cloud().outputs.Bucket, Key, Body: '[1,2]' }));
});

describe('a state machine acts as its role', () => {
  it('when it reads the items of a Distributed Map', async () => {
    expect(await run('reads')).toMatchObject({ status: 'SUCCEEDED', output: [1, 2] });
    const refused = { status: 'FAILED', error: 'States.ItemReaderFailed' };
    expect(await run('reads', 'secret/items.json')).toMatchObject(refused);
    expect(await run('readsNothing')).toMatchObject({ ...refused, cause: expect.stringContaining('s3:GetObject') });
  });

  it('when it writes the results', async () => {
    expect(await run('writes')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await run('writesNothing')).toMatchObject({ status: 'FAILED', error: 'States.ResultWriterFailed' });
  });

  it('when it starts children and looks at how they ended', async () => {
    const refused = { status: 'FAILED', error: 'StepFunctions.AccessDeniedException' };
    const started = { ...refused, cause: expect.stringContaining('states:StartExecution') };
    expect(await run('startsNothing')).toMatchObject(started);
    const described = { ...refused, cause: expect.stringContaining('states:DescribeExecution') };
    expect(await run('describesNothing')).toMatchObject(described);
  });

  it('when it stops its children', async () => {
    expect(await childrenOfStopped('stops')).toEqual(['ABORTED', 'ABORTED']);
    expect(await childrenOfStopped('stopsNothing')).toEqual(['RUNNING', 'RUNNING']);
  });

  it('when it redrives them', async () => {
    await childrenOfStopped('redrivesNothing');
    const again = await redriven('redrivesNothing');
    expect(again).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('states:RedriveExecution') });
    expect(await redriven('stops')).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('when it puts events, which name the execution', async () => {
    const told = await run('tells');
    expect(told).toMatchObject({ status: 'SUCCEEDED', output: { FailedEntryCount: 0 } });
    await clock.idle();
    const event = JSON.parse(cloud().functions.list()[0]?.event ?? '{}');
    expect(event).toMatchObject({ source: 'shop', 'detail-type': 'Sold', detail: { what: 'in/items.json' } });
    expect(event.resources).toEqual([told.executionArn, cloud().outputs.tellsArn]);
    expect(await run('tellsBadly')).toMatchObject({ status: 'FAILED', error: 'EventBridge.FailedEntry' });
    expect(await run('tellsNothing')).toMatchObject({ status: 'FAILED', error: 'Events.AccessDeniedException' });
  });
});
