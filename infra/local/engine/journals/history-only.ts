import type { Change, Journal } from './journal.ts';

/** For an engine that need not survive: keeps histories, because GetExecutionHistory asks for them, and nothing else. */
export function historyOnly(): Journal {
  const histories = new Map<string, object[]>();
  return {
    commit(changes: readonly Change[]) {
      for (const { kind, owner, document } of changes) {
        if (kind !== 'event' || !document) continue;
        const history = histories.get(owner);
        if (history) history.push(document);
        else histories.set(owner, [document]);
      }
    },
    all: () => [],
    of: (kind, owner) => (kind === 'event' ? (histories.get(owner) ?? []) : []),
    last: (_kind, owner) => histories.get(owner)?.length ?? 0,
    close() {},
  };
}
