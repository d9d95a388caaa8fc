// Our own and not npm `aws-ses-v2-local`: that keeps the wall clock, sends no events, knows no configuration sets,
// identities or suppression, and answers errors in its own shapes.
import type { Clock } from '../../clock.ts';
import type { Faults } from '../../faults/faults.ts';
import type { Counters } from '../../meter.ts';
import { AwsError, type AwsRequest, type AwsResponse, type AwsService, asAwsError } from '../aws-protocol.ts';
import { type XmlNode, xml } from '../xml.ts';
import type { ConfigurationSets } from './configuration-sets.ts';
import type { Postman } from './mailbox.ts';
import { addressesIn, headersOf, headerValue, withHeaders } from './mime.ts';
import { checkAddress, checkMessage, checkRecipients, checkTags, isVerified } from './sending-rules.ts';
import { simpleMessage } from './simple-message.ts';
import { simulated } from './simulator.ts';

/** A production account of moderate size. */
const quota = { perDay: 50_000, perSecond: 500 };
const dayMs = 24 * 60 * 60 * 1000;

export interface SesSurroundings {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly mailbox: Postman;
  readonly sets: ConfigurationSets;
  readonly region: string;
  /** Verified addresses and domains; if the template declares none, they are looked after elsewhere and all pass. */
  readonly identities: readonly string[];
  identityArn(source: string): string;
  setArn(configurationSet: string): string;
  authorize(request: AwsRequest, action: string, resource: string): void;
}

type Operation = (form: URLSearchParams, request: AwsRequest) => Promise<XmlNode> | XmlNode;

/** The Query API of SES (version 1) as far as sending goes. */
export function createSes(surroundings: SesSurroundings): AwsService {
  const { clock, mailbox, identityArn, authorize } = surroundings;

  const sentSinceYesterday = () => {
    const since = clock.now() - dayMs;
    const recent = mailbox.list().filter(mail => mail.atMs > since);
    return recent.flatMap(mail => mail.destinations).filter(recipient => !simulated(recipient)).length;
  };

  const operations: Readonly<Record<string, Operation>> = {
    SendRawEmail(form, request) {
      const encoded = (form.get('RawMessage.Data') ?? '').replace(/\s/g, '');
      const raw = Buffer.from(encoded, 'base64');
      const destinations = members(form, 'Destinations');
      return send(surroundings, sentSinceYesterday, { request, form, raw, encodedBytes: encoded.length, destinations });
    },
    async SendEmail(form, request) {
      const raw = await simpleMessage(form, prefix => members(form, prefix));
      const encodedBytes = Math.ceil(raw.length / 3) * 4;
      const destinations = ['To', 'Cc', 'Bcc'].flatMap(kind => members(form, `Destination.${kind}Addresses`));
      return send(surroundings, sentSinceYesterday, { request, form, raw, encodedBytes, destinations });
    },
    GetSendQuota(_form, request) {
      authorize(request, 'ses:GetSendQuota', '*');
      return { Max24HourSend: quota.perDay, MaxSendRate: quota.perSecond, SentLast24Hours: sentSinceYesterday() };
    },
    GetAccountSendingEnabled(_form, request) {
      authorize(request, 'ses:GetAccountSendingEnabled', '*');
      return { Enabled: true };
    },
  };

  return async request => {
    const form = new URLSearchParams(request.body.toString());
    const action = form.get('Action') ?? '';
    try {
      const operation = operations[action];
      if (!operation) throw new AwsError('InvalidAction', `The local SES has no ${action}.`);
      const result = await operation(form, request);
      return answer(`${action}Response`, {
        [`${action}Result`]: result,
        ResponseMetadata: { RequestId: crypto.randomUUID() },
      });
    } catch (error) {
      const { code: name, message, status } = asAwsError(error);
      const code = name === 'AccessDeniedException' ? 'AccessDenied' : name;
      const Type = status < 500 ? 'Sender' : 'Receiver';
      return {
        ...answer('ErrorResponse', { Error: { Type, Code: code, Message: message }, RequestId: crypto.randomUUID() }),
        status,
      };
    }
  };

  function answer(name: string, content: XmlNode): AwsResponse {
    const body = xml(name, content, 'http://ses.amazonaws.com/doc/2010-12-01/');
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }

  function send(
    { counters, faults, sets, identities, region }: SesSurroundings,
    sentToday: () => number,
    { request, form, raw, encodedBytes, destinations }: Submission,
  ): XmlNode {
    const headers = headersOf(raw);
    const header = (name: string) => headerValue(headers, name);
    checkMessage(encodedBytes, headers);
    const from = addressesIn(form.get('Source') ?? header('From'))[0] ?? '';
    checkAddress(from);
    const recipients =
      destinations.length > 0 ? destinations : ['To', 'Cc', 'Bcc'].flatMap(name => addressesIn(header(name)));
    const envelope = recipients.map(recipient => addressesIn(recipient)[0] ?? recipient);
    checkRecipients(envelope);
    const tags = tagsOf(form, header('X-SES-MESSAGE-TAGS'));
    checkTags(tags);
    authorize(request, `ses:${form.get('Action')}`, identityArn(from));
    const visible = addressesIn(header('From'));
    const unverified = [...new Set([from, ...visible])].filter(
      one => identities.length > 0 && !isVerified(one, identities),
    );
    if (unverified.length > 0) {
      const which = `The following identities failed the check in region ${region.toUpperCase()}: ${unverified.join(', ')}`;
      throw new AwsError('MessageRejected', `Email address is not verified. ${which}`);
    }
    const configurationSet = form.get('ConfigurationSetName') ?? header('X-SES-CONFIGURATION-SET');
    if (configurationSet !== undefined && !sets.has(configurationSet)) {
      throw new AwsError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
    }
    if (configurationSet !== undefined && !sets.isSendingEnabled(configurationSet)) {
      throw new AwsError('ConfigurationSetSendingPausedException', `Sending is paused for <${configurationSet}>.`);
    }
    if (configurationSet !== undefined)
      authorize(request, `ses:${form.get('Action')}`, surroundings.setArn(configurationSet));
    const subject = [...envelope, ...Object.values(tags)].join(' ');
    if (faults.hits('ses-rate', subject, clock.now()))
      throw new AwsError('Throttling', 'Maximum sending rate exceeded.');
    const usedUp = faults.hits('ses-quota', subject, clock.now());
    if (usedUp || sentToday() + envelope.length > quota.perDay)
      throw new AwsError('Throttling', 'Daily message quota exceeded.');
    counters.mails += envelope.length;
    const mail = mailbox.post(
      { source: from, destinations: envelope, configurationSet, tags, callerRoleArn: request.caller.roleArn },
      id => asDelivered(raw, id, region, clock.now()),
    );
    return { MessageId: mail.id };
  }
}

interface Submission {
  readonly request: AwsRequest;
  readonly form: URLSearchParams;
  readonly raw: Buffer;
  readonly encodedBytes: number;
  readonly destinations: readonly string[];
}

/** SES puts its own Message-ID and Date on every mail and takes its instructions and the blind copies off. */
function asDelivered(raw: Buffer, id: string, region: string, atMs: number): Buffer {
  const domain = region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
  const removed = ['Message-ID', 'Date', 'Bcc', 'X-SES-CONFIGURATION-SET', 'X-SES-MESSAGE-TAGS'];
  const date = new Date(atMs).toUTCString().replace('GMT', '+0000');
  return withHeaders(raw, removed, [
    { name: 'Message-ID', value: `<${id}@${domain}>` },
    { name: 'Date', value: date },
  ]);
}

/** Tags of the request win over those in the header and are not merged with them. */
function tagsOf(form: URLSearchParams, header: string | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
    found[form.get(`Tags.member.${index}.Name`) ?? ''] = form.get(`Tags.member.${index}.Value`) ?? '';
  }
  if (Object.keys(found).length > 0 || header === undefined) return found;
  const pairs = header.split(',').map(pair => pair.split('=').map(part => part.trim()));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function members(form: URLSearchParams, prefix: string): string[] {
  const found: string[] = [];
  for (let index = 1; form.has(`${prefix}.member.${index}`); index += 1)
    found.push(form.get(`${prefix}.member.${index}`) ?? '');
  return found;
}
