import { readSesEvent, type SesEvent } from '#shared/adapters/ses/events.ts';
import { messagePurposes } from '#shared/domain/message.ts';
import { log } from '#shared/lambda/log.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import type { MessageStore, SendingStore, ThreadRef } from '#shared/ports.ts';

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
    const thread = await threadOf(deps.messages, told);
    // Mail to stakeholders has no collaboration; a report that bounces shows in the SES metrics and their alarm.
    const isOurs = thread && (await deps.collaborations.find(thread.campaignId, thread.influencerId)) !== undefined;
    if (isOurs && told.at !== undefined) await apply(deps, told, thread, told.at);
    return {};
  };

async function apply(deps: Deps, told: SesEvent, thread: ThreadRef, at: string): Promise<void> {
  const { campaignId, influencerId } = thread;
  const day = at.slice(0, 10);
  switch (told.kind) {
    case 'sent':
      // The sender may have died before it could write this down: then this is the confirmation it looks for.
      await confirmSent(deps.messages, thread, told, at);
      if (await deps.messages.isNewEvent(told.key, at)) await deps.sending.countEvent(day, 'sent');
      return;
    case 'bounced': {
      const isHard = told.bounce?.hard ?? false;
      if (isHard && (await deps.messages.isNewEvent(told.key, at))) await deps.sending.countEvent(day, 'bounced');
      const because = `mail to them came back (${told.bounce?.subType ?? 'no reason given'})`;
      await advance(deps)(campaignId, influencerId, { kind: 'bounced', hard: isHard, because }, at);
      return;
    }
    case 'complained':
      if (await deps.messages.isNewEvent(told.key, at)) await deps.sending.countEvent(day, 'complained');
      await advance(deps)(campaignId, influencerId, { kind: 'opted-out', via: 'complaint' }, at);
      return;
    case 'rejected':
      await advance(deps)(
        campaignId,
        influencerId,
        { kind: 'held', because: `SES refused our mail: ${told.reason}` },
        at,
      );
      return;
    default:
      return;
  }
}

/** By the tags that we sent it with, else by its SES id. */
async function threadOf(messages: MessageStore, told: SesEvent): Promise<ThreadRef | undefined> {
  const tagged = told.tags.thread;
  return (tagged && (await messages.thread(tagged))) || (await messages.threadOfSesMessage(told.messageId));
}

async function confirmSent(messages: MessageStore, thread: ThreadRef, told: SesEvent, at: string): Promise<void> {
  const purpose = messagePurposes.find(one => one === told.tags.purpose);
  if (!purpose) return;
  const message = (await messages.list(thread)).find(
    one => one.direction === 'out' && one.purpose === purpose && one.number === Number(told.tags.number),
  );
  if (message?.direction === 'out' && message.state === 'claimed')
    await messages.markSent(thread, message, told.messageId, at);
}
