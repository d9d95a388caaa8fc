import { major } from '#shared/domain/money.ts';
import type { Series } from '#shared/domain/report/report.ts';
import { showCompact, showCount, showMoney } from '#shared/lib/display.ts';
import type { ChartOptions } from './spec.ts';

type Format = Pick<ChartOptions, 'locale' | 'currency'>;

export const showAmount = (value: number, unit: Series['unit'], { locale, currency }: Format): string =>
  unit === 'money' ? showMoney({ minor: Math.round(value), currency }, { locale }) : showCount(value, { locale });

/** For axes: ₹4.1L, 6.1K. */
export const showTick = (value: number, unit: Series['unit'], { locale, currency }: Format): string =>
  unit === 'money'
    ? showCompact(major({ minor: value, currency }), { locale }, currency)
    : showCompact(value, { locale });
