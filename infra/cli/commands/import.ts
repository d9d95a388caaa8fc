import { basename } from 'node:path';
import type { ImportPreview } from '#shared/contracts/imports.ts';
import { connect } from '../api.ts';
import { readCampaignFile, uploadFile } from '../campaign-file.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { table, terminal } from '../terminal.ts';

export interface ImportOptions extends ApiOptions {
  readonly json?: boolean;
  readonly preview?: boolean;
  readonly mapping?: string;
  readonly sheet?: string;
}

export async function importList(file: string, options: ImportOptions): Promise<void> {
  const out = terminal(options);
  const api = connect(apiSettings(options));
  const name = basename(file);
  const mapping = options.mapping === undefined ? undefined : readCampaignFile(options.mapping).spec;
  const { upload } = await uploadFile(api, file, name);
  const chosen = { upload, name, ...(mapping && { mapping }), ...(options.sheet && { sheet: options.sheet }) };
  const preview = await api.call('previewImport', { body: chosen });
  const source = { kind: 'file', ...chosen };
  out.result(options.preview ? preview : { ...preview, source }, [
    ...linesOf(name, preview),
    ...(options.preview ? [] : ['', 'In a campaign, under sources:', `  - ${JSON.stringify(source)}`]),
  ]);
}

function linesOf(name: string, { format, sheet, columns, notes, rows, refused, people }: ImportPreview): string[] {
  const columnRows = columns.map(({ column, field, platform, confidence, why, samples }) => [
    column,
    field ? [platform, field].filter(Boolean).join(' ') : '(kept as it came)',
    field ? `${Math.round(confidence * 100)} %` : '',
    why,
    samples.join(' | '),
  ]);
  return [
    `${name}: ${format}${sheet === undefined ? '' : `, sheet "${sheet}"`}; ${rows.usable} of ${rows.read} rows can be used${rows.all ? '' : ' (more follow)'}.`,
    ...notes,
    ...(columns.length > 0 ? ['', ...table([['column', 'taken for', 'sure', 'why', 'values'], ...columnRows])] : []),
    ...(people.length > 0 ? ['', 'First people:'] : []),
    ...people.map(person => `  ${[person.name, ...person.profiles].filter(Boolean).join('  ')}`),
    ...(refused.length > 0 ? ['', 'Refused or used in part:'] : []),
    ...refused.map(({ line, because }) => `  line ${line}: ${because}`),
  ];
}
