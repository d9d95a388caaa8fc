import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Platform, platforms } from '#shared/domain/influencer.ts';
import { couponCode, linkCode } from '#shared/domain/tracking/tracking-codes.ts';

describe('a link code', () => {
  it('is ten characters of a thread, always the same', () => {
    expect(linkCode('t1')).toMatch(/^[0-9a-f]{10}$/);
    expect(linkCode('t1')).toBe(linkCode('t1'));
    expect(linkCode('t1')).not.toBe(linkCode('t2'));
  });

  it('is no one else’s among ten thousand', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, n) => linkCode(`thread ${n}`))).size).toBe(10_000);
  });
});

describe('a coupon', () => {
  it.each<[Platform, string, number, string]>([
    ['instagram', 'asha.glow', 10, 'ASHAGLOW10'],
    ['instagram', 'meera_iyer_99', 12.4, 'MEERAIYER12'],
    ['youtube', 'zoé', 10, 'ZOE10'],
    ['instagram', 'a.very.long.handle.indeed', 5, 'AVERYLONGHAN5'],
    ['youtube', 'मीरा', 10, 'FRIEND10'],
    ['tiktok', '12345', 10, 'FRIEND10'],
    ['blog', 'asha-glow.example', 10, 'ASHAGLOW10'],
    ['blog', 'blog.asha.example', 10, 'ASHA10'],
    ['blog', 'asha.wordpress.com', 10, 'ASHA10'],
    ['blog', 'example.com/blog/asha', 10, 'EXAMPLE10'],
  ])('of %s %s at %d % is %s', (platform, handle, percent, code) =>
    expect(couponCode({ platform, handle }, percent, 'i1', 0)).toBe(code),
  );

  const asha = { platform: 'instagram', handle: 'asha' } as const;

  it('that is taken gets letters of the influencer’s own', () => {
    expect(couponCode(asha, 10, 'i1', 1)).toMatch(/^ASHA[B-Z]{4}10$/);
    const codes = ['i1', 'i2', 'i3'].flatMap(id => [0, 1, 2].map(attempt => couponCode(asha, 10, id, attempt)));
    expect(new Set(codes).size).toBe(7);
  });

  it('can be said and typed, whatever the handle', () => {
    const handles = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom(...platforms), handles, fc.nat(4), (platform, handle, attempt) => {
        expect(couponCode({ platform, handle }, 15, 'i1', attempt)).toMatch(/^[A-Z]{1,16}15$/);
      }),
    );
  });
});
