import { type Html, html } from '#shared/pages/html.ts';
import type { Engine, ExecutionSummary, Place } from '../engine/api.ts';
import { address, machineName, span, status, table, when } from './words.ts';

/** All executions that somebody started, those that still run first, then newest first; those of Distributed Maps are under their Map Run. */
export const startedExecutions = (engine: Engine): ExecutionSummary[] =>
  engine
    .listStateMachines()
    .flatMap(({ arn }) => engine.listExecutions({ stateMachineArn: arn }))
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.startDate - a.startDate);

const isOver = ({ status: state }: ExecutionSummary): boolean => state !== 'RUNNING';

export function executionTable(
  executions: readonly ExecutionSummary[],
  { nowMs, engine, caption = 'Executions' }: { nowMs: number; engine: Engine; caption?: string },
): Html {
  return table(
    caption,
    ['Execution', 'Machine', 'Status', 'Stands at', 'Started', 'Lasted'],
    executions.map(({ executionArn, name, stateMachineArn, status: state, startDate, stopDate }) => [
      executionLink(executionArn, name),
      machineName(stateMachineArn),
      status(state),
      state === 'RUNNING' && placesInWords(engine.places(executionArn)),
      when(startDate),
      html`<span class="nowrap">${span((stopDate ?? nowMs) - startDate)}</span>`,
    ]),
  );
}

export const executionLink = (arn: string, name: string): Html =>
  html`<a href="${address('execution', arn)}">${name}</a>`;

/** The states and how many stand there, most first. */
export function countByState(places: readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stateName } of places) counts.set(stateName, (counts.get(stateName) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

export function placesInWords(places: readonly Place[]): string {
  const names = [...countByState(places)].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name));
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

const reasons: Readonly<Record<Place['waitsFor'], string>> = {
  time: 'waits for a time',
  retry: 'waits to try again',
  call: 'is being called',
  answer: 'waits for an answer',
  branches: 'waits for its branches',
  children: 'waits for its executions',
};
export const reason = ({ waitsFor }: Place): string => reasons[waitsFor];
