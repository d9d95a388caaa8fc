/** Runs tasks side by side, at most `limit` of them. `add` waits for a free place, `done` for all; both throw what a task threw first. */
export function inFlight(limit: number): { add(task: () => Promise<void>): Promise<void>; done(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const check = () => {
    if (failure) throw failure.error;
  };
  return {
    async add(task) {
      check();
      const run = task()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(run));
      running.add(run);
      if (running.size >= limit) await Promise.race(running);
      check();
    },
    async done() {
      await Promise.all(running);
      check();
    },
  };
}
