import { shortHash } from '#shared/domain/import/identity.ts';
import type { NoticePurpose } from '#shared/domain/message.ts';
import { plusDays } from '#shared/domain/time.ts';
import type { Notice } from '#shared/email/notice-layout.tsx';
import type { RenderedMail } from '#shared/email/render.ts';
import { Fault } from '#shared/errors.ts';
import { log } from '#shared/lambda/log.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { Mailer, OutboundFile } from '#shared/ports/mail.ts';
import type { MessageStore, ThreadRef } from '#shared/ports/messages.ts';
import { sendOnce } from './send-once.ts';

export interface NoticeDeps {
  readonly messages: MessageStore;
  readonly mailer: Mailer;
}

export interface NoticeMail {
  readonly purpose: NoticePurpose;
  readonly number: number;
  readonly content: RenderedMail;
  /** Its caller comes again with a later time while nobody knows whether it went out, and does not go on without it. */
  readonly mustBeOut?: true;
  readonly inline?: readonly (OutboundFile & { readonly cid: string })[];
  readonly attachments?: readonly OutboundFile[];
}

/** What every mail to stakeholders says about its campaign. */
export const noticeOf = ({ campaignId, spec }: Campaign): Notice => ({
  campaign: {
    id: campaignId,
    name: spec.name,
    brand: spec.brand.name,
    currency: spec.budget.currency,
    timeZone: spec.period.timeZone,
  },
  postalAddress: spec.brand.postalAddress,
});

/** The campaign in the ops console. */
export const consoleUrl = ({ publicUrl }: { readonly publicUrl: string }, campaignId: string): string =>
  `${publicUrl.replace(/\/$/, '')}/console#${encodeURIComponent(campaignId)}`;

/** The thread of all that one stakeholder hears of a campaign. */
export function stakeholderThread(campaignId: string, address: string): ThreadRef {
  const stakeholder = `stakeholder-${shortHash(address.toLowerCase())}`;
  return { threadId: stakeholder, campaignId, influencerId: stakeholder };
}

/**
 * Sends a mail to every stakeholder, once each; answers how many have it. A mail that SES surely did not take makes the caller try again; one that may be out is
 * left at that: no campaign stops for want of a mail that says what the console says too.
 */
export const sendNotice =
  (deps: NoticeDeps) =>
  async (
    { campaignId, spec }: Campaign,
    { purpose, number, content, mustBeOut, ...files }: NoticeMail,
    at: string,
  ): Promise<number> => {
    const { sender } = spec.outreach;
    const waiting: string[] = [];
    let sent = 0;
    for (const address of new Set(spec.stakeholders)) {
      const thread = stakeholderThread(campaignId, address);
      const stakeholder = thread.threadId;
      const result = await sendOnce(deps)({
        thread,
        purpose,
        number,
        mail: {
          from: { name: `${spec.brand.name} campaigns`, address: sender.address },
          to: { address },
          replyTo: sender.address,
          ...content,
          at,
          reference: `<${campaignId}.${purpose}.${number}.${stakeholder}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`,
          ...files,
        },
        tags: { thread: stakeholder, campaign: campaignId, purpose, number: String(number) },
        nextDay: plusDays(at, 1),
        at,
      });
      if (result.kind === 'sent') sent += 1;
      if (result.kind === 'later' && result.mayBeOut && !mustBeOut)
        log.error(`it is not known whether a ${purpose} went out`, new Error(result.because), {
          campaignId,
          stakeholder,
        });
      else if (result.kind === 'later') waiting.push(result.because);
    }
    if (waiting.length > 0)
      throw new Fault('send-uncertain', `${waiting.length} mails are not out yet: ${waiting[0]}.`);
    return sent;
  };
