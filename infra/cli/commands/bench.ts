import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureBundles } from '../bench/bundles.ts';
import type { ShortlistMeasurement } from '../bench/shortlist-run.ts';
import { machine, writeTable } from '../bench/table.ts';
import { CliError } from '../exit-codes.ts';

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
    const run = await inOwnProcess(size);
    print(run);
    runs.push(run);
  }
  if (write) console.error(`Wrote ${writeTable(runs, bundles)}.`);
}

const script = fileURLToPath(new URL('../bench/shortlist-run.ts', import.meta.url));

function inOwnProcess(size: number): Promise<ShortlistMeasurement> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [String(size)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let measured: ShortlistMeasurement | undefined;
    child.on('message', message => {
      measured = message as ShortlistMeasurement;
    });
    child.on('exit', code =>
      measured
        ? resolve(measured)
        : reject(new CliError('failed', `The run with ${size} candidates ended with code ${code}.`)),
    );
  });
}
