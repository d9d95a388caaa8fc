import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSendQuotaCommand, SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  ReceiptRuleSet,
} from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3, Stop } from 'aws-cdk-lib/aws-ses-actions';
import { beforeAll, describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import type { DeliveredMail } from '#infra/local/services/ses/mail.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const clock = fastClock(start);
const cloud = runningCloud(mailing, { clock });

function mailing(stack: Stack): void {
  const probe = testFunction(stack, 'probe');
  const set = new ConfigurationSet(stack, 'Set', { configurationSetName: 'ours' });
  set.addEventDestination('Events', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, 'Default', 'default')),
    events: [EmailSendingEvent.SEND, EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });
  new EmailIdentity(stack, 'Identity', { identity: Identity.domain('brand.example') });
  new Rule(stack, 'MailEvents', { eventPattern: { source: ['aws.ses'] }, targets: [new LambdaFunction(probe)] });
  const mail = new Bucket(stack, 'Mail') as IBucket;
  const rules = new ReceiptRuleSet(stack, 'Rules');
  const replies = rules.addRule('Replies', {
    recipients: ['reply.brand.example'],
    actions: [
      new S3({ bucket: mail, objectKeyPrefix: 'inbound/' }),
      new Lambda({ function: probe, invocationType: LambdaInvocationType.EVENT }),
    ],
  });
  rules.addRule('Help', { recipients: ['help@brand.example'], after: replies, actions: [new Stop()] });
  rules.addRule('All', {
    actions: [new Lambda({ function: probe, invocationType: LambdaInvocationType.REQUEST_RESPONSE })],
  });
}

let ses: SESClient;
beforeAll(() => {
  ses = new SESClient(cloud().clientConfig());
});

const message = (to: string, more = '') =>
  Buffer.from(
    `From: Brand <hello@brand.example>\r\nTo: ${to}\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <own@brand.example>\r\n` +
      `References: <token@brand.example>\r\n${more}\r\nHello`,
  );
const send = (to: string, input: object = {}, raw = message(to)) =>
  ses.send(
    new SendRawEmailCommand({ RawMessage: { Data: raw }, Destinations: [to], ConfigurationSetName: 'ours', ...input }),
  );

/** What the rule's function was told about a mail, in order. */
const told = (id: string) =>
  cloud()
    .functions.list()
    .map(one => JSON.parse(one.event))
    .filter(event => event.detail?.mail?.messageId === id)
    .reverse();

describe('sending mail', () => {
  it('delivers, with the Message-ID of SES and our own References', async () => {
    const delivered: DeliveredMail[] = [];
    const stop = cloud().mail.onDelivered(mail => void delivered.push(mail));
    const { MessageId = '' } = await send('ann@people.example', { Tags: [{ Name: 'message', Value: 'm-1' }] });
    await clock.idle();
    stop();
    expect(delivered).toMatchObject([
      { id: MessageId, recipient: 'ann@people.example', source: 'hello@brand.example' },
    ]);
    const raw = delivered[0]?.raw.toString() ?? '';
    expect(raw).toContain(`Message-ID: <${MessageId}@ap-south-1.amazonses.com>`);
    expect(raw).not.toContain('own@brand.example');
    expect(raw).toContain('References: <token@brand.example>');
    expect(raw.endsWith('\r\n\r\nHello')).toBe(true);
  });

  it('tells of sending and delivery in the form that SES gives EventBridge', async () => {
    const from = clock.now();
    const { MessageId = '' } = await send('ann@people.example', { Tags: [{ Name: 'message', Value: 'm-1' }] });
    await clock.idle();
    const [sent, delivered] = told(MessageId);
    expect(sent).toMatchObject({
      source: 'aws.ses',
      'detail-type': 'Email Sent',
      resources: ['arn:aws:ses:ap-south-1:123456789012:configuration-set/ours'],
      detail: {
        eventType: 'Send',
        send: {},
        mail: {
          timestamp: new Date(from).toISOString(),
          source: 'hello@brand.example',
          sourceArn: 'arn:aws:ses:ap-south-1:123456789012:identity/brand.example',
          destination: ['ann@people.example'],
          headersTruncated: false,
          commonHeaders: { from: ['Brand <hello@brand.example>'], subject: 'Grüße', messageId: MessageId },
          tags: { 'ses:configuration-set': ['ours'], message: ['m-1'] },
        },
      },
    });
    expect(delivered).toMatchObject({
      'detail-type': 'Email Delivered',
      detail: { eventType: 'Delivery', delivery: { recipients: ['ann@people.example'], processingTimeMillis: 2000 } },
    });
  });

  it('bounces and complains at the addresses of the simulator', async () => {
    const { MessageId: bounced = '' } = await send('bounce+label@simulator.amazonses.com');
    const { MessageId: complained = '' } = await send('complaint@simulator.amazonses.com');
    await clock.idle();
    expect(told(bounced).map(event => event['detail-type'])).toEqual(['Email Sent', 'Email Bounced']);
    expect(told(bounced)[1].detail.bounce).toMatchObject({
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'bounce+label@simulator.amazonses.com', action: 'failed', status: '5.1.1' }],
    });
    expect(told(complained).map(event => event.detail.eventType)).toEqual(['Send', 'Delivery', 'Complaint']);
    expect(cloud().mail.suppressed()).toEqual({});
  });

  it('lets whoever gets the mail bounce it, and then suppresses the address', async () => {
    const stop = cloud().mail.onDelivered(({ id, recipient }) => cloud().mail.bounce(id, { recipient }));
    const first = await send('gone@people.example');
    await clock.idle();
    stop();
    expect(told(first.MessageId ?? '').map(event => event.detail.eventType)).toEqual(['Send', 'Bounce']);
    expect(cloud().mail.suppressed()).toEqual({ 'gone@people.example': 'BOUNCE' });
    const second = await send('Gone@people.example');
    await clock.idle();
    expect(told(second.MessageId ?? '')[1].detail.bounce.bounceSubType).toBe('OnAccountSuppressionList');
  });

  it.each([
    [
      'an unverified sender',
      { Source: 'me@elsewhere.example' },
      'MessageRejected',
      /not verified.*AP-SOUTH-1: me@elsewhere.example/,
    ],
    [
      'an unknown configuration set',
      { ConfigurationSetName: 'theirs' },
      'ConfigurationSetDoesNotExistException',
      /<theirs>/,
    ],
    ['a tag with a blank', { Tags: [{ Name: 'a b', Value: 'c' }] }, 'InvalidParameterValue', /Invalid tag name <a b>/],
    ['an address without a domain', { Destinations: ['ann'] }, 'InvalidParameterValue', /@domain/],
    [
      'more than fifty recipients',
      { Destinations: Array(51).fill('a@b.example') },
      'InvalidParameterValue',
      /exceeds 50/,
    ],
  ])('refuses %s', async (_what, input, name, text) => {
    await expect(send('ann@people.example', input)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(text),
    });
  });

  it('refuses a header given twice and a message of more than ten megabytes', async () => {
    const twice = message('a@b.example', 'Subject: again\r\n');
    await expect(send('a@b.example', {}, twice)).rejects.toMatchObject({ message: "Duplicate header 'Subject'." });
    const large = Buffer.concat([message('a@b.example'), Buffer.alloc(8_000_000, 'x')]);
    await expect(send('a@b.example', {}, large)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('counts what was sent in the last day', async () => {
    const quota = await ses.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ Max24HourSend: 50_000, SentLast24Hours: expect.any(Number) });
    expect(quota.SentLast24Hours).toBeGreaterThan(0);
  });

  it('sends a simple message too', async () => {
    const { MessageId = '' } = await ses.send(
      new SendEmailCommand({
        Source: 'hello@brand.example',
        Destination: { ToAddresses: ['ann@people.example'] },
        Message: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'Hello there' } } },
      }),
    );
    expect(cloud().mail.raw(MessageId).toString()).toContain('Hello there');
  });
});

describe('receiving mail', () => {
  const bucket = () => cloud().resources.ofType('AWS::S3::Bucket')[0]?.ref ?? '';
  const inbound = (recipient: string, more: object = {}) =>
    cloud().mail.receive({
      envelopeFrom: 'ann@people.example',
      recipients: [recipient],
      raw: `From: Ann <ann@people.example>\r\nTo: Someone <${recipient}>\r\nSubject: Re: Hello\r\nIn-Reply-To: <1@x>\r\nMessage-ID: <2@y>\r\n\r\nYes!`,
      ...more,
    });
  const events = (messageId: string) =>
    cloud()
      .functions.list()
      .map(one => JSON.parse(one.event))
      .filter(event => event.Records?.[0].ses.mail.messageId === messageId)
      .map(event => event.Records[0].ses);

  it('stores the mail and calls the function as the rules say', async () => {
    const { messageId, accepted } = await inbound('r+token@reply.brand.example', { verdicts: { dmarc: 'GRAY' } });
    await clock.idle();
    expect(accepted).toBe(true);
    const s3 = new S3Client(cloud().clientConfig());
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket(), Key: `inbound/${messageId}` }));
    expect(await Body?.transformToString()).toMatch(/^Return-Path: <ann@people.example>\r\n[\s\S]*\r\n\r\nYes!$/);
    const types = events(messageId).map(one => one.receipt.action.invocationType);
    expect(types.sort()).toEqual(['Event', 'RequestResponse']);
    expect(events(messageId)[0]).toMatchObject({
      mail: {
        source: 'ann@people.example',
        destination: ['r+token@reply.brand.example'],
        commonHeaders: {
          returnPath: 'ann@people.example',
          from: ['Ann <ann@people.example>'],
          messageId: '<2@y>',
          subject: 'Re: Hello',
        },
      },
      receipt: {
        recipients: ['r+token@reply.brand.example'],
        spamVerdict: { status: 'PASS' },
        dmarcVerdict: { status: 'GRAY' },
        action: { type: 'Lambda' },
      },
    });
  });

  it('runs no rule after one that says stop', async () => {
    const help = await inbound('help+me@brand.example');
    const other = await inbound('other@brand.example');
    await clock.idle();
    expect([help.accepted, events(help.messageId).length]).toEqual([true, 0]);
    expect([other.accepted, events(other.messageId).length]).toEqual([true, 1]);
  });
});
