import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keptClock } from '#infra/cli/local/kept-time.ts';

const day = 86_400_000;

describe('a clock that is kept with the data', () => {
  it('starts with the wall clock', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'time-')), 'clock.json');
    const clock = keptClock(file, 1);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
    clock.stop();
  });

  it.each(['fast', 100_000] as const)('never turns back, however its process ended (%s)', async pace => {
    const file = join(mkdtempSync(join(tmpdir(), 'time-')), 'data', 'clock.json');
    const first = keptClock(file, pace);
    const startMs = first.now();
    first.at(startMs + 3 * day, () => {});
    if (pace === 'fast') await first.idle();
    else await sleep(50);
    const lastMs = first.now();
    const second = keptClock(file, 1);
    expect(second.now()).toBeGreaterThanOrEqual(lastMs);
    if (pace === 'fast') expect(second.now() - startMs).toBeLessThan(3 * day + 10_000);
    first.stop();
    second.stop();
  });
});
