import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { Duration, type Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DefinitionBody, QueryLanguage, StateMachine, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import { describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { startLocalCloud } from '#infra/local/local-cloud.ts';
import { start } from '#test/support/cloud/running-cloud.ts';
import { synthesize, testFunction } from '#test/support/cloud/test-app.ts';

const later = start + Duration.hours(1).toMilliseconds();

function keeping(stack: Stack): void {
  new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  new Bucket(stack, 'Bucket');
  new Secret(stack, 'Secret');
  new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(
      Wait.jsonata(stack, 'Three weeks', { time: WaitTime.duration(Duration.days(21)) }),
    ),
  });
}

describe('a cloud with a data directory', () => {
  it('goes on after a restart where it stopped', async () => {
    const assembly = synthesize(keeping);
    const dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-'));
    const clock = fastClock(start);
    void clock.hold(new Promise(() => {})); // time stands still until the "crash"
    const first = await startLocalCloud({ assembly, dataDir, clock });
    const ref = (type: string) => first.resources.ofType(type)[0]?.ref ?? '';
    const [TableName, Bucket_, secret, stateMachineArn] = [
      ref('AWS::DynamoDB::Table'),
      ref('AWS::S3::Bucket'),
      ref('AWS::SecretsManager::Secret'),
      ref('AWS::StepFunctions::StateMachine'),
    ];
    const Key = { id: { S: '1' } };
    await new DynamoDBClient(first.clientConfig()).send(
      new PutItemCommand({ TableName, Item: { ...Key, n: { N: '7' } } }),
    );
    const body = { Bucket: Bucket_, Key: 'a/b', Body: 'kept', ContentType: 'text/plain' };
    await new S3Client(first.clientConfig()).send(new PutObjectCommand(body));
    const Data = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\n\r\nx');
    const { MessageId } = await new SESClient(first.clientConfig()).send(
      new SendRawEmailCommand({ RawMessage: { Data } }),
    );
    const { executionArn } = await first.engine.startExecution({ stateMachineArn });
    const generated = first.secrets.get(secret);
    await first.stop();

    const secondClock = fastClock(later);
    const delivered: string[] = [];
    const second = await startLocalCloud({ assembly, dataDir, clock: secondClock });
    second.mail.onDelivered(({ id }) => void delivered.push(id));
    const { Item } = await new DynamoDBClient(second.clientConfig()).send(new GetItemCommand({ TableName, Key }));
    expect(Item?.n).toEqual({ N: '7' });
    const object = await new S3Client(second.clientConfig()).send(
      new GetObjectCommand({ Bucket: Bucket_, Key: 'a/b' }),
    );
    expect([await object.Body?.transformToString(), object.ContentType]).toEqual(['kept', 'text/plain']);
    expect(second.secrets.get(secret)).toBe(generated);
    const ended = await second.engine.finished(executionArn);
    expect([ended.status, ended.stopDate]).toEqual(['SUCCEEDED', start + Duration.days(21).toMilliseconds()]);
    expect(delivered).toEqual([MessageId]);
    expect(second.mail.list().map(mail => mail.id)).toEqual([MessageId]);
    await second.stop();
  });

  it('keeps the beat of its schedules, and makes up for none that it slept through', async () => {
    const assembly = synthesize(stack => {
      const probe = testFunction(stack, 'probe');
      for (const [name, schedule] of [
        ['Rate', Schedule.rate(Duration.hours(2))],
        ['Cron', Schedule.cron({ minute: '15', hour: '*' })],
      ] as const)
        new Rule(stack, name, { schedule, targets: [new LambdaFunction(probe)] });
    });
    const dataDir = mkdtempSync(join(tmpdir(), 'local-cloud-'));
    const next = async (nowMs: number) => {
      const clock = fastClock(nowMs);
      const cloud = await startLocalCloud({ assembly, dataDir, clock });
      const times = clock.pending().map(({ atMs }) => new Date(atMs).toISOString().slice(11, 16));
      const invoked = cloud.functions.list().length;
      await cloud.stop();
      return { times, invoked };
    };
    expect(await next(start)).toEqual({ times: ['09:15', '11:00'], invoked: 0 });
    expect(await next(start + Duration.minutes(210).toMilliseconds())).toEqual({
      times: ['13:00', '13:15'],
      invoked: 0,
    });
  });
});
