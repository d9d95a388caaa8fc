import * as z from 'zod';
import { type Replay, replay } from '#infra/local/engine/conformance/replay.ts';
import { type RecordedRow, recordedRow } from '#infra/local/engine/conformance/row.ts';
import { readRows, UnreadableCorpus } from '../corpora/read-rows.ts';
import { misused, toolArguments } from '../tool-arguments.ts';

const usage = `Usage: npm run asl -- FILE.jsonl[.gz] ... [--json] [--explain] [--only PART-OF-A-NAME]
Replays executions that AWS recorded. A row passes when its status, error and output are as recorded.`;

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

/** The rows of a file as they were recorded. */
export function readRecorded(file: string): RecordedRow[] {
  try {
    return readRows(file).map(row => recordedRow.parse(row));
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new UnreadableCorpus(`${file} holds no recordings: ${z.prettifyError(error)}`);
    throw error;
  }
}

async function main(): Promise<void> {
  const { values, positionals } = toolArguments(
    usage,
    { json: { type: 'boolean' }, explain: { type: 'boolean' }, only: { type: 'string' } },
    { allowPositionals: true },
  );
  if (positionals.length === 0) return misused('A file is missing.', usage);
  const rows = positionals.flatMap(readRecorded).filter(row => row.name.includes(values.only ?? ''));
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

if (import.meta.main)
  await main().catch((error: unknown) => {
    console.error(error instanceof UnreadableCorpus ? error.message : error);
    process.exitCode = 1;
  });
