import { writeFileSync } from 'node:fs';
import { connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface ReportOptions extends ApiOptions {
  readonly format: 'json' | 'html' | 'csv';
  readonly out?: string;
}

/** The report as of now, to a file or to standard output. */
export async function report(campaignId: string, { format, out, ...options }: ReportOptions): Promise<void> {
  const body = await connect(apiSettings(options)).text('getReport', { params: { campaignId }, query: { format } });
  if (out === undefined) {
    process.stdout.write(body.endsWith('\n') ? body : `${body}\n`);
    return;
  }
  try {
    writeFileSync(out, body);
  } catch (error) {
    throw new CliError(
      'failed',
      `${out} can not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  terminal().say(`Wrote ${out}.`);
}
