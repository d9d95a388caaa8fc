import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BundleMeasurement } from './bundles.ts';
import type { ChaseMeasurement } from './chase-run.ts';
import { chaseTable } from './chase-table.ts';
import { type EngineMeasurements, engineTable } from './engine-table.ts';
import type { GapMeasurement } from './gap-run.ts';
import type { ImportMeasurement } from './import-run.ts';
import type { MailMeasurement } from './mail-run.ts';
import { rows } from './rows.ts';
import type { ScoringMeasurement } from './scoring-run.ts';
import { costTable, scoringTable } from './scoring-table.ts';
import type { ShortlistMeasurement } from './shortlist-run.ts';

const file = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const [start, end] = ['<!-- measured -->', '<!-- /measured -->'];

export const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/** Replaces the measured part of docs/benchmarks.md; the words around it are people's. */
export interface Measured {
  readonly runs: readonly ShortlistMeasurement[];
  readonly bundles: readonly BundleMeasurement[];
  readonly imported: ImportMeasurement;
  readonly scoring: ScoringMeasurement;
  readonly gap: GapMeasurement;
  readonly mail: MailMeasurement;
  readonly chase: ChaseMeasurement;
  readonly engine: EngineMeasurements;
}

export function writeTable(all: Measured): string {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has lost its ${start} and ${end} marks.`);
  writeFileSync(file, text.slice(0, from + start.length) + measured(all) + text.slice(to));
  return file;
}

function measured({ runs, bundles, imported, scoring, gap, mail, chase, engine }: Measured): string {
  const today = new Date().toISOString().slice(0, 10);
  const shortlist = rows(
    ['candidates', 'seconds', 'CPU seconds', 'peak memory', 'transitions', 'invocations', 'read units', 'write units'],
    runs.map(run => [
      run.candidates.toLocaleString('en'),
      run.wallSeconds.toFixed(1),
      run.cpuSeconds.toFixed(1),
      `${run.peakMemoryMb} MB`,
      ...[
        run.transitionsPerInfluencer,
        run.invocationsPerInfluencer,
        run.readUnitsPerInfluencer,
        run.writeUnitsPerInfluencer,
      ].map(each => each.toFixed(3)),
    ]),
  );
  const sizes = rows(
    ['function', 'bundle', 'import'],
    bundles.map(({ function: name, bytes, importMs }) => [name, `${(bytes / 1000).toFixed(0)} kB`, `${importMs} ms`]),
  );
  return `

Measured on ${today}: ${machine()}.

### From launch to shortlist

Transitions, invocations and DynamoDB units are per influencer.

${shortlist}

${growth(runs)}${costTable(runs)}${scoringTable(scoring, gap)}${importTable(imported)}${mailTable(mail)}${chaseTable(chase)}${engineTable(engine)}### Functions as they are shipped

${sizes}

`;
}

const importTable = (run: ImportMeasurement): string => `### Importing a list

${rows(
  ['rows', 'candidates', 'seconds', 'CPU seconds', 'peak memory'],
  [
    [
      run.rows.toLocaleString('en'),
      run.candidates.toLocaleString('en'),
      run.wallSeconds.toFixed(1),
      run.cpuSeconds.toFixed(1),
      `${run.peakMemoryMb} MB`,
    ],
  ],
)}

Goal: at most 60 s and 300 MB.

`;

const mailTable = ({ read, worst, render }: MailMeasurement): string => `### Mail

${rows(
  ['what', 'per second and core', 'goal'],
  [
    ...(read ? [[`${read.mails} real mails read and understood`, read.perSecond.toLocaleString('en'), '200']] : []),
    [`${render.mails} mails written, HTML and text`, render.perSecond.toLocaleString('en'), '500'],
  ],
)}

The worst mail that we know how to make (${worst.name}) takes ${worst.ms} ms (goal: at most 250 ms).

`;

/** Time may grow at most 1.2 times as fast as the number of candidates. */
function growth(runs: readonly ShortlistMeasurement[]): string {
  const [small, large] = [runs[0], runs.at(-1)];
  if (!small || !large || small === large) return '';
  const factor = large.cpuSeconds / small.cpuSeconds / (large.candidates / small.candidates);
  return `Processor time per candidate at ${large.candidates.toLocaleString('en')} is ${factor.toFixed(2)} times that at ${small.candidates.toLocaleString('en')} (goal: at most 1.2).\n\n`;
}
