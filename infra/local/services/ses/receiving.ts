import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { InvokeResult } from '../lambda/lambda.ts';
import { addressesIn, commonHeaders, type Header, headersOf, headerValue, withHeaders } from './mime.ts';
import { matchedBy, type ReceiptAction, type ReceiptRule } from './receipt-rules.ts';

const longestHeadersBytes = 10 * 1024;

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';

export interface InboundMail {
  /** Empty for bounces, whose Return-Path is `<>`. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer | string;
  /** What SES's checks find; PASS unless said. */
  readonly verdicts?: { readonly [check in 'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc']?: Verdict };
}

export interface Received {
  readonly messageId: string;
  /** Nothing matched: the sender's server gets a 550. */
  readonly accepted: boolean;
}

export interface ReceivingSurroundings {
  readonly clock: Clock;
  readonly rules: readonly ReceiptRule[];
  store(bucket: string, key: string, raw: Buffer, ruleArn: string): void;
  invoke(functionArn: string, payload: string, ruleArn: string): Promise<InvokeResult>;
  invokeAsync(functionArn: string, payload: string, ruleArn: string): void;
  ruleArn(rule: ReceiptRule): string;
}

/** SES receiving: the rules that match a recipient, each with its actions, in order, until one says stop. */
export function createReceiving(surroundings: ReceivingSurroundings): (mail: InboundMail) => Promise<Received> {
  const { clock, rules } = surroundings;

  const run = async (mail: InboundMail): Promise<Received> => {
    const messageId = inboundId();
    const raw = withTrace(mail, messageId, clock.now());
    const headers = headersOf(raw);
    let accepted = false;
    for (const rule of rules) {
      const matched = matchedBy(rule, mail.recipients);
      if (matched.length === 0) continue;
      accepted = true;
      const stop = await runRule(rule, { mail, messageId, raw, headers, recipients: matched });
      if (stop === 'STOP_RULE_SET') break;
    }
    return { messageId, accepted };
  };

  const runRule = async (rule: ReceiptRule, incoming: Incoming): Promise<Disposition> => {
    for (const action of rule.actions) {
      const disposition = await runAction(rule, action, incoming);
      if (disposition !== 'CONTINUE') return disposition;
    }
    return 'CONTINUE';
  };

  const runAction = async (rule: ReceiptRule, action: ReceiptAction, incoming: Incoming): Promise<Disposition> => {
    const ruleArn = surroundings.ruleArn(rule);
    if ('StopAction' in action) return 'STOP_RULE_SET';
    if ('S3Action' in action) {
      const { BucketName, ObjectKeyPrefix } = action.S3Action;
      surroundings.store(BucketName, `${ObjectKeyPrefix}${incoming.messageId}`, incoming.raw, ruleArn);
      return 'CONTINUE';
    }
    const { FunctionArn, InvocationType } = action.LambdaAction;
    const receiptAction = { type: 'Lambda', functionArn: FunctionArn, invocationType: InvocationType };
    const payload = JSON.stringify(lambdaEvent(incoming, receiptAction, clock.now()));
    if (InvocationType === 'Event') {
      surroundings.invokeAsync(FunctionArn, payload, ruleArn);
      return 'CONTINUE';
    }
    const result = await surroundings.invoke(FunctionArn, payload, ruleArn);
    return result.functionError ? 'CONTINUE' : dispositionOf(result.payload);
  };

  return mail => clock.hold(run(mail));
}

type Disposition = 'CONTINUE' | 'STOP_RULE' | 'STOP_RULE_SET';

interface Incoming {
  readonly mail: InboundMail;
  readonly messageId: string;
  readonly raw: Buffer;
  readonly headers: readonly Header[];
  readonly recipients: readonly string[];
}

function dispositionOf(payload: string): Disposition {
  const answer = (JSON.parse(payload) as { disposition?: string } | null)?.disposition;
  return answer === 'STOP_RULE' || answer === 'STOP_RULE_SET' ? answer : 'CONTINUE';
}

function lambdaEvent({ mail, messageId, headers, recipients }: Incoming, action: object, nowMs: number) {
  const timestamp = new Date(nowMs).toISOString();
  const kept: Header[] = [];
  let bytes = 0;
  for (const header of headers) {
    bytes += header.name.length + Buffer.byteLength(header.value);
    if (bytes <= longestHeadersBytes) kept.push(header);
  }
  const verdict = (check: keyof NonNullable<InboundMail['verdicts']>) => ({ status: mail.verdicts?.[check] ?? 'PASS' });
  const ses = {
    mail: {
      timestamp,
      source: mail.envelopeFrom,
      messageId,
      destination: [...addressesIn(headerValue(headers, 'To')), ...addressesIn(headerValue(headers, 'Cc'))],
      headersTruncated: kept.length < headers.length,
      headers: kept,
      commonHeaders: commonHeaders(headers, headerValue(headers, 'Message-ID')),
    },
    receipt: {
      timestamp,
      processingTimeMillis: 500,
      recipients,
      spamVerdict: verdict('spam'),
      virusVerdict: verdict('virus'),
      spfVerdict: verdict('spf'),
      dkimVerdict: verdict('dkim'),
      dmarcVerdict: verdict('dmarc'),
      ...(mail.verdicts?.dmarc === 'FAIL' ? { dmarcPolicy: 'reject' } : {}),
      action,
    },
  };
  return { Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses }] };
}

/** SES writes down how the mail came and what its checks found before it stores the mail. */
function withTrace({ envelopeFrom, recipients, raw, verdicts }: InboundMail, messageId: string, nowMs: number): Buffer {
  const date = new Date(nowMs).toUTCString().replace('GMT', '+0000 (UTC)');
  const result = (check: 'spf' | 'dkim' | 'dmarc') => `${check}=${(verdicts?.[check] ?? 'PASS').toLowerCase()}`;
  return withHeaders(
    Buffer.from(raw),
    ['Return-Path'],
    [
      { name: 'Return-Path', value: `<${envelopeFrom}>` },
      {
        name: 'Received',
        value: `by inbound-smtp.amazonaws.com with SMTP id ${messageId} for ${recipients.join(', ')}; ${date}`,
      },
      { name: 'X-SES-Spam-Verdict', value: verdicts?.spam ?? 'PASS' },
      { name: 'X-SES-Virus-Verdict', value: verdicts?.virus ?? 'PASS' },
      {
        name: 'Authentication-Results',
        value: `amazonses.com; ${result('spf')}; ${result('dkim')}; ${result('dmarc')};`,
      },
    ],
  );
}

/** Forty letters and digits, as SES names received mail and the objects it stores. */
const inboundId = () =>
  BigInt(`0x${randomBytes(32).toString('hex')}`)
    .toString(36)
    .padStart(40, '0')
    .slice(-40);
