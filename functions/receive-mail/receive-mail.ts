import { parseMail } from '#shared/adapters/mail/parse.ts';
import { isSetupNotification, type Receipt, readReceipts } from '#shared/adapters/ses/receipt.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import type { InboundMail } from '#shared/domain/message.ts';
import { log } from '#shared/lambda/log.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import { largestMail, virusFound } from '#shared/operations/replies/limits.ts';
import { takeIn } from '#shared/operations/replies/take-in.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { InMessage } from '#shared/ports/messages.ts';
import { doubtAbout } from './doubt.ts';
import { findThread } from './find-thread.ts';

export interface ReceiveDeps extends DeliverDeps {
  readonly mails: FileStore;
}

/** What is kept of a text to be read in the console: an item of the table holds 400 KB. */
const keptCharacters = 20_000;

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
  const mail = await parseMail(await deps.mails.readBytes(rawKey, largestMail));
  const message = messageOf(mail, receipt, rawKey);
  const unmatched = (because: string) => {
    log.info('a mail was kept that belongs to no thread', { rawKey, because });
    return deps.messages.keepUnmatched({ ...message, because });
  };
  if (receipt.virus === 'fail') return unmatched(virusFound);
  const found = await findThread(deps, mail, receipt.recipients);
  if (found.kind === 'unknown')
    return unmatched(
      receipt.spam === 'fail'
        ? 'SES takes it for spam'
        : 'no thread of ours is named and the sender is nobody we wrote to',
    );
  for (const thread of found.kind === 'several' ? found.threads : [found.thread]) {
    const collaboration = await deps.collaborations.get(thread.campaignId, thread.influencerId);
    const doubt = doubtAbout(found, mail, collaboration, receipt);
    await takeIn(deps)({ thread, mail, message, doubt, at: message.at });
  }
}

/** Mail servers may hand in the same mail twice, each time under a new id of SES: what they wrote in it names it. */
const nameOf = ({ messageId, text }: InboundMail, receipt: Receipt): string =>
  messageId === undefined ? receipt.messageId : shortHash(`${messageId}\n${text}`);

const messageOf = (mail: InboundMail, receipt: Receipt, rawKey: string): InMessage => ({
  direction: 'in',
  id: nameOf(mail, receipt),
  at: receipt.receivedAt,
  from: (mail.from?.address ?? receipt.returnPath).slice(0, 320),
  subject: mail.subject,
  text: (mail.newText || mail.text).slice(0, keptCharacters).toWellFormed(),
  rawKey,
  ...(mail.messageId !== undefined && { mailId: mail.messageId }),
  kind: mail.kind.kind,
});
