import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourlyShare, hourSlot, turnInQueue, warmUpCap } from '#shared/domain/outreach/pace.ts';

const window = { from: '09:00', to: '17:00', weekdaysOnly: true };
const hours = { window, timeZone: 'Asia/Kolkata' };

describe('warming up', () => {
  test('a new sender doubles or so every other day until the cap', () => {
    const caps = [0, 1, 2, 5, 6, 100].map(days => warmUpCap({ startsAt: 20, growsBy: 1.5 }, days, 200));
    expect(caps).toEqual([20, 30, 45, 151, 200, 200]);
  });

  test('never passes the cap and never shrinks', () => {
    fc.assert(
      fc.property(
        fc.record({ startsAt: fc.integer({ min: 1, max: 1000 }), growsBy: fc.double({ min: 1, max: 3, noNaN: true }) }),
        fc.nat(2000),
        fc.integer({ min: 1, max: 1000 }),
        (warmUp, days, cap) => {
          const today = warmUpCap(warmUp, days, cap);
          expect(today).toBeLessThanOrEqual(cap);
          expect(today).toBeGreaterThanOrEqual(1);
          expect(warmUpCap(warmUp, days + 1, cap)).toBeGreaterThanOrEqual(today);
        },
      ),
    );
  });
});

describe('an hour', () => {
  test('gets its share of the day', () => {
    expect(hourlyShare(30, window)).toBe(4);
    expect(hourlyShare(200, window)).toBe(25);
    expect(hourlyShare(1, window)).toBe(1);
  });

  test('is shorter or longer as the window is, also over midnight', () => {
    expect(hourlyShare(30, { ...window, to: '09:30' })).toBe(30);
    expect(hourlyShare(30, { ...window, from: '22:00', to: '04:00' })).toBe(5);
    expect(hourlyShare(24, { ...window, from: '00:00', to: '00:00' })).toBe(1);
  });

  test('has one name', () => expect(hourSlot('2026-03-02T09:59:59.999+05:30')).toBe('2026-03-02T04'));
});

describe('whoever finds an hour full', () => {
  // Monday 14:30 in Kolkata: the next full hours there begin at 15:30 and 16:30, as UTC counts them.
  const monday = '2026-03-02T09:00:00.000Z';

  test.each([
    [1, '2026-03-02T10:00:00.000Z'],
    [4, '2026-03-02T10:00:00.000Z'],
    [5, '2026-03-02T11:00:00.000Z'],
    [9, '2026-03-03T03:30:00.000Z'],
  ])('as number %d comes back at %s', (waiting, turn) => {
    expect(turnInQueue(waiting, 4, hours, monday)).toBe(turn);
  });

  test('never comes back outside the window, at once, or in a distant future', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 25 }),
        fc.nat(10_000),
        (waiting, perHour, minutes) => {
          const at = new Date(Date.parse(monday) + minutes * 60_000).toISOString();
          const turn = turnInQueue(waiting, perHour, hours, at);
          expect(turn > at).toBe(true);
          expect(Date.parse(turn) - Date.parse(at)).toBeLessThan(21 * 86_400_000);
          const local = new Date(Date.parse(turn) + 5.5 * 3_600_000);
          expect(local.getUTCDay() % 6).not.toBe(0);
          expect(local.getUTCHours()).toBeGreaterThanOrEqual(9);
          expect(local.getUTCHours()).toBeLessThan(17);
        },
      ),
    );
  });

  test('is spread out: no hour gets more than its share, within what is looked ahead', () => {
    const turns = new Map<string, number>();
    for (let waiting = 1; waiting <= 200; waiting += 1) {
      const turn = turnInQueue(waiting, 4, hours, monday);
      turns.set(turn, (turns.get(turn) ?? 0) + 1);
    }
    expect(Math.max(...turns.values())).toBe(4);
  });
});
