import type { CollaborationStatus } from '../collaboration.ts';
import { formatMoney, type Money, money } from '../money.ts';

/** One collaboration with this brand before, and what came of it. */
export interface EarlierCollaboration {
  readonly campaignId: string;
  readonly campaign: string;
  readonly status: CollaborationStatus;
  /** Since when it stands there. */
  readonly at: string;
  /** What was paid, or agreed where it is not settled. */
  readonly cost?: Money;
  /** Likes and comments of the post; absent where the platform hid them. */
  readonly engagements?: number;
  readonly orders: number;
  readonly revenue: Money;
  /** Whether the post came by the last day that the brief named. */
  readonly onTime?: boolean;
}

export const newestFirst = (earlier: readonly EarlierCollaboration[]): EarlierCollaboration[] =>
  [...new Map(earlier.map(one => [one.campaignId, one])).values()].sort((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : a.campaignId < b.campaignId ? -1 : 1,
  );

/** What one engagement cost; unknown without counts, and where nothing was paid. */
export const costPerEngagement = ({ cost, engagements }: EarlierCollaboration): Money | undefined =>
  cost === undefined || cost.minor === 0 || !engagements ? undefined : money(cost.minor / engagements, cost.currency);

/** How earlier collaborations speak for somebody. */
export interface HistoryValue {
  readonly formula: 'history.v1';
  /** 0 to 100. */
  readonly value: number;
  /** "worked with us before: …" */
  readonly reason: string;
}

/** A post that was checked: they did what was agreed. */
const delivered = (one: EarlierCollaboration): boolean => one.status === 'settled' || one.status === 'verified';
/** Agreed, and nothing came of it. */
const brokeOff = ({ status }: EarlierCollaboration): boolean =>
  status === 'accepted' || status === 'briefed' || status === 'confirmed' || status === 'withdrawn';

/**
 * history.v1: 60 for a collaboration that was delivered, 20 more for a post in time (10 where that is unknown), 20 more where orders
 * came of it; 40 for one under way, 0 for one that broke off after it was agreed. The mean of all, as no single campaign should
 * decide, of those that say something. Undefined where none does (never answered, declined).
 */
export function historyValue(history: readonly EarlierCollaboration[]): HistoryValue | undefined {
  const telling = history.filter(one => delivered(one) || brokeOff(one) || one.status === 'published');
  if (telling.length === 0) return undefined;
  const values = telling.map(one => {
    if (one.status === 'published') return 40;
    if (!delivered(one)) return 0;
    return 60 + (one.onTime === undefined ? 10 : one.onTime ? 20 : 0) + (one.orders > 0 ? 20 : 0);
  });
  const value = Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);
  return { formula: 'history.v1', value, reason: `worked with us before: ${telling.map(inWords).join('; ')}` };
}

/** "settled in Monsoon Glow, ₹9,500, ₹12 an engagement, 3 orders, on time". */
export function inWords(one: EarlierCollaboration): string {
  const each = costPerEngagement(one);
  return [
    `${one.status} in ${one.campaign}`,
    one.cost && formatMoney(one.cost),
    each && `${formatMoney(each)} an engagement`,
    one.orders > 0 && `${one.orders} ${one.orders === 1 ? 'order' : 'orders'}`,
    one.onTime !== undefined && (one.onTime ? 'on time' : 'late'),
  ]
    .filter(Boolean)
    .join(', ');
}
