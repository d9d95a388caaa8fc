import { describe, expect, it } from 'vitest';
import { readSesEvent } from '#shared/adapters/ses/events.ts';
import { isSetupNotification, readReceipts } from '#shared/adapters/ses/receipt.ts';

const mail = {
  messageId: 'm-1',
  timestamp: '2026-01-12T10:00:00.000Z',
  destination: ['asha@example.com', 'ravi@example.com'],
  tags: { 'ses:configuration-set': ['outreach'], message: ['c1_asha_1'] },
};
const bounce = {
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: [{ emailAddress: 'asha@example.com', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' }],
  timestamp: '2026-01-12T10:00:05.000Z',
  feedbackId: 'f-1',
};
const bounced = { eventType: 'Bounce', mail, bounce };

const eventOf = (input: unknown) => {
  const read = readSesEvent(input);
  return read.kind === 'event' ? read.event : undefined;
};

describe('an SES event', () => {
  it('says who bounced, how hard and why, with our tags only', () => {
    expect(eventOf(bounced)).toMatchObject({
      kind: 'bounced',
      messageId: 'm-1',
      recipients: ['asha@example.com'],
      tags: { message: 'c1_asha_1' },
      at: '2026-01-12T10:00:05.000Z',
      bounce: { hard: true, type: 'Permanent', subType: 'General', reason: 'smtp; 550 5.1.1 unknown' },
    });
  });

  it('is soft when transient', () => {
    expect(eventOf({ ...bounced, bounce: { ...bounce, bounceType: 'Transient' } })?.bounce?.hard).toBe(false);
  });

  it.each([
    ['an identity-level notification', { notificationType: 'Bounce', mail, bounce }],
    ['an EventBridge event', { source: 'aws.ses', 'detail-type': 'Email Bounced', detail: bounced }],
    [
      'an SNS message, whose body is JSON text with a newline',
      { Type: 'Notification', Message: `${JSON.stringify(bounced)}\n` },
    ],
    ['JSON text', JSON.stringify(bounced)],
  ])('is read from %s', (_, input) => {
    expect(eventOf(input)).toMatchObject({ kind: 'bounced', messageId: 'm-1' });
  });

  it('is about all recipients of the mail where it names none, at the time of the mail', () => {
    expect(eventOf({ eventType: 'Send', mail, send: {} })).toMatchObject({
      kind: 'sent',
      recipients: mail.destination,
      at: mail.timestamp,
    });
  });

  it('reads a rendering failure, whose name has a space, and mails without headers', () => {
    expect(eventOf({ eventType: 'Rendering Failure', mail, failure: { errorMessage: 'no name' } })).toMatchObject({
      kind: 'failed',
      reason: 'no name',
    });
  });

  it('has the same key when delivered twice, and another one for another link', () => {
    const click = (link: string) => ({
      eventType: 'Click',
      mail,
      click: { timestamp: mail.timestamp, link, linkTags: null },
    });
    expect(eventOf(click('https://a.example'))?.key).toBe(eventOf(click('https://a.example'))?.key);
    expect(eventOf(click('https://a.example'))?.key).not.toBe(eventOf(click('https://b.example'))?.key);
  });

  it.each([
    ['the sentence that AWS sends first', { Type: 'Notification', Message: 'Successfully validated SNS topic' }],
    ['an unknown type', { eventType: 'Teleport', mail }],
    ['a name that every object has', { eventType: 'constructor', mail }],
    ['a bounce without its details', { eventType: 'Bounce', mail }],
    ['nothing', null],
    ['a list', []],
    ['envelopes without end', Array.from({ length: 9 }).reduce<object>(inner => ({ detail: inner }), {})],
  ])('is not read from %s, and says why', (_, input) => {
    const read = readSesEvent(input);
    expect(read).toMatchObject({ kind: 'not-an-event', because: expect.stringMatching(/\w/) });
  });
});

describe('a received mail', () => {
  const pass = { status: 'PASS' };
  const receipt = {
    timestamp: '2026-01-12T10:00:00.000Z',
    recipients: ['r+token@reply.example'],
    spamVerdict: pass,
    virusVerdict: pass,
    spfVerdict: { status: 'GRAY' },
    dkimVerdict: { status: 'PROCESSING_FAILED' },
    dmarcVerdict: { status: 'FAIL' },
    dmarcPolicy: 'reject',
    action: { type: 'Lambda', functionArn: 'arn', invocationType: 'Event' },
  };
  const received = { ...mail, source: 'asha@example.com' };

  it('is read from the Lambda action; gray is not a failure', () => {
    expect(readReceipts({ Records: [{ eventSource: 'aws:ses', ses: { mail: received, receipt } }] })).toEqual({
      kind: 'receipts',
      receipts: [
        {
          messageId: 'm-1',
          receivedAt: '2026-01-12T10:00:00.000Z',
          recipients: ['r+token@reply.example'],
          returnPath: 'asha@example.com',
          spam: 'pass',
          virus: 'pass',
          spf: 'unknown',
          dkim: 'unknown',
          dmarc: 'fail',
          refuseOnDmarcFailure: true,
        },
      ],
    });
  });

  it('tells where the S3 action put it', () => {
    const action = { type: 'S3', bucketName: 'mail', objectKeyPrefix: 'in/', objectKey: 'in/m-1' };
    const notification = { notificationType: 'Received', mail: received, receipt: { ...receipt, action } };
    expect(readReceipts({ Message: JSON.stringify(notification) })).toMatchObject({
      receipts: [{ object: { bucket: 'mail', key: 'in/m-1' } }],
    });
  });

  it.each([
    ['nothing', 'x'],
    ['records of another service', { Records: [{ eventSource: 'aws:s3' }] }],
    ['an event', bounced],
  ])('is not read from %s', (_, input) => {
    expect(readReceipts(input).kind).toBe('not-a-receipt');
  });

  it('is not the object that SES writes when it is set up', () => {
    expect(isSetupNotification('in/AMAZON_SES_SETUP_NOTIFICATION')).toBe(true);
    expect(isSetupNotification('in/m-1')).toBe(false);
  });
});
