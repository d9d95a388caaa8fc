import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { beforeAll, describe, expect, it } from 'vitest';
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
  may('reads', read, get);
  may('readsNothing', read);
  may('writes', { ...read, ResultWriter }, get, ['s3:PutObject', files.arnForObjects('results/*')]);
  may('writesNothing', { ...read, ResultWriter }, get);
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
