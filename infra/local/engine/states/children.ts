import type { Outcome } from '../execution/behaviour.ts';
import { blockOf, childrenOf, type Scope, type WaitingForChildren } from '../execution/execution.ts';
import type { Turn } from '../execution/turn.ts';
import type { Json } from '../json.ts';

interface FirstScope {
  readonly block: string;
  readonly index: number;
  readonly input: Json;
  readonly item?: Json;
}

/** A new branch or iteration, before its first state. */
export function firstChildScope(turn: Turn, parent: Scope, { block, index, input, item }: FirstScope): Scope {
  const { execution } = turn;
  const scope: Scope = {
    id: execution.nextScope,
    block,
    parent: parent.id,
    index,
    ...(item !== undefined && { item }),
    status: 'running',
    state: blockOf(execution.machine, block).startAt,
    input,
    variables: {},
    lastEvent: parent.lastEvent,
    attempt: 0,
    retries: [],
  };
  turn.touched.add(scope);
  return scope;
}

/** Forgets the branches or iterations of an attempt that is over, and whatever is inside them. */
export function dropChildren(turn: Turn, scope: Scope): void {
  const { execution } = turn;
  for (const child of childrenOf(execution, scope)) {
    if (!child) continue;
    dropChildren(turn, child);
    execution.scopes.delete(child.id);
    turn.dropped.add(child);
  }
  execution.children.delete(scope.id);
}

export function waitingForChildren(scope: Scope): WaitingForChildren | undefined {
  return scope.waiting?.kind === 'children' ? scope.waiting : undefined;
}

/** After a redrive: branches and iterations that succeeded stay, the others go on where they stopped. */
export function takeUpChildren(turn: Turn, scope: Scope): Outcome {
  for (const child of childrenOf(turn.execution, scope)) {
    if (child.status === 'succeeded') continue;
    child.status = 'running';
    turn.touched.add(child);
    turn.ready.push(child);
  }
  return 'waiting';
}
