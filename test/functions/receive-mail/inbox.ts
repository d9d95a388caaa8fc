import { receiveMail } from '#functions/receive-mail/receive-mail.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { InMessage } from '#shared/ports/messages.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { type Arrival, answerOf } from '#test/support/product/mails.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** A day after the invitation: Tuesday, 11:30 in Kolkata. */
export const tuesday = days(1);

export const invited = (over: Parameters<typeof aMember>[1] = {}) =>
  aMember('invited', {
    sent: [{ purpose: 'invitation', number: 1, at }],
    nextActionAt: days(3),
    waiting: { taskToken: 'answer-token', whileIn: ['shortlisted', 'invited', 'negotiating'] },
    ...over,
  });

export async function product(member: Collaboration = invited(), campaign = aCampaign()) {
  const fresh = await freshProduct();
  await withCampaign(fresh, campaign, [member]);
  return fresh;
}

export const asha = (given: Product) => given.collaborations.get('c1', 'i1');
export const receive = (given: Product, event: unknown) => receiveMail({ ...given, mails: given.files })(event);
export const attention = (given: Product) => given.attention.open('c1');
export const received = async (given: Product) =>
  (await given.messages.list({ ...(await asha(given)) })).filter(
    (message): message is InMessage => message.direction === 'in',
  );

/** They write `text` in the thread. */
export async function theyWrite(given: Product, text: string, over: Arrival & { mail?: object } = {}) {
  const { mail, ...rest } = over;
  const event = await answerOf(given, await asha(given), { at: tuesday, ...rest, mail: { text, ...mail } });
  await receive(given, event);
  return event;
}
