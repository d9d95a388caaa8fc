import { verifyShopifyHmac } from '#shared/adapters/shopify/hmac.ts';
import { parseOrder, parseRefund } from '#shared/adapters/shopify/order.ts';
import type { ShopSecret } from '#shared/contracts/secrets.ts';
import { attribute } from '#shared/domain/tracking/attribution.ts';
import { couponKey, type ShopOrder, type ShopRefund } from '#shared/domain/tracking/order.ts';
import { Fault } from '#shared/errors.ts';
import type { Answer, Request } from '#shared/lambda/request.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { Conversion, LinkStore, OrderStore } from '#shared/ports/tracking.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly links: LinkStore;
  readonly orders: OrderStore;
  readonly shops: ShopSecret;
}

/**
 * A shop tells of an order or a refund. The signature covers the raw body only, so the shop is the one in the path whose secret fits.
 * Told twice or out of order, an order counts once, with its newest state.
 */
export const receiveOrder =
  (deps: Deps) =>
  async ({ params, headers, rawBody }: Request): Promise<Answer> => {
    const shop = (params.shop ?? '').toLowerCase();
    const secrets = deps.shops[shop]?.webhookSecrets ?? [];
    if (!verifyShopifyHmac(rawBody, headers['x-shopify-hmac-sha256'], secrets))
      throw new Fault(
        'unauthorized',
        'The signature does not fit this shop. Is its webhook secret in the shop secret?',
      );

    if (headers['x-shopify-topic'] === 'refunds/create') {
      const read = parseRefund(rawBody, `shopify:${shop}`);
      if ('because' in read) throw new Fault('unprocessable', read.because);
      return { status: 200, json: { counted: await takeRefund(deps, read.refund) } };
    }
    const read = parseOrder(rawBody, `shopify:${shop}`);
    if ('because' in read) throw new Fault('unprocessable', read.because);
    return { status: 200, json: { counted: await takeOrder(deps, shop, read.order) } };
  };

async function takeOrder(deps: Deps, shop: string, order: ShopOrder): Promise<boolean> {
  const known = await deps.orders.find(order.source, order.externalId);
  const owner = known ?? (await attributed(deps, shop, order));
  if (!owner) return false;
  await deps.orders.upsert({
    source: order.source,
    externalId: order.externalId,
    campaignId: owner.campaignId,
    influencerId: owner.influencerId,
    by: owner.by,
    evidence: owner.evidence,
    placedAt: order.placedAt,
    updatedAt: order.updatedAt,
    total: order.total,
    refunded: order.refunded,
    counts: !order.isTest && !order.isCancelled,
  });
  return true;
}

/** A refund may arrive before its order: it is kept and counts when the order comes. */
async function takeRefund({ orders }: Deps, refund: ShopRefund): Promise<boolean> {
  const { source, orderExternalId: externalId, externalId: id, amount, at } = refund;
  await orders.refund({ source, externalId, id, amount, at });
  return (await orders.find(source, externalId)) !== undefined;
}

type Attributed = Pick<Conversion, 'campaignId' | 'influencerId' | 'by' | 'evidence'>;

async function attributed({ links, campaigns }: Deps, shop: string, order: ShopOrder): Promise<Attributed | undefined> {
  const owners = new Map(
    await Promise.all(
      order.coupons.map(async code => [couponKey(code), await links.couponOwner(shop, couponKey(code))] as const),
    ),
  );
  const clicks = new Map(await Promise.all(order.clickIds.map(async id => [id, await links.findClick(id)] as const)));
  const touched = [...owners.values(), ...clicks.values()].find(touch => touch !== undefined);
  if (!touched) return undefined;
  const { spec } = await campaigns.get(touched.campaignId);
  const known = { couponOwner: (code: string) => owners.get(code), click: (id: string) => clicks.get(id) };
  const decided = attribute(order, known, spec.tracking.attributionDays);
  return decided.kind === 'attributed' ? decided : undefined;
}
