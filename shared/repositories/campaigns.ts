import type { Table } from '#shared/aws/table.ts';
import type { CampaignStatus } from '#shared/domain/campaign.ts';
import { Fault } from '#shared/errors.ts';
import type { CampaignChange, CampaignStore } from '#shared/ports/campaigns.ts';
import { indexes, keys } from './keys.ts';
import { campaignShape } from './shapes/campaign.ts';

export function dynamoCampaigns(table: Table): CampaignStore {
  const find = async (campaignId: string) => {
    const item = await table.get(keys.campaign(campaignId));
    return item && campaignShape.read(item);
  };
  const get = async (campaignId: string) => {
    const campaign = await find(campaignId);
    if (!campaign) throw new Fault('not-found', `There is no campaign ${campaignId}.`);
    return campaign;
  };

  const store: CampaignStore = {
    find,
    get,
    create: campaign =>
      table.putIf(
        campaignShape.item(keys.campaign(campaign.campaignId), campaign, {
          ...indexes.campaigns(campaign.createdAt, campaign.campaignId),
          ...indexes.campaignsByStatus(campaign.status, campaign.createdAt, campaign.campaignId),
        }),
        { expression: 'attribute_not_exists(PK)' },
      ),
    async list({ status, ...request }) {
      const page = await table.page(
        status
          ? { index: 'GSI2', partition: `CAMPAIGNS#${status}`, newestFirst: true }
          : { index: 'GSI1', partition: 'CAMPAIGNS', newestFirst: true },
        request,
      );
      return { ...page, items: page.items.map(campaignShape.read) };
    },
    async change(campaignId, change, ifStatus) {
      const item = await table.update(keys.campaign(campaignId), changeInput(campaignId, change, ifStatus));
      return item && campaignShape.read(item);
    },
    async commit(campaignId, influencerId, fee) {
      const campaign = await get(campaignId);
      if (fee.currency !== campaign.budget.currency)
        throw new Error(`a fee in ${fee.currency} can not be promised from a budget in ${campaign.budget.currency}`);
      const before = campaign.commitments.byInfluencer[influencerId];
      if (before === fee.minor) return 'committed';
      const more = fee.minor - (before ?? 0);
      const written = await table.update(keys.campaign(campaignId), {
        UpdateExpression: 'SET #d.#c.#all = #d.#c.#all + :more, #d.#c.#by.#i = :fee',
        ConditionExpression: `#d.#c.#all <= :room AND ${before === undefined ? 'attribute_not_exists(#d.#c.#by.#i)' : '#d.#c.#by.#i = :before'}`,
        ExpressionAttributeNames: commitmentNames(influencerId),
        ExpressionAttributeValues: {
          ':more': more,
          ':fee': fee.minor,
          ':room': campaign.budget.minor - more,
          ...(before !== undefined && { ':before': before }),
        },
      });
      if (written) return 'committed';
      // Either the budget is used up, or the same influencer was promised something at this very moment.
      const now = (await get(campaignId)).commitments;
      if (now.byInfluencer[influencerId] === fee.minor) return 'committed';
      if (now.byInfluencer[influencerId] !== before)
        throw new Fault('write-conflict', `The commitment to ${influencerId} changed meanwhile.`);
      return 'over-budget';
    },
    async release(campaignId, influencerId) {
      const promised = (await get(campaignId)).commitments.byInfluencer[influencerId];
      if (promised === undefined) return;
      const released = await table.update(keys.campaign(campaignId), {
        UpdateExpression: 'SET #d.#c.#all = #d.#c.#all - :fee REMOVE #d.#c.#by.#i',
        ConditionExpression: '#d.#c.#by.#i = :fee',
        ExpressionAttributeNames: commitmentNames(influencerId),
        ExpressionAttributeValues: { ':fee': promised },
      });
      // Released or promised anew at this very moment: what stands now goes too.
      if (!released) await store.release(campaignId, influencerId);
    },
  };
  return store;
}

const commitmentNames = (influencerId: string) => ({
  '#d': 'data',
  '#c': 'commitments',
  '#all': 'committed',
  '#by': 'byInfluencer',
  '#i': influencerId,
});

function changeInput(
  campaignId: string,
  { counts, ...fields }: CampaignChange,
  ifStatus: readonly CampaignStatus[] | undefined,
) {
  // DynamoDB takes no update that sets nothing, so the id is set to what it is.
  const names: Record<string, string> = { '#d': 'data', '#id': 'campaignId' };
  const values: Record<string, unknown> = { ':id': campaignId };
  const sets = ['#d.#id = :id'];
  // `as` tells a count from a field of the same name (rejectedRows).
  const set = (path: string, name: string, value: unknown, as = name) => {
    names[`#${as}`] = name;
    values[`:${as}`] = value;
    sets.push(`${path}#${as} = :${as}`);
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) set('#d.', name, value);
  for (const [name, value] of Object.entries(counts ?? {})) {
    names['#counts'] = 'counts';
    set('#d.#counts.', name, value, `counts_${name}`);
  }
  if (fields.status) set('', 'GSI2PK', `CAMPAIGNS#${fields.status}`);
  const allowed = ifStatus?.map((status, n) => {
    names['#status'] = 'status';
    values[`:status${n}`] = status;
    return `:status${n}`;
  });
  return {
    UpdateExpression: `SET ${sets.join(', ')}`,
    ConditionExpression: `attribute_exists(PK)${allowed ? ` AND #d.#status IN (${allowed.join(', ')})` : ''}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}
