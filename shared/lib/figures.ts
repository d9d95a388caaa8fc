import type { Figure } from '#shared/domain/report/report.ts';
import { type Reader, showCount, showInstant, showMoney, showPercent, showRatio } from './display.ts';

/** Not known yet is a dash, never 0. */
const unknown = '–';

const showValue = (value: number, { unit, currency }: Figure, reader: Pick<Reader, 'locale'>): string => {
  switch (unit) {
    case 'count':
      return showCount(value, reader);
    case 'money':
      return currency === undefined
        ? showRatio(value, reader)
        : showMoney({ minor: Math.round(value), currency }, reader);
    case 'percent':
      return showPercent(value, reader);
    case 'ratio':
      return showRatio(value, reader);
  }
};

export const showFigure = (figure: Figure, reader: Pick<Reader, 'locale'>): string =>
  figure.value === null ? unknown : showValue(figure.value, figure, reader);

/** "80 % sure to lie between 1,200 and 1,900", where the figure is an estimate. */
export function showInterval(figure: Figure, reader: Pick<Reader, 'locale'>): string | undefined {
  if (figure.interval === undefined || figure.value === null) return undefined;
  const [low, high] = figure.interval;
  return `estimate; 8 times in 10 between ${showValue(low, figure, reader)} and ${showValue(high, figure, reader)}`;
}

/** How a figure came about: "attributed revenue / spend (roas.v1)", with its time where that is not the report's. */
export const showOrigin = (figure: Figure, reportAt: string, reader: Reader): string =>
  `${figure.explanation} (${figure.formula}${figure.at === reportAt ? '' : `, ${showInstant(figure.at, reader)}`})`;
