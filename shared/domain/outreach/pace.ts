import { plusMinutes } from '../time.ts';
import { nextSendTime, type SendWindow } from './send-window.ts';

/** How a mailbox that receivers do not know yet grows to its daily cap. */
export interface WarmUp {
  /** Mails on its first day. */
  readonly startsAt: number;
  /** Factor from one day with mail to the next; 1 never grows. */
  readonly growsBy: number;
}

/** `warm-up.v1`: the sender's cap for today. Days without mail do not warm anything, so only days with mail count. */
export const warmUpCap = ({ startsAt, growsBy }: WarmUp, daysUsed: number, dailyCap: number): number =>
  Math.min(dailyCap, Math.floor(startsAt * growsBy ** daysUsed));

/** Mails per hour that spread a day's cap evenly over the send window. */
export const hourlyShare = (dailyCap: number, window: SendWindow): number => Math.ceil(dailyCap / windowHours(window));

function windowHours({ from, to }: SendWindow): number {
  const hours = hourOf(to) - hourOf(from);
  return Math.max(1, hours > 0 ? hours : hours + 24);
}

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;

/** The hour that a place belongs to: 2026-12-01T09. */
export const hourSlot = (at: string): string => new Date(at).toISOString().slice(0, 13);

/** Nobody is sent further ahead than this many open hours: until then caps and queues change anyway. */
const furthestHours = 80;

/**
 * When the `waiting`th in the queue may hope for a place, with `perHour` places in every hour of the window. Each is looked at about
 * once and not every hour again.
 */
export function turnInQueue(
  waiting: number,
  perHour: number,
  { window, timeZone }: { window: SendWindow; timeZone: string },
  at: string,
): string {
  const hoursAhead = Math.min(furthestHours, Math.max(1, Math.ceil(waiting / Math.max(1, perHour))));
  return openHours({ window, timeZone }, hourSlot(at))[hoursAhead - 1] ?? at;
}

/** After an outage thousands ask for the same hours, and calendars are slow: the last answers are kept. */
const kept = new Map<string, readonly string[]>();
const mostKept = 50;

/** The open hours after this one, as far ahead as anybody is sent. */
function openHours(hours: { window: SendWindow; timeZone: string }, slot: string): readonly string[] {
  const { window, timeZone } = hours;
  const name = [slot, timeZone, window.from, window.to, window.weekdaysOnly].join(' ');
  const known = kept.get(name);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const turns: string[] = [];
  for (let turn = `${slot}:00:00.000Z`; turns.length < furthestHours; turns.push(turn))
    turn = nextSendTime(hours, new Date(startOfNextHour(turn))).toISOString();
  kept.set(name, turns);
  return turns;
}

const startOfNextHour = (at: string): string => plusMinutes(`${hourSlot(at)}:00:00.000Z`, 60);
