import type { Block, Machine, State } from '../definition/machine.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ExecutionStatus } from '../ports.ts';

/** What is kept of an execution for good. Times in milliseconds since the epoch. */
export interface Header {
  readonly arn: string;
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  /** The definition it started with. */
  readonly revisionId: string;
  /** The list of states it runs: `''`, or a Distributed Map's processor. */
  readonly block: string;
  readonly input: Json;
  readonly startMs: number;
  readonly synchronous?: boolean;
  readonly traceHeader?: string;
  readonly startedBy?: string;
  /** Of a Distributed Map's child. */
  readonly child?: { readonly mapRunArn: string; readonly index: number; readonly itemCount: number };
  readonly status: ExecutionStatus;
  readonly stopMs?: number;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly redriveCount: number;
  readonly redriveMs?: number;
}

/** A thread of an execution: the outermost list of states, a branch of a Parallel, or an iteration of a Map. */
export interface Scope {
  readonly id: number;
  readonly block: string;
  readonly parent?: number;
  /** Of a branch or an iteration. */
  readonly index?: number;
  readonly item?: Json;
  status: 'running' | 'succeeded' | 'failed' | 'aborted';
  state: string;
  input: Json;
  variables: JsonObject;
  output?: Json;
  /** The last event written in this scope. */
  lastEvent: number;
  entered?: { readonly id: number; readonly previous: number; readonly atMs: number } | undefined;
  /** Counts begun attempts; an answer to an earlier one comes too late. */
  attempt: number;
  /** How often each retrier of the present state was used. */
  retries: number[];
  token?: string | undefined;
  waiting?: Waiting | undefined;
}

export type Waiting = WaitingUntil | WaitingForTask | WaitingForChildren | WaitingForMapRun;

interface WaitingUntil {
  readonly kind: 'until' | 'retry';
  readonly dueMs: number;
}

export interface WaitingForTask {
  readonly kind: 'task';
  readonly arguments: Json;
  readonly timeoutMs?: number;
  readonly heartbeat?: { readonly everyMs: number; readonly dueMs: number };
  readonly submitted: boolean;
}

export interface WaitingForChildren {
  readonly kind: 'children';
  readonly total: number;
  readonly concurrency: number;
  readonly startedEvent: number;
  /** Of an inline Map: what it iterates over. A Parallel gives every branch the same input. */
  readonly items?: readonly Json[];
}

interface WaitingForMapRun {
  readonly kind: 'mapRun';
  readonly mapRunArn: string;
  /** While the items are still being read. */
  readonly reading?: ReadRequest;
}

export interface ReadRequest {
  readonly bucket: string;
  readonly key: string;
  readonly prefix: string;
  readonly maxItems: number;
}

/** An execution in memory. */
export interface Execution {
  /** Of TestState: parts of the context object that are given. */
  readonly givenContext: JsonObject | undefined;
  /** Replaced when a turn that changed it is durable. */
  header: Header;
  readonly machine: Machine;
  readonly scopes: Map<number, Scope>;
  /** Scopes by parent, then by index. */
  readonly children: Map<number, Scope[]>;
  lastEvent: number;
  nextScope: number;
}

export function newExecution(header: Header, machine: Machine, givenContext?: JsonObject): Execution {
  return { givenContext, header, machine, scopes: new Map(), children: new Map(), lastEvent: 0, nextScope: 1 };
}

export const isRunning = (execution: Execution): boolean => execution.header.status === 'RUNNING';

export function addScope(execution: Execution, scope: Scope): Scope {
  execution.scopes.set(scope.id, scope);
  execution.nextScope = Math.max(execution.nextScope, scope.id + 1);
  if (scope.parent !== undefined && scope.index !== undefined) {
    const siblings = execution.children.get(scope.parent) ?? [];
    execution.children.set(scope.parent, siblings);
    siblings[scope.index] = scope;
  }
  return scope;
}

/** Of an execution that needs them no more. */
export function forgetScopes(execution: Execution): void {
  execution.scopes.clear();
  execution.children.clear();
}

export function rootOf(execution: Execution): Scope {
  const root = execution.scopes.get(1);
  if (!root) throw new Error(`${execution.header.arn} has no outermost scope`);
  return root;
}

export const childrenOf = (execution: Execution, scope: Scope): readonly Scope[] =>
  execution.children.get(scope.id) ?? [];

export function blockOf(machine: Machine, id: string): Block {
  const block = machine.blocks.get(id);
  if (!block) throw new Error(`the definition has no list of states '${id}'`);
  return block;
}

export function stateOf(execution: Execution, scope: Scope): State {
  const state = blockOf(execution.machine, scope.block).states.get(scope.state);
  if (!state) throw new Error(`${execution.header.arn} has no state '${scope.state}'`);
  return state;
}

/** How AWS's error texts begin. */
export function whereabouts(scope: Scope): string {
  return `An error occurred while executing the state '${scope.state}' (entered at the event id #${scope.entered?.id}).`;
}

/** When the scope's timer rings, if it has one. */
export function dueMs(scope: Scope): number | undefined {
  const { waiting } = scope;
  if (scope.status !== 'running' || !waiting) return undefined;
  if (waiting.kind === 'until' || waiting.kind === 'retry') return waiting.dueMs;
  if (waiting.kind !== 'task') return undefined;
  const due = Math.min(
    waiting.timeoutMs ?? Number.POSITIVE_INFINITY,
    waiting.heartbeat?.dueMs ?? Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(due) ? due : undefined;
}
