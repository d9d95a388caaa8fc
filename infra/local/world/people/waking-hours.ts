import { DateTime } from 'luxon';

const wakesAt = 8;
const sleepsAt = 22.5;

/** `ms`, or the next morning (a little spread by `jitter`, 0 to 1) where the person sleeps then. */
export function awake(ms: number, timeZone: string, jitter: number): number {
  const local = DateTime.fromMillis(ms, { zone: timeZone });
  const hour = local.hour + local.minute / 60;
  if (hour >= wakesAt && hour < sleepsAt) return ms;
  const morning = (hour < wakesAt ? local : local.plus({ days: 1 })).startOf('day').plus({ hours: wakesAt });
  return morning.plus({ minutes: Math.round(jitter * 120) }).toMillis();
}
