import type { Clock } from '../clock.ts';
import type { Faults } from './faults.ts';

/** A laptop that slept over something, a host whose clock was set. */
const leapMs = 3 * 3_600_000;
const hourMs = 3_600_000;

/** A clock that leaps ahead every now and then: timers set before the leap fire late by it, and nothing fires early. */
export function leapingClock<C extends Clock>(clock: C, faults: Faults): C {
  let offsetMs = 0;
  let askedHour = '';
  const now = () => clock.now() + offsetMs;

  /** Once an hour of the cloud's time somebody may come and move the hands. */
  const leapMaybe = () => {
    const hour = new Date(Math.floor(now() / hourMs) * hourMs).toISOString();
    if (hour === askedHour) return;
    askedHour = hour;
    if (faults.hits('clock-jump', hour, now())) offsetMs += leapMs;
  };

  const leaping: Pick<Clock, 'now' | 'at' | 'pending'> = {
    now,
    at: (atMs, task, options) =>
      clock.at(
        atMs - offsetMs,
        () => {
          leapMaybe();
          task();
        },
        options,
      ),
    pending: () => clock.pending().map(timer => ({ ...timer, atMs: timer.atMs + offsetMs })),
  };
  // Everything else (pausing, holding ...) stays the clock's own.
  return Object.assign(Object.create(clock) as C, leaping);
}
