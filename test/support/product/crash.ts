/** The process dies: nothing after this call happens. */
export class Death extends Error {}

/**
 * The same dependencies, but before their `step`-th call the process dies, and whatever is called afterwards dies too. A use case that
 * is run with step 1, 2, 3 … until it survives has been killed at every point at which it can leave something behind.
 */
export function dyingAt<D extends object>(deps: D, step: number): D {
  let calls = 0;
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          calls += 1;
          if (calls >= step) throw new Death(`before ${String(name)}`);
          return value.apply(target, given);
        };
      },
    });
  return Object.fromEntries(
    Object.entries(deps).map(([name, port]) => [name, typeof port === 'object' && port !== null ? dying(port) : port]),
  ) as D;
}

/** Runs `attempt` with deaths at every step, from the first call on, until one run survives. Answers how many died. */
export async function killedEverywhere(attempt: (step: number) => Promise<'died' | 'survived'>): Promise<number> {
  let step = 1;
  while ((await attempt(step)) === 'died') {
    step += 1;
    if (step > 400) throw new Error('it never survives');
  }
  return step - 1;
}

/** What became of a run that may die. Any other error is the test's. */
export async function outcomeOf(run: Promise<unknown>): Promise<'died' | 'survived'> {
  try {
    await run;
    return 'survived';
  } catch (error) {
    if (error instanceof Death) return 'died';
    throw error;
  }
}
