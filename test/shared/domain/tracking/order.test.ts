import { expect, test } from 'vitest';
import { couponKey, orderWorth, type ShopOrder } from '#shared/domain/tracking/order.ts';

const order = (over: Partial<ShopOrder> = {}): ShopOrder => ({
  source: 'shopify:brand.myshopify.com',
  externalId: '1',
  placedAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-20T10:00:00.000Z',
  total: { minor: 135_000, currency: 'INR' },
  refunded: { minor: 35_000, currency: 'INR' },
  coupons: [],
  clickIds: [],
  isTest: false,
  isCancelled: false,
  ...over,
});

test('an order is worth what was not given back', () => {
  expect(orderWorth(order())).toEqual({ minor: 100_000, currency: 'INR' });
  expect(orderWorth(order({ refunded: { minor: 999_999, currency: 'INR' } })).minor).toBe(0);
});

test('tests and cancelled orders are worth nothing', () => {
  expect(orderWorth(order({ isTest: true })).minor).toBe(0);
  expect(orderWorth(order({ isCancelled: true })).minor).toBe(0);
});

test('coupons are compared without case and spaces', () => {
  expect(couponKey(' meera 10 ')).toBe('MEERA10');
});
