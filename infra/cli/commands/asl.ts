import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Replay, replay } from '#infra/local/engine/conformance/replay.ts';
import { type RecordedRow, recordedRow } from '#infra/local/engine/conformance/row.ts';

/** Caveats of rows whose result plain replay cannot reproduce, and of those whose history or arguments it cannot. */
const unscorable = ['no-recorded-calls', 'not-equivalent'];
const withoutHistory = ['partial-events'];
const withoutArguments = ['old-context'];

interface Score {
  total: number;
  scorable: number;
  passed: number;
  causes: number;
  histories: number;
  arguments: number;
  failed: { name: string; why: string }[];
}

/** Replays recorded executions; a row passes when its status, error and output are as recorded. */
export async function score(rows: Iterable<RecordedRow>): Promise<Score> {
  const score: Score = { total: 0, scorable: 0, passed: 0, causes: 0, histories: 0, arguments: 0, failed: [] };
  for (const row of rows) {
    score.total += 1;
    const outcome = await replay(row);
    const passed = outcome.result.length === 0;
    if (isScorable(row)) score.scorable += 1;
    if (passed) score.passed += 1;
    if (passed && outcome.cause.length === 0) score.causes += 1;
    if (passed && outcome.history.length === 0) score.histories += 1;
    if (passed && outcome.arguments.length === 0) score.arguments += 1;
    const why = complaintsOf(row, outcome);
    if (why.length > 0) score.failed.push({ name: row.name, why: why.join('; ') });
  }
  return score;
}

export const isScorable = (row: RecordedRow): boolean => !unscorable.includes(row.caveat ?? '');

function complaintsOf(row: RecordedRow, { result, cause, history, arguments: given }: Replay): string[] {
  const caveat = row.caveat ?? '';
  if (!isScorable(row)) return result.length > 0 ? [`not scorable (${caveat}): ${result.join('; ')}`] : [];
  return [
    ...result,
    ...cause,
    ...(withoutHistory.includes(caveat) ? [] : history),
    ...(withoutArguments.includes(caveat) ? [] : given),
  ];
}

/** Rows of a `.jsonl` or `.jsonl.gz` file. */
export function readRows(file: string): RecordedRow[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => recordedRow.parse(JSON.parse(line)));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, explain: { type: 'boolean' }, only: { type: 'string' } },
  });
  if (positionals.length === 0) {
    console.error('usage: npm run asl -- FILE.jsonl[.gz] … [--json] [--explain] [--only PART-OF-A-NAME]');
    process.exitCode = 2;
    return;
  }
  const rows = positionals.flatMap(readRows).filter(row => row.name.includes(values.only ?? ''));
  const result = await score(rows);
  console.log(values.json ? JSON.stringify(result) : report(result, values.explain ?? false));
  if (result.passed < result.scorable) process.exitCode = 1;
}

function report(score: Score, explain: boolean): string {
  const { total, scorable, passed, causes, histories, failed } = score;
  const lines = [
    `${passed} of ${total} rows pass (${scorable} can be scored); causes ${causes}, histories ${histories}, arguments ${score.arguments}`,
  ];
  for (const { name, why } of failed) lines.push(explain ? `- ${name}\n    ${why}` : `- ${name}`);
  return lines.join('\n');
}

if (import.meta.main) await main();
