import type { Collaboration } from '#shared/domain/collaboration.ts';
import { callInvitation } from '#shared/domain/outreach/call-invitation.ts';
import type { CallSlot } from '#shared/domain/outreach/call-slots.ts';
import { callBooked } from '#shared/operations/answers.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

/** Mails about calls are counted from here, apart from all other answers. */
const firstOfCalls = 801;

/** Puts the call into their calendar; a call that is moved moves there too. */
export async function sendCallInvitation(
  deps: DeliverDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  slot: CallSlot,
  at: string,
): Promise<void> {
  const { campaignId, influencerId, threadId, name, contact } = collaboration;
  const { sender, callSlots } = campaign.spec.outreach;
  const timeline = await deps.collaborations.timeline(campaignId, influencerId);
  const sequence = timeline.filter(({ event }) => event.kind === 'call-booked').length - 1;
  const content = callInvitation({
    ...slot,
    uid: `${threadId}.call@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}`,
    sequence,
    at,
    summary: `${campaign.spec.brand.name} / ${name}`,
    ...(callSlots.meetingUrl !== undefined && { meetingUrl: callSlots.meetingUrl }),
    organizer: sender,
    attendee: { name, address: contact.email },
  });
  const current = await deps.collaborations.get(campaignId, influencerId);
  await deliver(deps)(
    campaign,
    current,
    {
      purpose: 'answer',
      number: firstOfCalls + sequence,
      isAnswer: true,
      facts: { paragraphs: callBooked(collaboration, slot) },
      calendar: { method: 'REQUEST', name: 'invite.ics', content },
    },
    at,
  );
}
