import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, type KnownTouches } from '#shared/domain/tracking/attribution.ts';
import { at, days } from '../builders.ts';

const asha = { influencerId: 'asha', campaignId: 'c1' };
const ravi = { influencerId: 'ravi', campaignId: 'c1' };
const known: KnownTouches = {
  couponOwner: code => (code === 'ASHA10' ? asha : undefined),
  click: id =>
    ({
      'asha-old': { ...asha, at: days(-29) },
      'ravi-new': { ...ravi, at: days(-1) },
      'too-old': { ...ravi, at: days(-30.1) },
      later: { ...ravi, at: days(1) },
    })[id],
};
const order = (coupons: string[], clickIds: string[]) => ({ placedAt: at, coupons, clickIds });
const of = (coupons: string[], clickIds: string[] = []) => attribute(order(coupons, clickIds), known, 30);

describe('an order is attributed', () => {
  it('to the owner of the coupon, even after a click on somebody else’s link', () => {
    expect(of([' asha10 '], ['ravi-new'])).toEqual({
      kind: 'attributed',
      ...asha,
      by: 'coupon',
      evidence: 'coupon ASHA10',
    });
  });

  it('to the last click before it', () => {
    expect(of([], ['ravi-new', 'asha-old'])).toEqual({
      kind: 'attributed',
      ...ravi,
      by: 'link',
      evidence: `click at ${days(-1)}`,
    });
    expect(of([], ['asha-old'])).toMatchObject({ influencerId: 'asha', by: 'link' });
  });

  it('past sitewide codes, which neither earn nor block', () => {
    expect(of(['DIWALI', 'ASHA10'])).toMatchObject({ influencerId: 'asha', by: 'coupon' });
    expect(of(['DIWALI'], ['ravi-new'])).toMatchObject({ influencerId: 'ravi', by: 'link' });
  });

  it('past clicks that are too old or came after it', () => {
    expect(of([], ['later', 'too-old', 'asha-old'])).toMatchObject({ influencerId: 'asha' });
  });
});

describe('an order is nobody’s', () => {
  it.each([
    [['DIWALI'], ['unknown'], 'no coupon or click of an influencer'],
    [[], [], 'no coupon or click of an influencer'],
    [[], ['too-old', 'later'], 'no click within 30 days before the order'],
  ])('%j %j: %s', (coupons, clicks, because) => {
    expect(of(coupons, clicks)).toEqual({ kind: 'none', because });
  });
});

it('does not depend on the order in which clicks are listed', () => {
  const ids = ['asha-old', 'ravi-new', 'too-old', 'later', 'unknown'];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids, { minLength: 5 }), (some, all) => {
      const ordered = all.filter(id => some.includes(id));
      expect(of([], some)).toEqual(of([], ordered));
    }),
  );
});
