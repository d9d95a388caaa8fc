import { formatMoney } from '../money.ts';
import { count } from '../words.ts';
import type { Forecast, ForecastFigureId } from './forecast.ts';

/** As much of a forecast as a campaign keeps, to be held against what comes. */
export type KeptForecast = Pick<Forecast, 'figures'> & { readonly model: string };

/** What came of the figures that a report counts, too. */
export type Came = Readonly<Partial<Record<ForecastFigureId, number>>>;

/** "... posts 18 to 31, in the end 24; ..." for every figure that is known. */
export function forecastAgainst({ figures }: KeptForecast, came: Came, currency: string): string | undefined {
  const lines = figures.flatMap(({ id, low, high }) => {
    const value = came[id];
    const words = said[id];
    if (value === undefined || words === undefined) return [];
    const shown = (some: number) => (id === 'spend' ? formatMoney({ minor: some, currency }) : count(some));
    return [`${words} ${shown(low)} to ${shown(high)}, in the end ${shown(value)}`];
  });
  return lines.length === 0
    ? undefined
    : `Forecast at the launch (eight of ten campaigns end in between): ${lines.join('; ')}.`;
}

const said: Readonly<Partial<Record<ForecastFigureId, string>>> = {
  answers: 'answers',
  acceptances: 'agreements',
  posts: 'posts',
  clicks: 'clicks',
  orders: 'orders',
  spend: 'spend',
};
