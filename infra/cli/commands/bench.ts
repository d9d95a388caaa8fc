import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '#infra/aws/bundling.ts';
import { measureBundles } from '../bench/bundles.ts';
import type { ChaseMeasurement } from '../bench/chase-run.ts';
import type { CollaborationsMeasurement } from '../bench/collaborations-run.ts';
import type { EngineMeasurements } from '../bench/engine-table.ts';
import type { GapMeasurement } from '../bench/gap-run.ts';
import type { ImportMeasurement } from '../bench/import-run.ts';
import type { MailMeasurement } from '../bench/mail-run.ts';
import type { ScoringMeasurement } from '../bench/scoring-run.ts';
import type { ShortlistMeasurement } from '../bench/shortlist-run.ts';
import type { SideBySideMeasurement } from '../bench/side-by-side.ts';
import { machine, writeTable } from '../bench/table.ts';
import { CliError } from '../exit-codes.ts';

const benchFolder = fileURLToPath(new URL('../../../dist/bench', import.meta.url));

/** What identifying may take of the heap: a list of any length must fit into a small function. */
const importHeap = ['--max-old-space-size=192', '--max-semi-space-size=8'];

export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly write: boolean;
}

/** JSON lines on standard output; the table for people in docs/benchmarks.md. */
export async function bench({ sizes, write }: BenchOptions): Promise<void> {
  const print = (line: object) => console.log(JSON.stringify(line));
  print({ kind: 'machine', machine: machine(), at: new Date().toISOString() });
  const bundles = await measureBundles();
  for (const bundle of bundles) print(bundle);
  const runs: ShortlistMeasurement[] = [];
  for (const size of sizes) {
    const run = await inOwnProcess<ShortlistMeasurement>('shortlist-run', [String(size)]);
    print(run);
    runs.push(run);
  }
  const shipped = bundleFunctions({ outdir: benchFolder, names: ['identify-candidates'] });
  const imported = await inOwnProcess<ImportMeasurement>('import-run', ['100000', shipped], importHeap);
  print(imported);
  const scoring = await inOwnProcess<ScoringMeasurement>('scoring-run');
  print(scoring);
  const gap = await inOwnProcess<GapMeasurement>('gap-run');
  print(gap);
  const mail = await inOwnProcess<MailMeasurement>('mail-run');
  print(mail);
  const chase = await inOwnProcess<ChaseMeasurement>('chase-run', ['10000']);
  print(chase);
  const engine = await measureEngine(print);
  if (write) console.error(`Wrote ${writeTable({ runs, bundles, imported, scoring, gap, mail, chase, engine })}.`);
}

/** The engine by itself: beside the one on npm, and with as many collaborations as a large campaign has. */
async function measureEngine(print: (line: object) => void): Promise<EngineMeasurements> {
  const sideBySide = await inOwnProcess<SideBySideMeasurement>('side-by-side');
  print(sideBySide);
  const collaborations: CollaborationsMeasurement[] = [];
  for (const journal of ['memory', 'disk'])
    for (const count of [1000, 10_000]) {
      const run = await inOwnProcess<CollaborationsMeasurement>('collaborations-run', [String(count), journal]);
      print(run);
      collaborations.push(run);
    }
  return { sideBySide, collaborations };
}

/** Runs a script of the bench, which sends what it measured. */
function inOwnProcess<T>(
  name: string,
  parameters: readonly string[] = [],
  execArgv: readonly string[] = process.execArgv,
): Promise<T> {
  const script = fileURLToPath(new URL(`../bench/${name}.ts`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(script, [...parameters], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [...execArgv],
    });
    let measured: T | undefined;
    child.on('message', message => {
      measured = message as T;
    });
    child.on('exit', code =>
      measured
        ? resolve(measured)
        : reject(new CliError('failed', `${name} ${parameters.join(' ')} ended with code ${code}.`)),
    );
  });
}
