import { isChannelId } from '#shared/domain/import/profile.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { formatMoney, type Money } from '#shared/domain/money.ts';

/** Who looks at a number or a date. */
export interface Reader {
  /** BCP 47: decides digits, grouping, month names. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The first two letters of an ISO 4217 code are its ISO 3166 country, so a rupee reader sees 1,23,456 and a dollar reader 123,456. */
export const localeFor = (language: string, currency: string): string => `${language}-${currency.slice(0, 2)}`;

export const showMoney = (amount: Money, { locale }: Pick<Reader, 'locale'>): string => formatMoney(amount, locale);

export const showCount = (count: number, { locale }: Pick<Reader, 'locale'>): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(count);

/** 12.3K, 1.2L: for axes and tight places. */
export const showCompact = (value: number, { locale }: Pick<Reader, 'locale'>, currency?: string): string =>
  new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
    ...(currency !== undefined && { style: 'currency', currency, minimumFractionDigits: 0 }),
  }).format(value);

/** A fraction of 1 as a percentage: 0.0456 -> 4.6%. */
export const showPercent = (fraction: number, { locale }: Pick<Reader, 'locale'>): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(fraction);

export const showRatio = (ratio: number, { locale }: Pick<Reader, 'locale'>): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(ratio);

/** An ISO instant as a day: 24 November 2026. */
export const showDay = (at: string, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(at));

/** A calendar day (2026-11-24), which has no zone. */
export const showDate = (date: string, { locale }: Pick<Reader, 'locale'>): string =>
  showDay(`${date}T00:00:00Z`, { locale, timeZone: 'UTC' });

/** Two calendar days: 7 – 14 December 2026. */
export const showDates = (
  { from, to }: { readonly from: string; readonly to: string },
  { locale }: Pick<Reader, 'locale'>,
): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
    new Date(`${from}T00:00:00Z`),
    new Date(`${to}T00:00:00Z`),
  );

/** 24 November 2026 at 3:00 pm IST. */
export const showInstant = (at: string, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));

/** Tuesday, 24 November, 3:00 – 3:20 pm IST. */
export const showSlot = (slot: { readonly from: string; readonly to: string }, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).formatRange(new Date(slot.from), new Date(slot.to));

/** A profile as people write it: @handle, or the blog's address. */
export const showHandle = ({ platform, handle }: ProfileRef): string =>
  platform === 'blog' || isChannelId(handle) ? handle : `@${handle}`;
