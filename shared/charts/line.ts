import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { Series } from '#shared/domain/report/report.ts';
import { showAmount, showTick } from './amounts.ts';

import type { ChartOptions, ChartSpec, Drawing } from './spec.ts';
import { element, type Markup } from './svg.ts';
import { chartTextSize, label, textWidth } from './text.ts';

type LineSpec = Extract<ChartSpec, { kind: 'line' }>;

const legendHeight = 30;
const axisHeight = 28;
/** More lines than colours can not be told apart. */
const mostSeries = 4;

/** Several lines over time on one axis that starts at 0; the legend says where each stands now. */
export function lineChart({ series: all, unit }: LineSpec, options: ChartOptions): Drawing {
  const { width, height = 260, paint } = options;
  const series = all.slice(0, mostSeries);
  const times = series.flatMap(one => one.points.map(point => Date.parse(point.at)));
  const values = series.flatMap(one => one.points.map(point => point.value));
  const legend = drawLegend(series, options);
  const top = legend.height + chartTextSize;
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [height - axisHeight, top]).nice(4);
  const ticks = y.ticks(4).filter(tick => unit === 'money' || Number.isInteger(tick));
  const left = Math.max(...ticks.map(tick => textWidth(showTick(tick, unit, options)))) + 14;
  const from = Math.min(...times);
  const to = Math.max(...times);
  const x = scaleLinear([from, to === from ? from + 1 : to], [left, width - 8]);

  const grid = ticks.flatMap(tick => [
    element('line', { x1: left, x2: width, y1: y(tick), y2: y(tick), stroke: paint.line }),
    label(showTick(tick, unit, options), left - 10, y(tick) + chartTextSize * 0.36, paint.muted, {
      'text-anchor': 'end',
    }),
  ]);
  const curve = line<{ at: string; value: number }>()
    .x(point => x(Date.parse(point.at)))
    .y(point => y(point.value))
    .curve(curveMonotoneX);
  const lines = series.flatMap(({ points }, index) => {
    const colour = paint.series[index] ?? paint.text;
    const last = points.at(-1);
    if (last === undefined) return [];
    return [
      element('path', {
        d: curve([...points]) ?? '',
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.5,
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
        // Told apart without colour, too.
        'stroke-dasharray': index === 0 ? undefined : ['', '7 5', '2 5', '10 4 2 4'][index],
      }),
      element('circle', { cx: x(Date.parse(last.at)), cy: y(last.value), r: 4, fill: colour }),
    ];
  });
  return {
    height,
    body: [...legend.body, ...grid, ...(times.length > 0 ? timeAxis(from, to, x, height, options) : []), ...lines],
  };
}

function drawLegend(series: readonly Series[], options: ChartOptions): { height: number; body: Markup[] } {
  const { width, paint } = options;
  const body: Markup[] = [];
  let x = 0;
  let row = 0;
  series.forEach((one, index) => {
    const last = one.points.at(-1);
    const shown = last === undefined ? '' : showAmount(last.value, one.unit, options);
    const wide = 30 + textWidth(one.name) + 6 + textWidth(shown) + 22;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const middle = row * legendHeight + legendHeight / 2 - 4;
    body.push(
      element('line', {
        x1: x,
        x2: x + 22,
        y1: middle,
        y2: middle,
        stroke: paint.series[index] ?? paint.text,
        'stroke-width': 3,
        'stroke-dasharray': ['', '7 5', '2 5', '10 4 2 4'][index] || undefined,
      }),
      element(
        'text',
        { x: x + 30, y: middle + chartTextSize * 0.36, fill: paint.text, 'font-size': chartTextSize },
        one.name,
        element('tspan', { dx: 6, 'font-weight': 600 }, shown),
      ),
    );
    x += wide;
  });
  return { height: (row + 1) * legendHeight - 8, body };
}

/** First, last and as many days between as there is room for. */
function timeAxis(
  from: number,
  to: number,
  x: (time: number) => number,
  height: number,
  { width, locale, timeZone, paint }: ChartOptions,
): Markup[] {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const most = Math.max(1, Math.min(6, Math.floor(width / 90)));
  const steps = to === from ? 0 : most;
  const times = Array.from({ length: steps + 1 }, (_, n) => (steps === 0 ? from : from + ((to - from) * n) / steps));
  const shown = times.map(time => ({ time, text: format.format(time) }));
  return shown
    .filter(({ text }, index) => shown.findIndex(other => other.text === text) === index)
    .map(({ time, text }, index, all) =>
      label(text, x(time), height - 8, paint.muted, {
        'text-anchor': index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle',
      }),
    );
}
