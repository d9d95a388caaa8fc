import { barChart } from './bar.ts';
import { funnelChart } from './funnel.ts';
import { chartInWords } from './in-words.ts';
import { lineChart } from './line.ts';
import type { ChartOptions, ChartSpec, Drawing } from './spec.ts';
import { element } from './svg.ts';
import { chartFont } from './text.ts';

/** Draws a chart as an SVG document, on no ground. The same arguments give the same bytes. */
export function chartSvg(spec: ChartSpec, options: ChartOptions): string {
  const { width, margin = 0 } = options;
  const { height, body } = draw(spec, { ...options, width: width - 2 * margin });
  const outside = height + 2 * margin;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-margin} ${-margin} ${width} ${outside}`,
      width,
      height: outside,
      role: 'img',
      'aria-label': chartInWords(spec, options),
      'font-family': chartFont,
    },
    ...body,
  ).markup;
}

function draw(spec: ChartSpec, options: ChartOptions): Drawing {
  switch (spec.kind) {
    case 'bar':
      return barChart(spec, options);
    case 'line':
      return lineChart(spec, options);
    case 'funnel':
      return funnelChart(spec, options);
  }
}
