import type { Money } from '../money.ts';
import type { Figure } from '../report/report.ts';
import { ratio } from '../statistics.ts';

/** What something (an influencer, a campaign) cost and brought. null is unknown; amounts are in one currency. */
export interface Outcome {
  readonly spend: Money;
  /** Attributed, refunds taken off. */
  readonly revenue: Money;
  readonly clicks: number;
  readonly orders: number;
  /** Likes and comments; null where no post shows them. */
  readonly engagements: number | null;
}

type Id =
  | 'spend'
  | 'revenue'
  | 'roas'
  | 'roi'
  | 'cpe'
  | 'cac'
  | 'conversion-rate'
  | 'clicks'
  | 'orders'
  | 'engagements';

/** Spend, revenue, ROAS, ROI, cost per engagement and order, conversion rate; each with formula and inputs. */
export function returnFigures(outcome: Outcome, at: string): Figure[] {
  const { spend, revenue, clicks, orders, engagements } = outcome;
  // Without spend there is no return on it: a dash, never Infinity.
  const cost = spend.minor > 0 ? spend.minor : null;
  const { currency } = spend;
  const money = { unit: 'money', currency } as const;
  const inputs = { spend: spend.minor, revenue: revenue.minor };
  const figure = (id: Id, rest: Omit<Figure, 'id' | 'at' | 'formula'>): Figure => ({
    id,
    formula: `${id}.v1`,
    at,
    ...rest,
  });
  const same = revenue.currency === currency;
  const returned = same ? revenue.minor : null;
  return [
    figure('spend', {
      label: 'Spend',
      value: spend.minor,
      ...money,
      explanation: 'fees of published posts + commission earned so far',
      inputs: {},
    }),
    figure('revenue', {
      label: 'Attributed revenue',
      value: revenue.minor,
      unit: 'money',
      currency: revenue.currency,
      explanation: 'orders by own coupon or link, refunds taken off',
      inputs: { orders },
    }),
    figure('roas', {
      label: 'ROAS',
      value: ratio(returned, cost),
      unit: 'ratio',
      explanation: 'attributed revenue / spend',
      inputs,
    }),
    figure('roi', {
      label: 'ROI',
      value: ratio(returned === null ? null : returned - spend.minor, cost),
      unit: 'percent',
      explanation: '(attributed revenue - spend) / spend',
      inputs,
    }),
    figure('cpe', {
      label: 'Cost per engagement',
      value: ratio(cost, engagements),
      ...money,
      explanation: 'spend / (likes + comments)',
      inputs: { spend: spend.minor, engagements },
    }),
    figure('cac', {
      label: 'Cost per order',
      value: ratio(cost, orders),
      ...money,
      explanation: 'spend / attributed orders: shops do not tell us which customers are new',
      inputs: { spend: spend.minor, orders },
    }),
    figure('conversion-rate', {
      label: 'Conversion rate',
      value: ratio(orders, clicks),
      unit: 'percent',
      explanation: 'attributed orders / clicks',
      inputs: { orders, clicks },
    }),
    figure('clicks', {
      label: 'Clicks',
      value: clicks,
      unit: 'count',
      explanation: 'visits of people through the links',
      inputs: {},
    }),
    figure('orders', {
      label: 'Orders',
      value: orders,
      unit: 'count',
      explanation: 'attributed orders that stand',
      inputs: {},
    }),
    figure('engagements', {
      label: 'Engagements',
      value: engagements,
      unit: 'count',
      explanation: 'likes + comments of the posts',
      inputs: {},
    }),
  ];
}
