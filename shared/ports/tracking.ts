import type { Money } from '../domain/money.ts';
import type { Snapshot } from '../domain/report/report.ts';

export interface TrackingLink {
  readonly code: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly destination: string;
  readonly createdAt: string;
}

export interface Click {
  readonly clickId: string;
  readonly code: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly at: string;
}

export interface LinkStore {
  create(link: TrackingLink): Promise<void>;
  find(code: string): Promise<TrackingLink | undefined>;
  /** Keeps the click and counts it; bots are counted apart and never attributed. */
  click(click: Click, isBot: boolean): Promise<void>;
  findClick(clickId: string): Promise<Click | undefined>;
  /** People's clicks on one link so far. */
  clicks(code: string): Promise<number>;
  createCoupon(shop: string, coupon: string, owner: { campaignId: string; influencerId: string }): Promise<void>;
  couponOwner(shop: string, coupon: string): Promise<{ campaignId: string; influencerId: string } | undefined>;
}

/** An order as attributed. */
export interface Conversion {
  readonly source: string;
  readonly externalId: string;
  readonly campaignId: string;
  readonly influencerId: string;
  readonly by: 'coupon' | 'link';
  readonly evidence: string;
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly total: Money;
  readonly refunded: Money;
  /** Tests and cancelled orders are kept and count as nothing. */
  readonly counts: boolean;
}

/** Money given back, as told on its own. */
export interface Refund {
  readonly source: string;
  /** Of the order. */
  readonly externalId: string;
  readonly id: string;
  readonly amount: Money;
  readonly at: string;
}

export interface OrderStore {
  /** Writes the newest state of an order: a state older than what is stored changes nothing. */
  upsert(conversion: Conversion): Promise<void>;
  /**
   * Keeps a refund, before or after its order. An order's `refunded` is what the order itself says or the sum of its refunds, whichever
   * says more: either may lag behind the other.
   */
  refund(refund: Refund): Promise<void>;
  find(source: string, externalId: string): Promise<Conversion | undefined>;
  ofCampaign(campaignId: string): AsyncIterable<Conversion>;
}

export interface SnapshotStore {
  put(snapshot: Snapshot): Promise<void>;
  ofCampaign(campaignId: string): Promise<Snapshot[]>;
}

/** Latest counts of a collaboration's post. */
export interface PostCounts {
  readonly url: string;
  readonly at: string;
  readonly likes?: number;
  readonly comments?: number;
  readonly views?: number;
}

export interface PostStore {
  put(campaignId: string, influencerId: string, counts: PostCounts): Promise<void>;
  ofCampaign(campaignId: string): Promise<Map<string, PostCounts>>;
}

/** Coupons in the brand's shop. */
export interface CouponIssuer {
  create(coupon: {
    readonly shop: string;
    readonly code: string;
    readonly percent: number;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }): Promise<{ kind: 'created' | 'existed' } | { kind: 'failed'; because: string; retry: boolean }>;
}
