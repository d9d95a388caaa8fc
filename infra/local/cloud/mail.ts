import type { EventBus } from '../services/eventbridge/bus.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import { configurationSets } from '../services/ses/configuration-sets.ts';
import type { Mail } from '../services/ses/mail.ts';
import { createMailbox, type Mailbox } from '../services/ses/mailbox.ts';
import { type ReceiptRule, receiptRules } from '../services/ses/receipt-rules.ts';
import { createReceiving, type InboundMail, type Received } from '../services/ses/receiving.ts';
import { isVerified } from '../services/ses/sending-rules.ts';
import { createSes } from '../services/ses/ses.ts';
import type { Compute } from './compute.ts';
import type { DataServices } from './data-services.ts';
import type { Foundation } from './foundation.ts';

/** What was sent and what became of it, and the way in for answers. */
export interface CloudMailbox extends Mailbox {
  /** A mail from outside arrives at SES and goes the way that the receipt rules say. */
  receive(mail: InboundMail): Promise<Received>;
}

/** SES, sending and receiving. */
export function startMail(
  foundation: Foundation,
  { buckets }: DataServices,
  { lambda, invokeAsync }: Compute,
  bus: EventBus,
  permissions: Permissions,
): CloudMailbox {
  const { account, arn, blobs, catalog, clock, counters, documents, endpoint, faults, outbox, region } = foundation;
  const identities = catalog.ofType('AWS::SES::EmailIdentity').map(identity => identity.ref);
  const identityArn = (source: string) => {
    const known = identities.filter(identity => isVerified(source, [identity])).sort((a, b) => b.length - a.length)[0];
    return arn('ses', `identity/${known ?? source.split('@').at(-1)}`);
  };
  const sets = configurationSets(catalog, bus);
  const mailbox = createMailbox({
    clock,
    outbox,
    sets,
    mails: documents<Mail>('mail'),
    raws: blobs('mail'),
    suppression: documents('suppression'),
    context: source => ({ account, region, sourceArn: identityArn(source) }),
  });
  const { authorize } = permissions;
  const setArn = (name: string) => arn('ses', `configuration-set/${name}`);
  endpoint.mount(
    'ses',
    createSes({ clock, counters, faults, mailbox, sets, region, identities, identityArn, setArn, authorize }),
  );

  const service = 'ses.amazonaws.com';
  const allowed = (action: string, resource: string, sourceArn: string) =>
    permissions.allow({ action, resource, roleArn: undefined, service, sourceArn });
  const receive = createReceiving({
    clock,
    rules: receiptRules(catalog),
    ruleArn: (rule: ReceiptRule) => arn('ses', `receipt-rule-set/${rule.ruleSet}:receipt-rule/${rule.name}`),
    store(bucket, key, raw, sourceArn) {
      allowed('s3:PutObject', `arn:aws:s3:::${bucket}/${key}`, sourceArn);
      buckets.put(bucket, key, raw);
    },
    async invoke(functionArn, payload, sourceArn) {
      allowed('lambda:InvokeFunction', functionArn, sourceArn);
      return lambda.invoke(functionArn, payload);
    },
    invokeAsync(functionArn, payload, sourceArn) {
      allowed('lambda:InvokeFunction', functionArn, sourceArn);
      invokeAsync(functionArn, payload);
    },
  });
  return {
    ...mailbox,
    async receive(mail) {
      const subject = `${mail.envelopeFrom} ${mail.recipients.join(' ')}`;
      if (faults.hits('mail-in-twice', subject, clock.now())) await receive(mail);
      return receive(mail);
    },
  };
}
