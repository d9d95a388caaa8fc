import { callInvitation } from '#shared/adapters/calendar/invitation.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { CallSlot } from '#shared/domain/outreach/call-slots.ts';
import { replyAddress } from '#shared/domain/thread.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { advance } from './advance.ts';
import { callBooked, callOffAnswer } from './answers.ts';
import { type DeliverDeps, deliver } from './deliver.ts';

/** Mails about calls are counted from here, apart from all other answers. */
const firstOfCalls = 801;

/** Books the call and puts it into their calendar; a call that is moved moves there too. */
export async function bookCall(
  deps: DeliverDeps,
  campaign: Campaign,
  { campaignId, influencerId }: Collaboration,
  slot: CallSlot,
  at: string,
): Promise<void> {
  const booked = await advance(deps)(campaignId, influencerId, { kind: 'call-booked', ...slot }, at);
  await sendInvitation(deps, campaign, booked, slot, 'REQUEST', at);
}

/** Calls off a call that is still to come and takes it out of their calendar; without one, nothing happens. */
export async function callOff(
  deps: DeliverDeps,
  campaign: Campaign,
  { campaignId, influencerId, call }: Collaboration,
  { because, by }: { readonly because: string; readonly by: 'them' | 'us' },
  at: string,
): Promise<void> {
  if (!call || call.to <= at) return;
  const now = await advance(deps)(campaignId, influencerId, { kind: 'call-off', because, by }, at);
  await sendInvitation(deps, campaign, now, call, 'CANCEL', at);
}

/** By it their calendar knows all versions of the call, and we know its answer. */
export const callUid = ({ threadId }: Pick<Collaboration, 'threadId'>, { spec }: Pick<Campaign, 'spec'>): string => {
  const { address } = spec.outreach.sender;
  return `${threadId}.call@${address.slice(address.lastIndexOf('@') + 1)}`;
};

async function sendInvitation(
  deps: DeliverDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  slot: CallSlot,
  method: 'REQUEST' | 'CANCEL',
  at: string,
): Promise<void> {
  const { campaignId, influencerId, threadId, name, contact } = collaboration;
  const { sender, callSlots } = campaign.spec.outreach;
  const timeline = await deps.collaborations.timeline(campaignId, influencerId);
  const versions = timeline.filter(({ event, ignored }) => isVersion(event.kind) && ignored === undefined);
  const sequence = Math.max(0, versions.length - 1);
  const content = callInvitation({
    ...slot,
    method,
    uid: callUid(collaboration, campaign),
    sequence,
    at,
    summary: `${campaign.spec.brand.name} / ${name}`,
    ...(callSlots.meetingUrl !== undefined && { meetingUrl: callSlots.meetingUrl }),
    organizer: { ...sender, repliesTo: replyAddress(threadId, deps.replyDomain, deps.sign) },
    attendee: { name, address: contact.email },
  });
  const isOff = method === 'CANCEL';
  await deliver(deps)(
    campaign,
    collaboration,
    {
      purpose: 'answer',
      number: firstOfCalls + sequence,
      isAnswer: true,
      facts: { paragraphs: isOff ? callOffAnswer(collaboration, slot) : callBooked(collaboration, slot) },
      calendar: { method, name: isOff ? 'cancel.ics' : 'invite.ics', content },
    },
    at,
  );
}

const isVersion = (kind: string): boolean => kind === 'call-booked' || kind === 'call-off';
