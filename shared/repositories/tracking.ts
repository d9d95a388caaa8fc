import type { Table } from '#shared/aws/table.ts';
import type { LinkStore, PostStore, SnapshotStore } from '#shared/ports/tracking.ts';
import { keys } from './keys.ts';
import { clickShape, couponShape, linkShape, postShape, snapshotShape } from './shapes/records.ts';

/** A click is worth nothing after the longest attribution window (90 days); it is kept a while longer for questions. */
const clickKeptS = 180 * 86_400;

export function dynamoLinks(table: Table): LinkStore {
  return {
    create: link => table.put(linkShape.item(keys.link(link.code), link)),
    async find(code) {
      const item = await table.get(keys.link(code), { consistent: false });
      return item && linkShape.read(item);
    },
    async click(click, isBot) {
      const isNew = await table.putIf(
        {
          ...clickShape.item(keys.click(click.clickId), click),
          isBot,
          expiresAt: Math.floor(Date.parse(click.at) / 1000) + clickKeptS,
        },
        { expression: 'attribute_not_exists(PK)' },
      );
      if (!isNew) return;
      await table.update(keys.linkClicks(click.code), {
        UpdateExpression: 'ADD #who :one',
        ExpressionAttributeNames: { '#who': isBot ? 'bots' : 'people' },
        ExpressionAttributeValues: { ':one': 1 },
      });
    },
    async findClick(clickId) {
      const item = await table.get(keys.click(clickId));
      return item && !item.isBot ? clickShape.read(item) : undefined;
    },
    async clicks(code) {
      return Number((await table.get(keys.linkClicks(code)))?.people ?? 0);
    },
    createCoupon: (shop, coupon, owner) => table.put(couponShape.item(keys.coupon(shop, coupon), owner)),
    async couponOwner(shop, coupon) {
      const item = await table.get(keys.coupon(shop, coupon));
      return item && couponShape.read(item);
    },
  };
}

export function dynamoSnapshots(table: Table): SnapshotStore {
  return {
    put: snapshot => table.put(snapshotShape.item(keys.snapshot(snapshot.campaignId, snapshot.at), snapshot)),
    async ofCampaign(campaignId) {
      const snapshots = [];
      for await (const item of table.query({ partition: `CAMPAIGN#${campaignId}`, prefix: 'SNAPSHOT#' }))
        snapshots.push(snapshotShape.read(item));
      return snapshots;
    },
  };
}

export function dynamoPosts(table: Table): PostStore {
  return {
    put: (campaignId, influencerId, counts) => table.put(postShape.item(keys.post(campaignId, influencerId), counts)),
    async ofCampaign(campaignId) {
      const posts = new Map();
      for await (const item of table.query({ partition: `CAMPAIGN#${campaignId}`, prefix: 'POST#' }))
        posts.set(String(item.SK).slice('POST#'.length), postShape.read(item));
      return posts;
    },
  };
}
