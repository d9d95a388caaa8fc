import type { Table } from '#shared/aws/table.ts';
import type { OrderStore } from '#shared/ports/tracking.ts';
import { indexes, keys } from './keys.ts';
import { conversionShape, refundShape } from './shapes/records.ts';

/** A refund of an order that is not ours stays unasked for; one of ours meets its order within days. */
const refundKeptS = 90 * 86_400;

export function dynamoOrders(table: Table): OrderStore {
  const find = async (source: string, externalId: string) => {
    const item = await table.get(keys.order(source, externalId));
    return item && conversionShape.read(item);
  };

  /** After either was written, so that an order and its refunds that arrive at once find each other; the amount only grows. */
  const addUp = async (source: string, externalId: string) => {
    const order = await find(source, externalId);
    if (!order) return;
    let refunded = 0;
    for await (const item of table.query({ partition: keys.order(source, externalId).PK, prefix: 'REFUND#' })) {
      const { amount } = refundShape.read(item);
      if (amount.currency === order.total.currency) refunded += amount.minor;
    }
    await table.update(keys.order(source, externalId), {
      UpdateExpression: 'SET #d.#refunded.#minor = :refunded',
      ConditionExpression: '#d.#refunded.#minor < :refunded',
      ExpressionAttributeNames: { '#d': 'data', '#refunded': 'refunded', '#minor': 'minor' },
      ExpressionAttributeValues: { ':refunded': refunded },
    });
  };

  return {
    find,
    async upsert(conversion) {
      const { source, externalId, campaignId, placedAt, updatedAt } = conversion;
      await table.putIf(
        conversionShape.item(
          keys.order(source, externalId),
          conversion,
          indexes.orderOfCampaign(campaignId, placedAt, externalId),
        ),
        {
          expression: 'attribute_not_exists(PK) OR #d.#at <= :at',
          names: { '#d': 'data', '#at': 'updatedAt' },
          values: { ':at': updatedAt },
        },
      );
      await addUp(source, externalId);
    },
    async refund({ source, externalId, id, amount, at }) {
      await table.put({
        ...refundShape.item(keys.refund(source, externalId, id), { amount, at }),
        expiresAt: Math.floor(Date.parse(at) / 1000) + refundKeptS,
      });
      await addUp(source, externalId);
    },
    async *ofCampaign(campaignId) {
      for await (const item of table.query({ index: 'GSI1', partition: `CAMPAIGN#${campaignId}#ORDERS` }))
        yield conversionShape.read(item);
    },
  };
}
