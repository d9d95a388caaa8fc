import { parseMail } from '#shared/adapters/mail/parse.ts';
import { isSetupNotification, type Receipt, readReceipts } from '#shared/adapters/ses/receipt.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { shortHash } from '#shared/domain/identity.ts';
import { understand } from '#shared/domain/listening/understand.ts';
import type { InboundMail } from '#shared/domain/message.ts';
import { decideReply, type ReplyAction } from '#shared/domain/reply-decision.ts';
import { later, plusDays } from '#shared/domain/time.ts';
import { log } from '#shared/lambda/log.ts';
import { advance } from '#shared/operations/advance.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import type { FileStore, InMessage } from '#shared/ports.ts';
import { actOnReply } from './act-on-reply.ts';
import { findThread } from './find-thread.ts';

export interface ReceiveDeps extends DeliverDeps {
  readonly mails: FileStore;
}

/** SES takes mails of up to 40 MB; the raw mail stays in the bucket whatever happens here. */
const maxBytes = 40_000_000;
/** An automatic reply without a return date keeps us quiet for so long. */
const absentDays = 5;

/** Reads mail that came in, finds its thread, tells people from machines and does what follows. */
export const receiveMail =
  (deps: ReceiveDeps) =>
  async (event: unknown): Promise<Record<string, never>> => {
    const read = readReceipts(event);
    if (read.kind !== 'receipts') {
      log.error('a receipt could not be read', new Error(read.because));
      return {};
    }
    for (const receipt of read.receipts) if (!isSetupNotification(receipt.messageId)) await receiveOne(deps, receipt);
    return {};
  };

async function receiveOne(deps: ReceiveDeps, receipt: Receipt): Promise<void> {
  const rawKey = receipt.object?.key ?? `inbound/${receipt.messageId}`;
  const mail = await parseMail(await deps.mails.readBytes(rawKey, maxBytes));
  const at = receipt.receivedAt;
  const message: InMessage = {
    direction: 'in',
    id: nameOf(mail, receipt),
    at,
    from: mail.from?.address ?? receipt.returnPath,
    subject: mail.subject,
    text: mail.newText || mail.text.slice(0, 5000),
    rawKey,
    ...(mail.messageId !== undefined && { mailId: mail.messageId }),
    kind: mail.kind.kind,
  };
  if (receipt.virus === 'fail' || receipt.spam === 'fail') {
    const because = receipt.virus === 'fail' ? 'SES found a virus in it' : 'SES takes it for spam';
    return deps.messages.keepUnmatched({ ...message, because });
  }
  const found = await findThread(deps, mail, receipt.recipients);
  if (found.kind === 'unknown') return deps.messages.keepUnmatched({ ...message, because: found.because });
  if ((await deps.messages.receive(found.thread, message)) === 'handled') return;

  const { campaignId, influencerId } = found.thread;
  const collaboration = await deps.collaborations.get(campaignId, influencerId);
  const doubt = reasonToDoubt(found.match.needsPerson, receipt);
  const understood = await handle(deps, collaboration, mail, doubt, at);
  await deps.messages.markHandled(found.thread, { ...message, ...understood }, at);
}

/** A sender's server that got no answer delivers again: SES gives it another id, it is the same mail. */
const nameOf = ({ messageId, text }: InboundMail, receipt: Receipt): string =>
  messageId === undefined ? receipt.messageId : shortHash(`${messageId}\n${text}`);

async function handle(
  deps: ReceiveDeps,
  collaboration: Collaboration,
  mail: InboundMail,
  doubt: string | undefined,
  at: string,
): Promise<Pick<InMessage, 'intent' | 'confidence'>> {
  const { campaignId, influencerId } = collaboration;
  const happened = advance(deps);
  switch (mail.kind.kind) {
    case 'automatic-reply': {
      const until = mail.kind.backOn === undefined ? plusDays(at, absentDays) : later(at, startOf(mail.kind.backOn));
      await happened(
        campaignId,
        influencerId,
        { kind: 'postponed', until, because: 'an automatic reply: they are away' },
        at,
      );
      return {};
    }
    case 'bounce':
      await happened(
        campaignId,
        influencerId,
        { kind: 'bounced', hard: mail.kind.hard, because: mail.kind.reason },
        at,
      );
      return {};
    case 'complaint':
      await happened(campaignId, influencerId, { kind: 'opted-out', via: 'complaint' }, at);
      return {};
    case 'challenge':
      await happened(
        campaignId,
        influencerId,
        { kind: 'held', because: 'their mailbox asks us to prove that we are people' },
        at,
      );
      return {};
    case 'empty':
      await happened(campaignId, influencerId, { kind: 'held', because: 'they sent a mail without words' }, at);
      return {};
    case 'human': {
      const { budget } = await deps.campaigns.get(campaignId);
      const reply = understand(mail.newText, { at, currency: budget.currency });
      const action: ReplyAction =
        doubt === undefined ? decideReply(collaboration.status, reply) : { kind: 'ask-person', because: doubt };
      await actOnReply(deps, collaboration, mail, reply, action, at);
      return { intent: reply.intent, confidence: reply.confidence };
    }
  }
}

/** Why nothing may be decided from a mail before a person has confirmed who wrote it. */
function reasonToDoubt(senderIsUnsure: boolean, { dmarc, refuseOnDmarcFailure }: Receipt): string | undefined {
  if (dmarc === 'fail' && refuseOnDmarcFailure) return "the sender's domain says that this mail is not theirs (DMARC)";
  return senderIsUnsure ? 'the answer comes from another address than we wrote to' : undefined;
}

/** A return date is a day; we write again when it has begun. */
const startOf = (day: string): string => (day.length === 10 ? `${day}T06:00:00.000Z` : new Date(day).toISOString());
