import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { EmailIdentity, Identity, ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { startFace } from '#infra/local/face/face.ts';
import { startLocalCloud } from '#infra/local/local-cloud.ts';
import { steerableClock } from '#infra/local/steerable-clock.ts';
import { synthesize, testFunction } from '#test/support/cloud/test-app.ts';
import { servePages } from '#test/support/page-server.ts';

/** A small cloud in which everything that the page shows has happened. */

export const startMs = Date.parse('2026-11-23T09:00:00Z');
export const evil = '<img src=x onerror="document.title=1">';
const day = 86_400;

function app(stack: Stack): void {
  const probe = testFunction(stack, 'probe');
  const call = (payload: unknown, more: object = {}) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: probe.functionArn, Payload: payload },
    ...more,
  });
  const each = { StartAt: 'Look at it', States: { 'Look at it': call({ do: '{% $states.input %}' }, { End: true }) } };
  const errand = {
    QueryLanguage: 'JSONata',
    StartAt: 'Look at each thing',
    States: {
      'Look at each thing': {
        Type: 'Map',
        Items: '{% $states.input.things %}',
        ToleratedFailureCount: 5,
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...each },
        Output: '{% $states.input %}',
        Next: 'Is it urgent?',
      },
      'Is it urgent?': {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input.urgency = 'high' %}", Next: 'Fail loudly' }],
        Default: 'Ask and rest',
      },
      'Ask and rest': {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Ask somebody',
            States: {
              'Ask somebody': {
                ...call({ do: 'echo', token: '{% $states.context.Task.Token %}' }),
                Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
                TimeoutSeconds: 9 * day,
                Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Nobody answered' }],
                End: true,
              },
              'Nobody answered': { Type: 'Pass', End: true },
            },
          },
          { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 3 * day, End: true } } },
        ],
        Next: 'Done',
      },
      'Fail loudly': call({ do: 'throw' }, { Next: 'Done' }),
      Done: { Type: 'Succeed' },
    },
  };
  const machine = new StateMachine(stack, 'Errand', {
    stateMachineName: 'errand',
    definitionBody: DefinitionBody.fromString(JSON.stringify(errand)),
  });
  probe.grantInvoke(machine);
  const states = (resource: string) => `arn:aws:states:${stack.region}:${stack.account}:${resource}`;
  const may = (actions: string[], resource: string) =>
    machine.addToRolePolicy(new PolicyStatement({ actions, resources: [states(resource)] }));
  may(['states:StartExecution'], 'stateMachine:errand');
  may(['states:DescribeExecution', 'states:StopExecution'], 'execution:errand/*');
  const dead = new Queue(stack, 'Dead', { queueName: 'dead-letters' });
  new EmailIdentity(stack, 'Identity', { identity: Identity.domain('brand.example') });
  const mail = new Bucket(stack, 'Mail') as IBucket;
  new ReceiptRuleSet(stack, 'Rules').addRule('Replies', {
    recipients: ['reply.brand.example'],
    actions: [new S3({ bucket: mail, objectKeyPrefix: 'inbound/' })],
  });
  new CfnOutput(stack, 'Machine', { value: machine.stateMachineArn });
  new CfnOutput(stack, 'DeadUrl', { value: dead.queueUrl });
}

const letter = (trackerUrl: string) => `From: Brand <hello@brand.example>\r
To: Meera <meera@people.example>\r
Reply-To: r+1@reply.brand.example\r
Message-ID: <own-1@brand.example>\r
Subject: An offer for you\r
MIME-Version: 1.0\r
Content-Type: text/html; charset=utf-8\r
\r
<html><head><title>x</title></head><body><p id="hello">Hello Meera</p><script>document.title='ran'</script>
<img src="${trackerUrl}/pixel.png" alt=""><form action="/clock" method="post"><button>Press</button></form></body></html>`;

export async function startFaceWorld() {
  /** Whoever is asked for the picture in the letter. */
  const tracker = await servePages(() => undefined);
  const clock = steerableClock({ startMs, pace: 'fast' });
  const cloud = await startLocalCloud({ assembly: synthesize(app), clock });
  const config = cloud.clientConfig();
  const states = new SFNClient(config);
  const stateMachineArn = cloud.outputs.Machine;
  const startErrand = async (name: string, input: object) => {
    const { executionArn = '' } = await states.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
    );
    return executionArn;
  };
  clock.pause();
  const waiting = await startErrand('waiting-one', { things: ['echo', 'log', 'throw'], urgency: 'low', note: evil });
  const failed = await startErrand('failing-one', { things: [], urgency: 'high' });
  await cloud.engine.finished(failed);
  while (!cloud.engine.places(waiting).some(({ waitsFor }) => waitsFor === 'answer'))
    await new Promise(resolve => setTimeout(resolve, 10));
  await new SESClient(config).send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(letter(tracker.url)) },
      Destinations: ['meera@people.example'],
    }),
  );
  await cloud.mail.receive({
    envelopeFrom: 'stranger@people.example',
    recipients: ['nobody@elsewhere.example'],
    raw: `From: stranger@people.example\r\nSubject: ${evil}\r\n\r\nHi`,
  });
  await new SQSClient(config).send(
    new SendMessageCommand({ QueueUrl: cloud.outputs.DeadUrl, MessageBody: '{"lost":true}' }),
  );
  const face = await startFace({ cloud, clock, port: 0 });
  return {
    clock,
    cloud,
    face,
    tracker,
    waiting,
    failed,
    async stop() {
      await face.close();
      await cloud.stop();
      await tracker.close();
    },
  };
}
