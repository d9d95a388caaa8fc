import { stringify } from 'csv-stringify/sync';
import { profileUrl } from '../import/profile.ts';
import { type Money, major } from '../money.ts';
import type { CollaborationResult, Report } from './report.ts';

type Cell = string | number;

const columns: readonly (readonly [string, (result: CollaborationResult) => Cell])[] = [
  ['influencer', ({ name }) => name],
  ['platform', ({ profile }) => profile.platform],
  ['profile', ({ profile }) => profileUrl(profile)],
  ['status', ({ status }) => status],
  ['post', ({ postUrl }) => postUrl ?? ''],
  ['currency', ({ cost }) => cost.currency],
  ['fee', ({ fee }) => amount(fee)],
  ['cost', ({ cost }) => amount(cost)],
  ['revenue', ({ revenue }) => amount(revenue)],
  ['clicks', ({ clicks }) => clicks],
  ['orders', ({ orders }) => orders],
  ['likes', ({ likes }) => likes ?? ''],
  ['comments', ({ comments }) => comments ?? ''],
  ['views', ({ views }) => views ?? ''],
];

const amount = (value: Money | undefined): Cell => (value === undefined ? '' : major(value));

/**
 * The results as a table, one row per collaboration, amounts in major units, unknown counts empty (RFC 4180, CRLF). Text of strangers never
 * becomes a formula: a cell that starts like one gets a leading apostrophe.
 */
export const reportCsv = (report: Report): string =>
  stringify(
    report.results.map(result => columns.map(([, cell]) => cell(result))),
    { header: true, columns: columns.map(([name]) => name), escape_formulas: true, record_delimiter: 'windows' },
  );
