/**
 * A process that dies before its `step`-th call to the outside, and whose later calls die too. A use case that is run with step 1, 2,
 * 3 … until it survives has been killed at every point at which it can leave something behind.
 */
export function mortal<D extends object>(deps: D, step: number): { readonly deps: D; readonly isDead: () => boolean } {
  let calls = 0;
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          calls += 1;
          if (calls >= step) return neverAnswering(new Error(`died before ${String(name)}`));
          return value.apply(target, given);
        };
      },
    });
  const ports = Object.entries(deps).map(([name, port]) => [
    name,
    typeof port === 'object' && port !== null ? dying(port) : port,
  ]);
  return { deps: Object.fromEntries(ports) as D, isDead: () => calls >= step };
}

/** What a dead process hears of a call: whether it awaits an answer or walks through a list, it ends here. */
function neverAnswering(death: Error): Promise<never> & AsyncIterable<never> {
  const answer = Promise.reject(death);
  answer.catch(() => {});
  return Object.assign(answer, { [Symbol.asyncIterator]: () => ({ next: () => answer }) });
}

const mostSteps = 400;

/**
 * Kills `life` at its first call, then at its second, and so on until it survives; `aftermath` looks at the world after each. Answers
 * how many deaths there were.
 */
export async function killedEverywhere<D extends object>(
  birth: () => Promise<D>,
  life: (deps: D) => Promise<unknown>,
  aftermath: (world: D) => Promise<void>,
): Promise<number> {
  for (let step = 1; step < mostSteps; step += 1) {
    const world = await birth();
    const { deps, isDead } = mortal(world, step);
    try {
      await life(deps);
    } catch (error) {
      if (!isDead()) throw error;
    }
    await aftermath(world);
    if (!isDead()) return step - 1;
  }
  throw new Error(`it makes more than ${mostSteps} calls`);
}
