import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import type { Variant } from '#shared/domain/outreach/experiment.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CandidateStore } from '#shared/ports/candidates.ts';
import { type AdvanceDeps, advance } from './advance.ts';
import { variantFor } from './own-letter.ts';
import { type SendDeps, sendMessage, type ThreadMail } from './send-message.ts';
import type { SendResult } from './send-once.ts';
import { type MessageFacts, writeMessage } from './write-message.ts';

export interface DeliverDeps extends AdvanceDeps, SendDeps {
  readonly candidates: CandidateStore;
}

export interface Delivery {
  readonly purpose: MessagePurpose;
  readonly number: number;
  readonly isAnswer?: boolean;
  readonly byPerson?: true;
  readonly inReplyTo?: string;
  readonly facts?: MessageFacts;
  readonly calendar?: ThreadMail['calendar'];
}

/** Writes, sends and records one message. Where it can not go out yet, the collaboration is looked at again when it can. */
export const deliver =
  (deps: DeliverDeps) =>
  async (campaign: Campaign, collaboration: Collaboration, delivery: Delivery, at: string): Promise<SendResult> => {
    const { purpose, number, isAnswer = false, byPerson, facts = {}, inReplyTo, calendar } = delivery;
    const { campaignId, influencerId } = collaboration;
    const isFirst = purpose === 'invitation';
    const variant = variantOf(campaign, collaboration, purpose);
    const mail: ThreadMail = {
      purpose,
      number,
      write: () => writeMessage(deps, campaign, collaboration, { purpose, number, variant }, facts, at),
      isAnswer,
      ...(byPerson && { byPerson }),
      ...(inReplyTo !== undefined && { inReplyTo }),
      ...(calendar && { calendar }),
    };
    const result = await sendMessage(deps)(campaign, collaboration, mail, at);
    if (result.kind === 'sent')
      await advance(deps)(
        campaignId,
        influencerId,
        { kind: 'message-sent', purpose, number, subject: result.subject, ...(isFirst && variant && { variant }) },
        result.at,
      );
    if (result.kind === 'later') await lookAgain(deps, collaboration, result.until);
    return result;
  };

/** Of the invitation that goes out, or went out. */
const variantOf = (campaign: Campaign, collaboration: Collaboration, purpose: MessagePurpose): Variant | undefined =>
  purpose === 'invitation'
    ? variantFor(campaign, collaboration)
    : collaboration.sent.find(message => message.purpose === 'invitation')?.variant;

/** Sets when `chase` looks next. Whoever has moved it on since `collaboration` was read has set a better time. */
export async function lookAgain(
  { collaborations }: Pick<AdvanceDeps, 'collaborations'>,
  { nextActionAt: _, ...collaboration }: Collaboration,
  nextActionAt: string | undefined,
): Promise<void> {
  await collaborations.replace({ ...collaboration, ...(nextActionAt !== undefined && { nextActionAt }) });
}
