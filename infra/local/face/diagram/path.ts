import type { HistoryEvent } from '../../engine/api.ts';

/** Which way an execution went. */
export interface PathTaken {
  readonly visited: ReadonlySet<string>;
  /** States that ended in a failure, if only once. */
  readonly failed: ReadonlySet<string>;
  /** `from` and `to` as JSON, see `step`. */
  readonly steps: ReadonlySet<string>;
}

export const step = (from: string, to: string): string => JSON.stringify([from, to]);

/** Reads the path out of a history: an Entered event points at the Exited event that it follows. */
export function pathTaken(history: readonly HistoryEvent[]): PathTaken {
  const visited = new Set<string>();
  const failed = new Set<string>();
  const steps = new Set<string>();
  const stateAt = new Map<number, string>();
  const exited = new Map<number, string>();
  for (const { id, previousEventId, type, details } of history) {
    const named = typeof details?.name === 'string' ? details.name : undefined;
    const name = (/State(Entered|Exited)$/.test(type) ? named : undefined) ?? stateAt.get(previousEventId);
    if (name === undefined) continue;
    stateAt.set(id, name);
    if (type.endsWith('StateEntered')) {
      visited.add(name);
      const before = exited.get(previousEventId);
      if (before !== undefined) steps.add(step(before, name));
    }
    if (type.endsWith('StateExited')) exited.set(id, name);
    if (/Failed$|TimedOut$/.test(type) || type === 'FailStateEntered') failed.add(name);
  }
  return { visited, failed, steps };
}
