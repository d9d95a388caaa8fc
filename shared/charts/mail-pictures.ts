import type { Report } from '#shared/domain/report/report.ts';
import { localeFor } from '#shared/lib/display.ts';
import { chartPng } from './chart-png.ts';
import { chartSvg } from './chart-svg.ts';
import { chartInWords } from './in-words.ts';
import { lightPaint } from './paint.ts';
import { reportCharts } from './report-charts.ts';

/** A picture inside a mail, shown by `<img src="cid:…">`. */
export interface MailPicture {
  readonly cid: string;
  readonly title: string;
  /** What it shows, in numbers. */
  readonly alt: string;
  /** CSS pixels; the file has twice as many. */
  readonly width: number;
  readonly content: Uint8Array;
}

/** Drawn narrower than the sheet's inside (540), so that its words are still legible where a phone shrinks it to 320. */
const width = 420;
/** The rest is on the page: a mail of more pictures is slow on a phone. */
const mostPictures = 3;

/** The first charts of a report as PNG files, to be attached inline under their content ids. */
export function mailPictures(report: Report, timeZone: string): Promise<MailPicture[]> {
  const options = { locale: localeFor('en', report.campaign.currency), timeZone, currency: report.campaign.currency };
  return Promise.all(
    reportCharts(report)
      .slice(0, mostPictures)
      .map(async (chart, index) => ({
        cid: `chart-${index + 1}.${report.campaign.id}`,
        title: chart.title,
        alt: chartInWords(chart, options),
        width,
        content: await chartPng(
          chartSvg(chart, { ...options, width, margin: 14, paint: lightPaint }),
          lightPaint.surface,
        ),
      })),
  );
}
