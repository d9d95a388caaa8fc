import { describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { createFaults } from '#infra/local/faults/faults.ts';
import { leapingClock } from '#infra/local/faults/leaping-clock.ts';
import { faultPlan } from '#infra/local/faults/plan.ts';

const start = Date.parse('2026-12-07T03:30:00Z');
const subjects = Array.from({ length: 400 }, (_, index) => `GetItem ${index}`);
const plan = (changes: object) => faultPlan.parse({ seed: 's', ...changes });

describe('a fault plan', () => {
  it('hits the same calls whatever their order', () => {
    const throttling = plan({ faults: [{ fault: 'dynamodb-throttle', rate: 0.1 }] });
    const hitsOf = (order: readonly string[]) => {
      const faults = createFaults(throttling);
      return order.filter(subject => faults.hits('dynamodb-throttle', subject, start)).toSorted();
    };
    const hits = hitsOf(subjects);
    expect(hits.length).toBeGreaterThan(20);
    expect(hits.length).toBeLessThan(70);
    expect(hitsOf(subjects.toReversed())).toEqual(hits);
  });

  it('hits only inside its window, its subjects and its number', () => {
    const faults = createFaults(
      plan({
        faults: [
          {
            fault: 'ses-rate',
            rate: 1,
            subject: 'meera',
            from: '2026-12-08T00:00:00Z',
            until: '2026-12-09T00:00:00Z',
            most: 1,
          },
        ],
      }),
    );
    const day = Date.parse('2026-12-08T12:00:00Z');
    expect(faults.hits('ses-rate', 'meera invitation', start)).toBe(false);
    expect(faults.hits('ses-rate', 'kiran invitation', day)).toBe(false);
    expect(faults.hits('ses-rate', 'meera invitation', day)).toBe(true);
    expect(faults.hits('ses-rate', 'meera invitation', day)).toBe(false);
  });

  it('is replayed exactly by what it recorded', () => {
    const first = createFaults(plan({ faults: [{ fault: 'ses-reset', rate: 0.3 }] }));
    const ask = (faults: ReturnType<typeof createFaults>) =>
      [...subjects, ...subjects].map(subject => faults.hits('ses-reset', subject, start));
    const before = ask(first);
    expect(ask(createFaults(plan({ replay: first.injected })))).toEqual(before);
  });

  it('refuses faults that it does not know', () => {
    expect(() => plan({ faults: [{ fault: 'earthquake', rate: 1 }] })).toThrow(/fault/);
  });
});

describe('a clock that leaps', () => {
  it('fires what was due meanwhile late, and nothing early', async () => {
    const faults = createFaults(plan({ faults: [{ fault: 'clock-jump', rate: 1, most: 1 }] }));
    const clock = leapingClock(fastClock(start), faults);
    const hour = 3_600_000;
    const fired: number[] = [];
    for (const hours of [1, 2, 8]) clock.at(start + hours * hour, () => fired.push((clock.now() - start) / hour));
    await clock.idle();
    expect(fired).toEqual([4, 5, 11]);
  });
});
