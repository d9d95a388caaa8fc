import { chaseCollaborations } from '#functions/chase-collaborations/chase-collaborations.ts';
import { findDue } from '#functions/find-due/find-due.ts';
import { recordMailEvent } from '#functions/record-mail-event/record-mail-event.ts';
import type { Output } from '#shared/contracts/functions.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { Product } from './product.ts';

/** One run of the chase workflow. */
export async function chase(product: Product, at: string): Promise<Output<'chase-collaborations'>> {
  const { due, itemsKey } = await findDue(product)({ at });
  if (due === 0) return { sent: 0, later: 0, escalated: 0, gaveUp: 0 };
  const items = (await product.files.readText(itemsKey, 1_000_000)).split('\n').map(line => JSON.parse(line));
  return chaseCollaborations(product)({ items, at });
}

/** Runs the chase workflow every hour from `from` to `to`, leaving out the hours in which nothing is due. */
export async function chaseHourly(product: Product, from: string, to: string, campaignId = 'c1'): Promise<void> {
  for (let at = from; at <= to; at = plusMinutes(at, 60)) {
    const due = await earliestDue(product, campaignId);
    while (due !== undefined && at <= due && at <= to) at = plusMinutes(at, 60);
    if (due === undefined || at > to) return;
    await chase(product, at);
  }
}

async function earliestDue({ collaborations }: Product, campaignId: string): Promise<string | undefined> {
  let earliest: string | undefined;
  for await (const { nextActionAt } of collaborations.ofCampaign(campaignId))
    if (nextActionAt !== undefined && nextActionAt < (earliest ?? '9')) earliest = nextActionAt;
  return earliest;
}

/** SES tells that everything which was handed to it went out. */
export async function sesTellsOfSends(product: Product, timestamp: string): Promise<void> {
  for (const [index, { mail, tags }] of product.mailer.sent.entries())
    await recordMailEvent(product)({
      eventType: 'Send',
      mail: {
        messageId: `ses-${index + 1}`,
        timestamp,
        destination: [mail.to.address],
        tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      },
      send: {},
    });
}

/** What went out, in order: "invitation 1 to asha@example.com". */
export const mailsOf = ({ mailer }: Pick<Product, 'mailer'>): string[] =>
  mailer.sent.map(({ mail, tags }) => `${tags.purpose} ${tags.number} to ${mail.to.address}`);
