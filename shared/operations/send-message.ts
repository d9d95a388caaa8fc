import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import { sendGuard } from '#shared/domain/outreach/send-guard.ts';
import { nextSendTime } from '#shared/domain/outreach/send-window.ts';
import { messageReference, pageToken, replyAddress, type Sign } from '#shared/domain/thread.ts';
import { dayIn, lastDays, plusMinutes, startOfDay } from '#shared/domain/time.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { Mailer } from '#shared/ports/mail.ts';
import type { MessageStore, OutMessage, ThreadRef } from '#shared/ports/messages.ts';
import type { SendingStore, SuppressionStore } from '#shared/ports/sending.ts';
import { type SendResult, sendOnce } from './send-once.ts';
import { capsOf, takePlaces } from './sending-places.ts';

export interface SendDeps {
  readonly messages: MessageStore;
  readonly suppressions: SuppressionStore;
  readonly sending: SendingStore;
  readonly mailer: Mailer;
  readonly sign: Sign;
  readonly publicUrl: string;
  readonly replyDomain: string;
}

export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail to go out in a collaboration's thread. */
export interface ThreadMail {
  readonly purpose: MessagePurpose;
  readonly number: number;
  /** Called only when nothing stands against it: after an outage most of what is due has to wait its turn. */
  readonly write: () => Promise<MailContent>;
  /** An answer to what they wrote goes out at once; everything else keeps to window, caps and guard. */
  readonly isAnswer: boolean;
  /** A person of ours wrote it, or had it sent. */
  readonly byPerson?: true;
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo?: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly name: string; readonly content: string };
}

/** Days over which bounces and complaints are counted for the guard. */
const guardDays = 14;

/** Sends one message of a thread, if nothing stands against it, and once. */
export const sendMessage =
  (deps: SendDeps) =>
  async (campaign: Campaign, collaboration: Collaboration, mail: ThreadMail, at: string): Promise<SendResult> => {
    const earlier = await earlierTry(deps.messages, collaboration, mail);
    if (earlier?.state === 'sent')
      return { kind: 'sent', subject: earlier.subject, at: earlier.sentAt ?? earlier.claimedAt };
    const obstacle = await obstacleTo(deps, campaign, collaboration, mail, at);
    if (obstacle) return obstacle;

    return sendOnce(deps)({
      thread: threadOf(collaboration),
      purpose: mail.purpose,
      number: mail.number,
      mail: outboundMail(deps, campaign, collaboration, mail, await mail.write(), at),
      tags: { thread: collaboration.threadId, purpose: mail.purpose, number: String(mail.number) },
      nextDay: tomorrow(campaign.spec, at),
      at,
    });
  };

/** Whoever died between sending and telling has taken a place under the caps already, and needs none now. */
async function earlierTry(messages: MessageStore, collaboration: Collaboration, { purpose, number }: ThreadMail) {
  const thread = await messages.list(threadOf(collaboration));
  return thread.find(
    (message): message is OutMessage =>
      message.direction === 'out' && message.purpose === purpose && message.number === number,
  );
}

const free = { kind: 'free' } as const;

/** Why a message may not go out now, or ever; takes a place under the caps where nothing stands against it. */
async function obstacleTo(
  deps: SendDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  mail: ThreadMail,
  at: string,
): Promise<SendResult | undefined> {
  const suppressed = await deps.suppressions.find(collaboration.addressHash);
  if (suppressed) return { kind: 'never', why: 'suppressed', because: `the address is suppressed (${suppressed})` };
  // Who writes to us is answered after the end too; a step in flight sends nothing more.
  if (mail.purpose !== 'answer' && isOver(campaign, at))
    return { kind: 'later', until: plusMinutes(at, 60), because: 'the campaign is over' };
  if (campaign.paused) return { kind: 'later', until: plusMinutes(at, 60), because: 'the campaign is paused' };
  // Whoever has taken it over speaks to them. An invitation to the call that they have just booked is no speech.
  if (collaboration.owner !== undefined && !mail.byPerson && !mail.calendar)
    return { kind: 'later', until: plusMinutes(at, 60), because: `${collaboration.owner} has taken it over` };
  if (mail.isAnswer) return undefined;

  const window = { window: campaign.spec.outreach.sendWindow, timeZone: collaboration.timeZone };
  const opens = nextSendTime(window, new Date(at)).toISOString();
  if (opens > at) return { kind: 'later', until: opens, because: 'outside their working hours' };

  const day = dayIn(at, campaign.spec.period.timeZone);
  // Follow-ups go to people who know us by now; the guard slows and stops first contacts only.
  const guard = mail.purpose === 'invitation' ? sendGuard(await deps.sending.totals(lastDays(day, guardDays))) : free;
  if (guard.kind === 'stopped') return { kind: 'later', until: tomorrow(campaign.spec, at), because: guard.because };
  const caps = await capsOf(deps.sending, campaign, mail.purpose, day, guard.kind === 'slow' ? guard.factor : 1);
  return takePlaces(deps.sending, caps, window, { at, day, tomorrow: tomorrow(campaign.spec, at) });
}

const tomorrow = ({ period }: CampaignSpec, at: string): string =>
  startOfDay(dayIn(plusMinutes(at, 24 * 60), period.timeZone), period.timeZone);

export const threadOf = ({ threadId, campaignId, influencerId }: Collaboration): ThreadRef => ({
  threadId,
  campaignId,
  influencerId,
});

export const pageUrl = (
  { publicUrl, sign }: Pick<SendDeps, 'publicUrl' | 'sign'>,
  page: 'o' | 'b' | 'u' | 't',
  threadId: string,
): string => `${publicUrl.replace(/\/$/, '')}/${page}/${pageToken(threadId, page, sign)}`;

function outboundMail(
  deps: SendDeps,
  { spec }: Campaign,
  collaboration: Collaboration,
  mail: ThreadMail,
  content: MailContent,
  at: string,
) {
  const { sender } = spec.outreach;
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const nameOf = ({ purpose, number }: { purpose: MessagePurpose; number: number }) =>
    messageReference({ threadId: collaboration.threadId, purpose, number }, domain);
  const replyTo = replyAddress(collaboration.threadId, deps.replyDomain, deps.sign);
  return {
    from: { name: `${sender.name}, ${spec.brand.name}`, address: sender.address },
    to: { address: collaboration.contact.email, name: collaboration.name },
    replyTo,
    ...content,
    at,
    reference: nameOf(mail),
    references: collaboration.sent.map(nameOf),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    unsubscribe: { url: pageUrl(deps, 'u', collaboration.threadId), mailto: replyTo },
    ...(mail.calendar && { calendar: mail.calendar }),
  };
}
