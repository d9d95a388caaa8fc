import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { sesSender } from '#shared/adapters/ses/sender.ts';

const ses = mockClient(SESClient);
beforeEach(() => ses.reset());

const send = sesSender(new SESClient({ region: 'eu-west-1', maxAttempts: 1 }), 'outreach');
const mail = {
  from: 'team@brand.example',
  to: 'asha@example.com',
  bytes: Buffer.from('x'),
  tags: { message: 'c1_asha_1' },
};

const failing = (name: string, message: string, httpStatusCode?: number) =>
  ses.on(SendRawEmailCommand).rejects(Object.assign(new Error(message), { name, $metadata: { httpStatusCode } }));

describe('sending through SES', () => {
  it('sends the bytes to one recipient under the configuration set, with tags', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'id-1' });
    expect(await send(mail)).toEqual({ kind: 'sent', sesMessageId: 'id-1' });
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toEqual({
      Source: 'team@brand.example',
      Destinations: ['asha@example.com'],
      RawMessage: { Data: mail.bytes },
      ConfigurationSetName: 'outreach',
      Tags: [{ Name: 'message', Value: 'c1_asha_1' }],
    });
  });

  it.each([
    ['Throttling', 'Maximum sending rate exceeded.', 400, 'throttled'],
    ['ThrottlingException', 'Rate exceeded', 400, 'throttled'],
    ['Throttling', 'Daily message quota exceeded.', 400, 'quota'],
    ['AccountSendingPausedException', 'Sending is paused', 400, 'quota'],
    ['MailFromDomainNotVerifiedException', 'Not verified', 400, 'quota'],
    ['AccessDenied', 'Not authorized to perform ses:SendRawEmail', 403, 'quota'],
    ['MessageRejected', 'Email address is not verified.', 400, 'rejected'],
    ['InvalidParameterValue', 'Missing final @domain', 400, 'rejected'],
    ['InternalFailure', 'Try later', 500, 'uncertain'],
    ['RequestTimeout', 'Too slow', 408, 'uncertain'],
    ['TimeoutError', 'socket hang up', undefined, 'uncertain'],
  ])('%s "%s" (%s) is %s', async (name, message, status, kind) => {
    failing(name, message, status);
    expect((await send(mail)).kind).toBe(kind);
  });

  it('is uncertain about whatever is no error, and about an answer without an id', async () => {
    ses.on(SendRawEmailCommand).callsFake(() => Promise.reject('gone'));
    expect(await send(mail)).toMatchObject({ kind: 'uncertain', because: 'gone' });
    ses.on(SendRawEmailCommand).resolves({});
    expect(await send(mail)).toMatchObject({ kind: 'uncertain' });
  });

  it.each([
    ['a tag with a space', { ...mail, tags: { message: 'a b' } }],
    ['more than 10 MB', { ...mail, bytes: new Uint8Array(10_000_001) }],
  ])('refuses %s without asking SES', async (_, wrong) => {
    expect((await send(wrong)).kind).toBe('rejected');
    expect(ses.calls()).toHaveLength(0);
  });
});
