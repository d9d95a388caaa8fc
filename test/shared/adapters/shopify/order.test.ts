import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrder, parseRefund } from '#shared/adapters/shopify/order.ts';
import { orderWorth } from '#shared/domain/tracking/order.ts';

/** Shopify's own test payload, shortened, with what attributes a sale. */
const order = (over: object = {}) => ({
  id: 5678901234567,
  admin_graphql_api_id: 'gid://shopify/Order/5678901234567',
  test: false,
  created_at: '2026-11-20T13:01:19+05:30',
  updated_at: '2026-11-20T13:01:20+05:30',
  processed_at: '2026-11-20T13:01:18+05:30',
  cancelled_at: null,
  currency: 'INR',
  total_price: '1350.00',
  current_total_price: '1350.00',
  discount_codes: [{ code: ' meera10 ', amount: '150.00', type: 'percentage' }],
  discount_applications: [{ type: 'discount_code', code: 'MEERA10', value: '10.0' }],
  landing_site: '/?utm_source=instagram&cid=01HZX',
  note_attributes: [{ name: 'click_id', value: '01HZY' }],
  customer: { email: 'someone@private.in' },
  refunds: [],
  ...over,
});
const read = (over: object = {}) => {
  const reading = parseOrder(JSON.stringify(order(over)), 'shopify:brand.myshopify.com');
  if (!('order' in reading)) throw new Error(reading.because);
  return reading.order;
};
const back = (amount: string, over: object = {}) => ({
  id: 1,
  order_id: 5678901234567,
  created_at: '2026-11-21T10:00:00Z',
  transactions: [{ kind: 'refund', status: 'success', amount, currency: 'INR' }],
  ...over,
});

describe('an order', () => {
  test('is read with what attributes it and nothing of the customer', () => {
    expect(read()).toEqual({
      source: 'shopify:brand.myshopify.com',
      externalId: '5678901234567',
      placedAt: '2026-11-20T07:31:18.000Z',
      updatedAt: '2026-11-20T07:31:20.000Z',
      total: { minor: 135_000, currency: 'INR' },
      refunded: { minor: 0, currency: 'INR' },
      coupons: ['MEERA10'],
      clickIds: ['01HZY', '01HZX'],
      isTest: false,
      isCancelled: false,
    });
  });

  test('keeps every digit of its id', () => {
    const body = '{"id":820982911946154508,"created_at":"2026-11-20T10:00:00Z","currency":"USD","total_price":"10.00"}';
    expect(parseOrder(body)).toMatchObject({ order: { externalId: '820982911946154508' } });
  });

  test.each([
    [
      'of the counter has no landing page',
      { landing_site: null, note_attributes: [], discount_codes: [], discount_applications: [] },
      { coupons: [], clickIds: [] },
    ],
    [
      'may have two codes',
      { discount_codes: [{ code: 'a1' }, { code: 'B2' }], discount_applications: [] },
      { coupons: ['A1', 'B2'] },
    ],
    ['of a test says so', { test: true }, { isTest: true }],
    ['that was cancelled says so', { cancelled_at: '2026-11-21T10:00:00Z' }, { isCancelled: true }],
    [
      'counts in the shop’s currency',
      { total_price: '20.00', total_price_set: { shop_money: { amount: '1350.00', currency_code: 'INR' } } },
      { total: { minor: 135_000, currency: 'INR' } },
    ],
    [
      'may come without its newer fields',
      { current_total_price: undefined, updated_at: undefined, processed_at: null },
      { updatedAt: '2026-11-20T07:31:19.000Z' },
    ],
  ])('%s', (_, over, expected) => {
    expect(read(over)).toMatchObject(expected);
  });

  test('no hostile click id gets through', () => {
    expect(
      read({ landing_site: '/?cid=%3Cscript%3E', note_attributes: [{ name: 'click_id', value: 'x'.repeat(500) }] })
        .clickIds,
    ).toEqual([]);
  });
});

describe('what was given back', () => {
  test.each([
    [
      'money for returned goods lowers the current total too, and counts once',
      { current_total_price: '1000.00', refunds: [back('350.00')] },
      35_000,
    ],
    ['money as a favour shows in the refunds only', { refunds: [back('50.50')] }, 5050],
    ['several refunds add up', { refunds: [back('100.00'), back('50.00')] }, 15_000],
    [
      'a failed refund is none',
      { refunds: [back('100.00', { transactions: [{ kind: 'refund', status: 'failure', amount: '100.00' }] })] },
      0,
    ],
    [
      'an authorisation that is voided is none',
      { refunds: [back('9.00', { transactions: [{ kind: 'void', status: 'success', amount: '9.00' }] })] },
      0,
    ],
    ['never more than was paid', { refunds: [back('9999.00')] }, 135_000],
  ])('%s', (_, over, minor) => {
    expect(read(over).refunded).toEqual({ minor, currency: 'INR' });
  });

  test('tests and cancelled orders are worth nothing', () => {
    expect(orderWorth(read({ refunds: [back('350.00')] })).minor).toBe(100_000);
    expect(orderWorth(read({ test: true })).minor).toBe(0);
    expect(orderWorth(read({ cancelled_at: '2026-11-21T10:00:00Z' })).minor).toBe(0);
  });

  test('comes as an event of its own', () => {
    expect(parseRefund(JSON.stringify(back('41.94')), 'shopify:x')).toEqual({
      refund: {
        source: 'shopify:x',
        externalId: '1',
        orderExternalId: '5678901234567',
        at: '2026-11-21T10:00:00.000Z',
        amount: { minor: 4194, currency: 'INR' },
      },
    });
    expect(parseRefund(JSON.stringify(back('1.00', { transactions: [] })))).toMatchObject({
      because: 'it names no currency',
    });
  });
});

describe('amounts', () => {
  test('are kept to the last cent in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(['INR', 2] as const, ['JPY', 0] as const, ['KWD', 3] as const),
        (minor, [currency, digits]) => {
          const text =
            digits === 0
              ? String(minor)
              : `${Math.floor(minor / 10 ** digits)}.${String(minor % 10 ** digits).padStart(digits, '0')}`;
          expect(read({ currency, total_price: text, current_total_price: text }).total).toEqual({ minor, currency });
        },
      ),
    );
  });
});

describe('what is no order', () => {
  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"id":1}',
    'not json',
    JSON.stringify(order({ currency: 'rupees' })),
    JSON.stringify(order({ total_price: '1e3' })),
    JSON.stringify(order({ total_price: '1.005' })),
  ])('%s', body => {
    expect(parseOrder(body)).toMatchObject({ because: expect.any(String) });
  });
  test('no body throws', () => {
    fc.assert(fc.property(fc.json(), body => void parseOrder(body)));
    fc.assert(fc.property(fc.uint8Array(), body => void parseRefund(body)));
  });
});
