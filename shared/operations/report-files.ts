import { reportCsv } from '#shared/domain/report/csv.ts';
import type { Report, ReportKind } from '#shared/domain/report/report.ts';
import { Fault } from '#shared/errors.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** A report of 10,000 collaborations has 5 MB. */
const largestReport = 50_000_000;

/** One report that was sent. */
export interface SentReport {
  readonly campaignId: string;
  readonly kind: ReportKind;
  readonly number: number;
}

export const reportName = ({ kind, number }: Pick<SentReport, 'kind' | 'number'>): string => `${kind}-${number}`;

const keyOf = (sent: SentReport, type: 'json' | 'csv') => `reports/${sent.campaignId}/${reportName(sent)}.${type}`;

/** Keeps it as JSON and as a table; answers the table. */
export async function keepReport(files: FileStore, sent: SentReport, report: Report): Promise<string> {
  const csv = reportCsv(report);
  await files.write(keyOf(sent, 'json'), JSON.stringify(report), 'application/json');
  await files.write(keyOf(sent, 'csv'), csv, 'text/csv; charset=utf-8');
  return csv;
}

/** Undefined where none was kept. */
export async function keptReport(files: FileStore, sent: SentReport): Promise<Report | undefined> {
  try {
    return JSON.parse(await files.readText(keyOf(sent, 'json'), largestReport)) as Report;
  } catch (error) {
    if (error instanceof Fault && error.fault === 'not-found') return undefined;
    throw error;
  }
}
