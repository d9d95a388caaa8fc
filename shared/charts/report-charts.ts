import type { Report, Series } from '#shared/domain/report/report.ts';
import { showHandle } from '#shared/lib/display.ts';
import type { ChartSpec } from './spec.ts';

/** More bars than this are read in the table. */
const mostBars = 8;

/**
 * The charts of a report: how far people came, money over time, who brought most, then each count over time on its own axis
 * (clicks and orders differ a hundredfold). Empty ones are left out.
 */
export function reportCharts({ funnel, series, results }: Report): ChartSpec[] {
  const drawn = (unit: Series['unit']) => series.filter(one => one.unit === unit && one.points.length > 1);
  const best = results.filter(result => result.revenue.minor > 0).slice(0, mostBars);
  const charts: ChartSpec[] = [
    { kind: 'funnel', title: 'How far influencers came', steps: funnel },
    { kind: 'line', title: 'Money over time', unit: 'money', series: drawn('money') },
    {
      kind: 'bar',
      title: 'Revenue by influencer',
      unit: 'money',
      bars: best.map(({ profile, revenue }) => ({ label: showHandle(profile), value: revenue.minor })),
    },
    ...drawn('count').map(
      (one): ChartSpec => ({ kind: 'line', title: `${one.name} over time`, unit: 'count', series: [one] }),
    ),
  ];
  return charts.filter(hasContent);
}

function hasContent(spec: ChartSpec): boolean {
  switch (spec.kind) {
    case 'bar':
      return spec.bars.length > 0;
    case 'line':
      return spec.series.length > 0;
    case 'funnel':
      return spec.steps.length > 0;
  }
}
