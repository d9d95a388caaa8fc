import { couponKey, type ShopOrder } from './order.ts';

/** Whose coupon or link it is. */
export interface Owner {
  readonly influencerId: string;
  readonly campaignId: string;
}

/** What has been looked up about an order's coupons and clicks. Sitewide codes have no owner. */
export interface KnownTouches {
  couponOwner(code: string): Owner | undefined;
  click(clickId: string): (Owner & { readonly at: string }) | undefined;
}

export type Attribution =
  | ({
      readonly kind: 'attributed';
      readonly by: 'coupon' | 'link';
      /** What the attribution rests on, in words. */
      readonly evidence: string;
    } & Owner)
  | { readonly kind: 'none'; readonly because: string };

const dayMs = 86_400_000;

/**
 * `last-touch.v1`: an influencer's own coupon beats any link, another influencer's too; else the last click within the window before the
 * order; codes without an owner change nothing (help.modash.io/en/articles/13717414).
 */
export function attribute(
  order: Pick<ShopOrder, 'placedAt' | 'coupons' | 'clickIds'>,
  known: KnownTouches,
  windowDays: number,
): Attribution {
  for (const typed of order.coupons) {
    const code = couponKey(typed);
    const owner = known.couponOwner(code);
    if (owner) return attributed(owner, 'coupon', `coupon ${code}`);
  }
  const placed = Date.parse(order.placedAt);
  const clicks = order.clickIds
    .map(clickId => known.click(clickId))
    .filter(click => click !== undefined)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const last = clicks.find(({ at }) => {
    const age = placed - Date.parse(at);
    return age >= 0 && age <= windowDays * dayMs;
  });
  if (last) return attributed(last, 'link', `click at ${last.at}`);
  if (clicks.length > 0) return { kind: 'none', because: `no click within ${windowDays} days before the order` };
  return { kind: 'none', because: 'no coupon or click of an influencer' };
}

const attributed = ({ influencerId, campaignId }: Owner, by: 'coupon' | 'link', evidence: string): Attribution => ({
  kind: 'attributed',
  influencerId,
  campaignId,
  by,
  evidence,
});
