import type { HistoryEvent } from '../api.ts';
import type { Change } from '../journals/journal.ts';
import type { ChildInput, MapRunHeader } from '../maps/map-run.ts';
import type { Execution, Header, ReadRequest, Scope } from './execution.ts';

/** AWS ends a Standard execution with event 25,000. */
export const longestHistory = 25_000;

/** The history has room for one more event, which says so. */
export class HistoryFull extends Error {}

/**
 * One step of one execution: a stimulus comes in, scopes move until all of them wait, and everything written is made durable
 * before anything of it becomes visible.
 */
export interface Turn {
  readonly execution: Execution;
  readonly nowMs: number;
  readonly random: () => number;
  /** Scopes that stand before a state. */
  readonly ready: Scope[];
  readonly events: HistoryEvent[];
  readonly touched: Set<Scope>;
  readonly dropped: Set<Scope>;
  /** Documents of other kinds that belong to this step. */
  readonly changes: Change[];
  /** What is to happen once the step is durable. */
  readonly effects: Effect[];
  /** The execution's header as this turn leaves it. */
  header: Header;
  transitions: number;
}

export type Effect =
  | { readonly kind: 'call'; readonly scope: Scope }
  | { readonly kind: 'readItems'; readonly scope: Scope; readonly request: ReadRequest }
  | { readonly kind: 'runMap'; readonly header: MapRunHeader; readonly inputs: readonly ChildInput[] }
  | { readonly kind: 'abortMapRun'; readonly mapRunArn: string }
  | { readonly kind: 'redriveMapRun'; readonly mapRunArn: string }
  | { readonly kind: 'statusChanged'; readonly header: Header };

export function newTurn(execution: Execution, nowMs: number, random: () => number): Turn {
  return {
    execution,
    nowMs,
    random,
    ready: [],
    events: [],
    touched: new Set(),
    dropped: new Set(),
    changes: [],
    effects: [],
    header: execution.header,
    transitions: 0,
  };
}

export interface Details {
  readonly key: string;
  readonly value: { readonly [key: string]: unknown };
}

/** Writes one event of the history and answers with its id. */
export function write(turn: Turn, type: string, previousEventId: number, details?: Details, isLast = false): number {
  const { execution } = turn;
  if (!isLast && execution.header.type === 'STANDARD' && execution.lastEvent + 1 >= longestHistory)
    throw new HistoryFull();
  execution.lastEvent += 1;
  turn.events.push({
    id: execution.lastEvent,
    previousEventId,
    timestamp: turn.nowMs,
    type,
    ...(details && { detailsKey: details.key, details: details.value }),
  });
  return execution.lastEvent;
}

/** Writes an event that continues what happened in a scope. */
export function record(turn: Turn, scope: Scope, type: string, details?: Details): number {
  scope.lastEvent = write(turn, type, scope.lastEvent, details);
  turn.touched.add(scope);
  return scope.lastEvent;
}
