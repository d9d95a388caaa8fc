import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meteredServices, rateLimits, refusalOf, windowOf } from '#shared/domain/rate-limit.ts';

describe('windows', () => {
  test.each([
    ['2026-11-23T07:59:59.000Z', '2026-11-22T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'],
    // The clocks go forward: this day has 23 hours.
    ['2026-03-08T20:00:00.000Z', '2026-03-08T08:00:00.000Z', '2026-03-09T07:00:00.000Z'],
  ])('YouTube at %s counts from midnight Pacific time', (at, startsAt, endsAt) => {
    expect(windowOf(rateLimits.youtube, at)).toEqual({ startsAt, endsAt, units: 10_000 });
  });

  test('credits come back with the month', () => {
    expect(windowOf(rateLimits.modash, '2026-12-31T23:59:59.000Z')).toMatchObject({
      startsAt: '2026-12-01T00:00:00.000Z',
      endsAt: '2027-01-01T00:00:00.000Z',
    });
  });

  test('every instant lies in its window, and what the window leaves fits the limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...meteredServices),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (service, date) => {
          const at = date.toISOString();
          const { startsAt, endsAt, units } = windowOf(rateLimits[service], at);
          expect(startsAt <= at && at < endsAt).toBe(true);
          expect(windowOf(rateLimits[service], endsAt).startsAt).toBe(endsAt);
          expect(units).toBeGreaterThan(0);
          expect(units).toBeLessThanOrEqual(rateLimits[service].units);
        },
      ),
    );
  });

  test('seven slices of a rolling hour never exceed it', () => {
    expect(7 * windowOf(rateLimits.instagram, '2026-11-23T10:00:00.000Z').units).toBeLessThanOrEqual(200);
  });
});

describe('a refusal', () => {
  const at = '2026-11-23T10:00:00.000Z';
  test('comes from the service before it comes from us', () => {
    const usage = { taken: 0, closedUntil: '2026-11-23T12:00:00.000Z', closedBecause: 'quota' };
    expect(refusalOf(usage, rateLimits.instagram, 1, at)).toEqual({
      kind: 'refused',
      retryAt: '2026-11-23T12:00:00.000Z',
      because: 'quota',
    });
    expect(refusalOf(usage, rateLimits.instagram, 1, '2026-11-23T12:00:00.000Z')).toBeUndefined();
  });
  test('is none where nobody has asked yet', () => {
    expect(refusalOf({ taken: 0 }, rateLimits.instagram, 1, at)).toBeUndefined();
  });
});
