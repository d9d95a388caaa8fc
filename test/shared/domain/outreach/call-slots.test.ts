import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerSlots } from '#shared/domain/outreach/call-slots.ts';

const rules = { weekdays: [2, 4], from: '15:00', to: '17:00', minutes: 20 };
const monday = '2026-03-02T06:00:00Z';
const starts = (...given: Parameters<typeof offerSlots>) => offerSlots(...given).map(slot => slot.from);

describe('call slots', () => {
  it('are the earliest two working days ahead, spread over two days', () => {
    expect(offerSlots(rules, 'Asia/Kolkata', [], monday)).toEqual([
      { from: '2026-03-05T09:30:00.000Z', to: '2026-03-05T09:50:00.000Z' },
      { from: '2026-03-05T09:50:00.000Z', to: '2026-03-05T10:10:00.000Z' },
      { from: '2026-03-10T09:30:00.000Z', to: '2026-03-10T09:50:00.000Z' },
    ]);
  });

  it('do not count the weekend as notice', () => {
    const friday = '2026-03-06T06:00:00Z';
    expect(starts({ ...rules, weekdays: [1, 2, 3] }, 'Asia/Kolkata', [], friday)[0]).toBe('2026-03-10T09:30:00.000Z');
  });

  it('leave out what is taken, also in part', () => {
    const taken = [{ from: '2026-03-05T09:35:00Z', to: '2026-03-05T10:15:00Z' }];
    expect(starts(rules, 'Asia/Kolkata', taken, monday)[0]).toBe('2026-03-05T10:30:00.000Z');
    const fullDay = [{ from: '2026-03-05T00:00:00Z', to: '2026-03-06T00:00:00Z' }];
    expect(starts(rules, 'Asia/Kolkata', fullDay, monday)[0]).toBe('2026-03-10T09:30:00.000Z');
  });

  it('keep the wall-clock time across a change of the clock', () => {
    const beforeSpring = '2026-03-25T12:00:00Z';
    expect(starts({ ...rules, weekdays: [5, 1] }, 'Europe/Berlin', [], beforeSpring)).toEqual([
      '2026-03-27T14:00:00.000Z',
      '2026-03-27T14:20:00.000Z',
      '2026-03-30T13:00:00.000Z',
    ]);
  });

  it('never are at a time that spring skips', () => {
    const early = { weekdays: [7], from: '01:00', to: '04:00', minutes: 60 };
    expect(starts(early, 'Europe/Berlin', [], '2026-03-24T12:00:00Z', 6).slice(0, 3)).toEqual([
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-04-04T23:00:00.000Z',
    ]);
  });

  it('are none where the rules leave no room', () => {
    expect(offerSlots({ ...rules, to: '15:10' }, 'Asia/Kolkata', [], monday)).toEqual([]);
    expect(offerSlots({ ...rules, to: '09:00' }, 'Asia/Kolkata', [], monday)).toEqual([]);
    expect(offerSlots({ ...rules, weekdays: [] }, 'Asia/Kolkata', [], monday)).toEqual([]);
    expect(offerSlots({ ...rules, minutes: 0 }, 'Asia/Kolkata', [], monday)).toEqual([]);
    expect(offerSlots(rules, 'Mars/Olympus', [], monday)).toEqual([]);
  });

  it('never overlap each other or what is taken, and are at least a day and a half ahead', () => {
    const zones = fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe');
    const time = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, time, fc.nat(12), fc.integer({ min: 10, max: 120 }), (zone, time, already, minutes) => {
        const at = time.toISOString();
        const given = { ...rules, minutes };
        const taken = offerSlots(given, zone, [], at, already);
        const slots = [...taken, ...offerSlots(given, zone, taken, at, 3)];
        const times = slots
          .map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
          .toSorted((a, b) => a[0] - b[0]);
        for (const [index, [from, to]] of times.entries()) {
          expect(to - from).toBe(minutes * 60_000);
          expect(from - time.getTime()).toBeGreaterThan(36 * 3_600_000);
          expect(from).toBeGreaterThanOrEqual(times[index - 1]?.[1] ?? 0);
        }
      }),
    );
  });
});
