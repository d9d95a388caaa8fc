import { describe, expect, test } from 'vitest';
import { chartPng } from '#shared/charts/chart-png.ts';
import { chartSvg } from '#shared/charts/chart-svg.ts';
import { mailPictures } from '#shared/charts/mail-pictures.ts';
import { lightPaint } from '#shared/charts/paint.ts';
import type { ChartOptions, ChartSpec } from '#shared/charts/spec.ts';
import { sampleReport } from '#shared/email/sample-report.ts';

const options: ChartOptions = { width: 420, locale: 'en-IN', timeZone: 'UTC', currency: 'INR', paint: lightPaint };
const chart = (label: string): ChartSpec => ({
  kind: 'bar',
  title: 't',
  unit: 'money',
  bars: [{ label, value: 12_300 }],
});
const png = (svg: string) => chartPng(svg, '#ffffff');

describe('chartPng', () => {
  test('draws at twice the size', async () => {
    const picture = Buffer.from(await png(chartSvg(chart('a'), options)));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBe(840);
  });

  test.each(['@meera', '₹', 'नमस्ते', 'É'])('really draws the letters of %s', async text => {
    const svg = chartSvg(chart(text), options);
    const without = svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, '');
    expect(without).not.toBe(svg);
    expect((await png(svg)).byteLength).toBeGreaterThan((await png(without)).byteLength + 200);
  });

  test('draws different letters differently, so no box stands for a missing one', async () => {
    const [a, b] = await Promise.all(['नमस्ते', 'हिन्दी'].map(text => png(chartSvg(chart(text), options))));
    expect(Buffer.compare(Buffer.from(a ?? []), Buffer.from(b ?? []))).not.toBe(0);
  });

  test('gives the same bytes twice', async () => {
    const svg = chartSvg(chart('same'), options);
    expect(await png(svg)).toEqual(await png(svg));
  });
});

test('the pictures of a report have ids of their own, words for those who do not see them, and files', async () => {
  const pictures = await mailPictures(sampleReport, 'Asia/Kolkata');
  expect(pictures.map(picture => picture.title)).toEqual([
    'How far influencers came',
    'Money over time',
    'Revenue by influencer',
  ]);
  expect(new Set(pictures.map(picture => picture.cid)).size).toBe(3);
  for (const { alt, content } of pictures) {
    expect(alt).toMatch(/\d/);
    expect(content.byteLength).toBeLessThan(100_000);
  }
});
