import { createHmac } from 'node:crypto';
import { addressHash } from '#shared/domain/address.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import type { Sign } from '#shared/domain/thread.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { dynamoPersonalData } from '#shared/repositories/personal-data.ts';
import { dynamoStores } from '#shared/repositories/stores.ts';
import { aCampaign } from './campaigns.ts';
import { freshTable } from './database.ts';
import { memoryCoupons, memoryFiles, memoryMailer, memoryWaits, memoryWorkflows } from './doubles.ts';

export const sign: Sign = text => createHmac('sha256', 'a key of the tests').update(text).digest();

/** Everything that a use case may ask for: the real repositories over a table of its own, the outside world in memory. */
export async function freshProduct() {
  const table = await freshTable();
  return {
    table,
    ...dynamoStores(table),
    mailer: memoryMailer(),
    sendQuota: async () => ({ perSecond: 14 }),
    waits: memoryWaits(),
    files: memoryFiles(),
    mails: memoryFiles(),
    personalData: dynamoPersonalData(table, address => addressHash(address, sign)),
    coupons: memoryCoupons(),
    workflows: memoryWorkflows(),
    sign,
    publicUrl: 'https://go.meadow.example',
    replyDomain: 'reply.meadow.example',
    senderDomain: 'meadow.example',
  };
}
export type Product = Awaited<ReturnType<typeof freshProduct>>;

/** Stores a campaign with collaborations and their threads; answers the campaign. */
export async function withCampaign(
  { campaigns, collaborations, messages }: Product,
  campaign: Campaign = aCampaign(),
  members: readonly Collaboration[] = [],
): Promise<Campaign> {
  await campaigns.create(campaign);
  await collaborations.createAll(members);
  await messages.openThreads(
    members.map(({ threadId, campaignId, influencerId, addressHash }) => ({
      threadId,
      campaignId,
      influencerId,
      addressHash,
    })),
  );
  return campaign;
}
