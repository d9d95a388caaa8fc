import type { Clock } from './clock.ts';
import { steerableClock } from './steerable-clock.ts';

/** Virtual time: stands still while work is in flight, then jumps to the next timer. */
export const fastClock = (startMs: number): Clock => steerableClock({ startMs, pace: 'fast' });
