import { readSesEvent, type SesEvent } from '#shared/adapters/ses/events.ts';
import type { CollaborationEvent } from '#shared/domain/collaboration.ts';
import { log } from '#shared/lambda/log.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import type { MessageStore, ThreadRef } from '#shared/ports/messages.ts';
import type { SendingStore } from '#shared/ports/sending.ts';

interface Deps extends AdvanceDeps {
  readonly messages: MessageStore;
  readonly sending: SendingStore;
}

/** SES tells what became of a mail, at least once and in any order; each telling may come twice and counts once. */
export const recordMailEvent =
  (deps: Deps) =>
  async (event: unknown): Promise<Record<string, never>> => {
    const read = readSesEvent(event);
    if (read.kind === 'not-an-event') {
      log.error('an SES event could not be read', new Error(read.because));
      return {};
    }
    const told = read.event;
    const time = Date.parse(told.at ?? '');
    const thread = await threadOf(deps.messages, told);
    if (!thread || Number.isNaN(time)) return {};
    const at = new Date(time).toISOString();
    // The sender may have died before it could write this down: then this is the confirmation it looks for. Either may be lost on its way.
    if (told.kind === 'sent' || told.kind === 'delivered') await confirmSent(deps.messages, thread, told, at);
    // Mail to stakeholders has no collaboration; a report that bounces shows in the SES metrics and their alarm.
    if (await deps.collaborations.find(thread.campaignId, thread.influencerId)) await apply(deps, told, thread, at);
    return {};
  };

async function apply(deps: Deps, told: SesEvent, { campaignId, influencerId }: ThreadRef, at: string): Promise<void> {
  const happened = eventOf(told);
  const counted = countedAs(told);
  if ((!happened && !counted) || (await deps.messages.knowsEvent(told.key))) return;
  if (happened) await advance(deps)(campaignId, influencerId, happened, at);
  // Known only now: whoever dies before this is told again, and every effect counts once.
  const isFirst = await deps.messages.isNewEvent(told.key, at);
  if (isFirst && counted) await deps.sending.countEvent(at.slice(0, 10), counted);
}

/** What it means for the collaboration. */
function eventOf({ kind, bounce, reason }: SesEvent): CollaborationEvent | undefined {
  switch (kind) {
    case 'bounced':
      return {
        kind,
        hard: bounce?.hard ?? false,
        because: `mail to them came back (${bounce?.subType ?? 'no reason given'})`,
      };
    case 'complained':
      return { kind: 'opted-out', via: 'complaint' };
    case 'rejected':
      return { kind: 'held', because: `SES refused our mail: ${reason ?? 'no reason given'}` };
    default:
      return undefined;
  }
}

/** What the send guard counts: as SES does, hard bounces only. */
function countedAs({ kind, bounce }: SesEvent): 'sent' | 'bounced' | 'complained' | undefined {
  if (kind === 'bounced') return bounce?.hard ? kind : undefined;
  return kind === 'sent' || kind === 'complained' ? kind : undefined;
}

/** By the tags that we sent it with, else by its SES id. A stakeholder's thread is kept nowhere: its tags say all. */
async function threadOf(messages: MessageStore, { tags, messageId }: SesEvent): Promise<ThreadRef | undefined> {
  const { thread, campaign } = tags;
  if (thread && campaign) return { threadId: thread, campaignId: campaign, influencerId: thread };
  return (thread && (await messages.thread(thread))) || (await messages.threadOfSesMessage(messageId));
}

async function confirmSent(messages: MessageStore, thread: ThreadRef, told: SesEvent, at: string): Promise<void> {
  const { purpose, number } = told.tags;
  if (purpose === undefined || number === undefined) return;
  const message = await messages.claimed(thread, { purpose, number: Number(number) });
  if (message?.state === 'claimed') await messages.markSent(thread, message, told.messageId, at);
}
