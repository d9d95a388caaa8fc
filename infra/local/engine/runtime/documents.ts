import type { Scope, WaitingForChildren } from '../execution/execution.ts';
import type { Turn } from '../execution/turn.ts';
import type { Change, Journal } from '../journals/journal.ts';
import type { ChildInput, MapRunHeader } from '../maps/map-run.ts';

/** The heavy fields of a scope. They are replaced, never changed, so that sameness tells whether they must be written. */
interface Payload {
  readonly input: Scope['input'];
  readonly variables: Scope['variables'];
  readonly item: Scope['item'];
  readonly items: unknown;
}

const written = new WeakMap<Scope, Payload>();

/** Everything a turn has to make durable. */
export function changesOf(turn: Turn): Change[] {
  const { header } = turn;
  const owner = header.arn;
  const changes: Change[] = [...turn.changes];
  for (const effect of turn.effects)
    if (effect.kind === 'runMap') changes.push(...mapRunChanges(effect.header, effect.inputs));
  const isNew = turn.events.some(event => event.id === 1);
  if (isNew || header !== turn.execution.header)
    changes.push({ kind: 'execution', owner, number: 0, document: header });
  for (const event of turn.events) changes.push({ kind: 'event', owner, number: event.id, document: event });
  for (const scope of turn.touched) if (!turn.dropped.has(scope)) changes.push(...scopeChanges(owner, scope));
  for (const { id } of turn.dropped)
    changes.push({ kind: 'scope', owner, number: id }, { kind: 'payload', owner, number: id });
  return changes;
}

function scopeChanges(owner: string, scope: Scope): Change[] {
  const { input, variables, item, waiting, ...rest } = scope;
  const { items = undefined, ...light } = (waiting ?? {}) as Partial<WaitingForChildren>;
  const document = { ...rest, ...(waiting && { waiting: light }) };
  const changes: Change[] = [{ kind: 'scope', owner, number: scope.id, document }];
  const payload = { input, variables, item, items };
  const last = written.get(scope);
  if (last?.input !== input || last.variables !== variables || last.items !== items) {
    written.set(scope, payload);
    changes.push({ kind: 'payload', owner, number: scope.id, document: payload });
  }
  return changes;
}

/** The scopes of an execution that had not succeeded. */
export function readScopes(journal: Journal, owner: string): Scope[] {
  const payloads = journal.of('payload', owner) as Payload[];
  return (journal.of('scope', owner) as Scope[]).map((light, at) => {
    const { items, ...payload } = payloads[at] as Payload;
    const waiting = light.waiting && { ...light.waiting, ...(items !== undefined && { items }) };
    const scope = { ...light, ...payload, ...(waiting && { waiting }) } as Scope;
    written.set(scope, { items, ...payload });
    return scope;
  });
}

export const mapRunChange = (header: MapRunHeader): Change => ({
  kind: 'mapRun',
  owner: header.arn,
  number: 0,
  document: header,
});

function mapRunChanges(header: MapRunHeader, inputs: readonly ChildInput[]): Change[] {
  const owner = header.arn;
  return [
    mapRunChange(header),
    ...inputs.map((document, number): Change => ({ kind: 'mapInput', owner, number, document })),
  ];
}
