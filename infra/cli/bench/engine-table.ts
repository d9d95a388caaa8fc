import type { CollaborationsMeasurement } from './collaborations-run.ts';
import { rows } from './rows.ts';
import type { SideBySideMeasurement } from './side-by-side.ts';

export interface EngineMeasurements {
  readonly sideBySide: SideBySideMeasurement;
  readonly collaborations: readonly CollaborationsMeasurement[];
}

const number = (value: number): string => value.toLocaleString('en');

/** What the engine does by itself. */
export function engineTable({ sideBySide, collaborations }: EngineMeasurements): string {
  const { tasks, transitions, ours, theirs, factor } = sideBySide;
  const table = rows(
    [
      'collaborations',
      'journal',
      'seconds',
      'of the processor',
      'peak memory',
      'transitions',
      'virtual days',
      'next start',
    ],
    collaborations.map(run => [
      number(run.collaborations),
      run.journal,
      run.wallSeconds.toFixed(1),
      `${run.processorSeconds.toFixed(1)} s`,
      `${run.peakMemoryMb} MB`,
      number(run.transitions),
      String(run.virtualDays),
      run.startAgainSeconds === undefined ? '–' : `${run.startAgainSeconds.toFixed(2)} s`,
    ]),
  );
  return `### The States Language engine

A Pass, a Choice and an inline Map of ${number(tasks)} tasks (${number(transitions)} transitions), in JSONata here and in JSONPath in npm
\`aws-local-stepfunctions\`, run in turns in one process: ${number(ours)} transitions per second against ${number(theirs)}, which is
${factor.toFixed(1)} times as many (goal: at least 3).

Collaborations with a token, reminders, a 21-day Wait and a verification with retries:

${table}

${growth(collaborations)}`;
}

function growth(runs: readonly CollaborationsMeasurement[]): string {
  const [small, large] = runs.filter(({ journal }) => journal === 'memory');
  if (!small || !large) return '';
  const factor = large.processorSeconds / small.processorSeconds / (large.collaborations / small.collaborations);
  return `Processor time per collaboration at ${number(large.collaborations)} is ${factor.toFixed(2)} times that at ${number(small.collaborations)} (goal: at most 1.2).\n\n`;
}
