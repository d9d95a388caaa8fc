import { DateTime } from 'luxon';

const dayMs = 86_400_000;

export const plusDays = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();
export const plusMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
export const earlier = (a: string, b: string): string => (a <= b ? a : b);
export const later = (a: string, b: string): string => (a >= b ? a : b);

/** The calendar day of an instant in a time zone: 2026-12-01. */
export const dayIn = (at: string, timeZone: string): string =>
  DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM-dd');

/** First instant of a calendar day in a time zone. */
export const startOfDay = (day: string, timeZone: string): string =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toUTC().toISO() ?? day;

/** Last instant of a calendar day in a time zone. */
export const endOfDay = (day: string, timeZone: string): string =>
  DateTime.fromISO(day, { zone: timeZone }).endOf('day').toUTC().toISO() ?? day;

/** The day before `day` and so on back: `count` days, newest first. */
export const lastDays = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => plusDays(`${day}T00:00:00.000Z`, -n).slice(0, 10));

/** Intl.Locale Info, in Node since 18 and not in TypeScript's types yet. */
interface LocaleWithTimeZones extends Intl.Locale {
  getTimeZones?(): string[] | undefined;
}

/** The time zone of a country that has one only; the others' people are taken to keep the campaign's hours. */
export function timeZoneOf(country: string | undefined): string | undefined {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return undefined;
  const zones = (new Intl.Locale(`und-${country}`) as LocaleWithTimeZones).getTimeZones?.() ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}
