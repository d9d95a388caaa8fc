import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { type Pace, type SteerableClock, steerableClock } from '#infra/local/steerable-clock.ts';

const kept = z.object({ atMs: z.int().positive() });

/** How often the time is written down while it flows. */
const everyMs = 1000;

/**
 * A clock that goes on where the last one on this file stopped, and never turns back, however the process ended: while time
 * flows, what is written down lies one interval ahead; each jump is written down before the next. Real time never lies behind
 * the wall clock.
 */
export function keptClock(file: string, pace: Pace): SteerableClock {
  const startMs = Math.max(Date.now(), readTime(file));
  const clock = steerableClock({ startMs, pace, onTurn: nowMs => write(nowMs) });
  let writtenMs = startMs;
  const write = (nowMs: number) => {
    if (nowMs <= writtenMs) return;
    writtenMs = nowMs;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, JSON.stringify({ atMs: Math.ceil(nowMs) }));
    renameSync(`${file}.tmp`, file);
  };
  const ahead = () => write(clock.now() + (clock.isPaused || clock.pace === 'fast' ? 0 : clock.pace * everyMs));
  setInterval(ahead, everyMs).unref();
  ahead();
  return clock;
}

function readTime(file: string): number {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8'))).atMs;
  } catch {
    return 0;
  }
}
