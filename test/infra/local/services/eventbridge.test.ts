import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Duration, type Stack, TimeZone } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SfnStateMachine, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  ContextAttribute,
  ScheduleExpression,
  Schedule as SchedulerSchedule,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, Pass, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { beforeAll, describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(events, { clock });

function events(stack: Stack): void {
  const probe = testFunction(stack, 'probe');
  const queue = new Queue(stack, 'Queue');
  const machine = new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(Pass.jsonata(stack, 'Pass')),
  });
  const bus = new EventBus(stack, 'Own');
  new Rule(stack, 'Orders', {
    eventBus: bus,
    eventPattern: { detailType: ['order'] },
    targets: [new SqsQueue(queue), new SfnStateMachine(machine)],
  });
  new Rule(stack, 'Summary', {
    eventPattern: { source: ['shop'], detail: { total: [{ numeric: ['>', 100] }] } },
    targets: [
      new LambdaFunction(probe, {
        event: RuleTargetInput.fromObject({
          big: true,
          total: EventField.fromPath('$.detail.total'),
          text: `order ${EventField.fromPath('$.detail.id')} of "${EventField.fromPath('$.detail.who')}"`,
        }),
      }),
    ],
  });
  new Rule(stack, 'Nightly', {
    schedule: Schedule.cron({ hour: '2', minute: '30' }),
    targets: [new LambdaFunction(probe)],
  });
  new SchedulerSchedule(stack, 'Weekly', {
    schedule: ScheduleExpression.cron({ weekDay: 'MON', hour: '9', minute: '0', timeZone: TimeZone.ASIA_KOLKATA }),
    target: new StepFunctionsStartExecution(machine, {
      input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime, by: ContextAttribute.scheduleArn }),
    }),
  });
}

let client: EventBridgeClient;
beforeAll(() => {
  client = new EventBridgeClient(cloud().clientConfig());
});
const put = (...Entries: object[]) => client.send(new PutEventsCommand({ Entries }));
const until = (atMs: number) => new Promise<void>(resolve => clock.at(atMs, resolve));
const told = () =>
  cloud()
    .functions.list()
    .map(one => JSON.parse(one.event));
const executions = () => {
  const stateMachineArn = cloud().resources.ofType('AWS::StepFunctions::StateMachine')[0]?.ref ?? '';
  return cloud()
    .engine.listExecutions({ stateMachineArn })
    .map(one => cloud().engine.describeExecution(one.executionArn));
};

describe('the event bus', () => {
  it('brings an event to every target of a matching rule of its own bus', async () => {
    const EventBusName = cloud().resources.ofType('AWS::Events::EventBus')[0]?.ref;
    const { Entries = [] } = await put({ Source: 'shop', DetailType: 'order', Detail: '{"id":"o1"}', EventBusName });
    await clock.idle();
    const sqs = new SQSClient(cloud().clientConfig());
    const QueueUrl = cloud().resources.ofType('AWS::SQS::Queue')[0]?.ref;
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages?.length).toBe(1);
    expect(JSON.parse(Messages?.[0]?.Body ?? '')).toEqual({
      version: '0',
      id: Entries[0]?.EventId,
      'detail-type': 'order',
      source: 'shop',
      account: '123456789012',
      time: '2026-11-23T09:00:00Z',
      region: 'ap-south-1',
      resources: [],
      detail: { id: 'o1' },
    });
    expect(executions().map(one => one.input)).toContainEqual(expect.objectContaining({ detail: { id: 'o1' } }));
  });

  it('rewrites the event as the target asks', async () => {
    await put({ Source: 'shop', DetailType: 'x', Detail: '{"id":"o2","total":150,"who":"A \\"B\\""}' });
    await put({ Source: 'shop', DetailType: 'x', Detail: '{"id":"o3","total":50}' });
    await clock.idle();
    expect(told().filter(event => event.big)).toEqual([{ big: true, total: 150, text: 'order o2 of "A "B""' }]);
  });

  it('refuses entries one by one', async () => {
    const { FailedEntryCount, Entries } = await put(
      { Source: 'shop', DetailType: 'x', Detail: '{}' },
      { Source: 'shop', DetailType: 'x', Detail: 'no json' },
      { Source: 'aws.ses', DetailType: 'x', Detail: '{}' },
      { DetailType: 'x', Detail: '{}' },
    );
    expect(FailedEntryCount).toBe(3);
    expect(Entries?.map(entry => entry.ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
    ]);
  });
});

describe('schedules', () => {
  it('fire at their time, in their time zone, again and again', async () => {
    await until(start + Duration.days(15).toMilliseconds());
    const weekly = executions().filter(one => (one.input as { by?: string }).by);
    expect(weekly.map(one => (one.input as { at: string }).at).sort()).toEqual([
      '2026-11-30T03:30:00Z',
      '2026-12-07T03:30:00Z',
    ]);
    const nightly = told().filter(event => event['detail-type'] === 'Scheduled Event');
    expect(nightly.length).toBe(15);
    expect(nightly.at(-1)).toMatchObject({ source: 'aws.events', time: '2026-11-24T02:30:00Z', detail: {} });
  });
});
