import { type CheerioAPI, load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartSvg } from '#shared/charts/chart-svg.ts';
import { lightPaint, pagePaint } from '#shared/charts/paint.ts';
import { reportCharts } from '#shared/charts/report-charts.ts';
import type { ChartOptions, ChartSpec } from '#shared/charts/spec.ts';
import { sampleReport } from '#shared/email/sample-report.ts';

const options: ChartOptions = {
  width: 420,
  locale: 'en-IN',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
  paint: lightPaint,
};

const texts = (svg: string): string[] => {
  const picture = load(svg, { xml: true });
  return picture('text')
    .toArray()
    .map(node => picture(node).text());
};

const names = (picture: CheerioAPI): string[] =>
  picture('*')
    .toArray()
    .map(node => picture(node).prop('tagName')?.toLowerCase() ?? '');

const funnel: ChartSpec = {
  kind: 'funnel',
  title: 'Funnel',
  steps: [
    { name: 'Invited', count: 120_000 },
    { name: 'Answered', count: 30_000 },
  ],
};

describe('chartSvg', () => {
  test('writes counts and shares in the reader’s number format', () => {
    expect(texts(chartSvg(funnel, options))).toEqual(['Invited', '1,20,000', 'Answered', '30,000', '25%']);
    expect(texts(chartSvg(funnel, { ...options, locale: 'en-US' }))).toContain('120,000');
  });

  test('draws bars as long as their values', () => {
    const picture = load(chartSvg(funnel, options), { xml: true });
    const widths = picture(`rect[fill="${lightPaint.series[0]}"]`)
      .toArray()
      .map(node => Number(picture(node).attr('width')));
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.25, 2);
  });

  test('marks the axis of money with the currency', () => {
    const line = reportCharts(sampleReport).find(chart => chart.kind === 'line' && chart.unit === 'money');
    expect(line && texts(chartSvg(line, options))).toEqual(
      expect.arrayContaining(['₹0', '₹5L', 'Revenue₹4,12,860', '1 Dec', '14 Dec']),
    );
  });

  test('says in words what it shows', () => {
    const picture = load(chartSvg(funnel, options), { xml: true });
    expect(picture('svg').attr('aria-label')).toBe('Funnel: Invited 1,20,000, Answered 30,000');
  });

  test('follows the reader’s scheme on a page and is literal in a picture', () => {
    expect(chartSvg(funnel, { ...options, paint: pagePaint })).toContain('var(--series-1)');
    expect(chartSvg(funnel, options)).not.toContain('var(');
  });

  test('never lets a label become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), name => {
        const svg = chartSvg({ kind: 'bar', title: name, unit: 'count', bars: [{ label: name, value: 1 }] }, options);
        const picture = load(svg, { xml: true });
        expect(names(picture)).toEqual(['svg', 'text', 'rect', 'rect', 'text']);
      }),
    );
  });

  test('has a place for every number', () => {
    const value = fc.integer({ min: 0, max: 1e13 });
    const point = fc.record({
      at: fc
        .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') })
        .map(date => date.toISOString()),
      value,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { maxLength: 5 }), { maxLength: 6 }),
        fc.constantFrom('count' as const, 'money' as const),
        (lines, unit) => {
          const series = lines.map((points, index) => ({ name: `s${index}`, unit, points }));
          expect(chartSvg({ kind: 'line', title: 't', unit, series }, options)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
    );
  });

  test('gives the same bytes for the same facts', () => {
    for (const chart of reportCharts(sampleReport)) expect(chartSvg(chart, options)).toBe(chartSvg(chart, options));
  });
});

describe('reportCharts', () => {
  test('leaves out what there is nothing to draw of', () => {
    expect(reportCharts({ ...sampleReport, series: [], results: [], funnel: [] })).toEqual([]);
  });
});
