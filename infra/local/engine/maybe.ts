/**
 * What is there at once unless jsonata has to be asked, which answers later. Most steps of most states need no jsonata; a promise
 * for each of them took half of the engine's time.
 */
export type Maybe<T> = T | Promise<T>;

/** What comes after a value, at once or later. */
export const after = <T, U>(value: Maybe<T>, next: (value: T) => Maybe<U>): Maybe<U> =>
  value instanceof Promise ? value.then(next) : next(value);

/** Does work; what it throws, at once or later, goes to `rescue`. */
export function attempted<T>(work: () => Maybe<T>, rescue: (thrown: unknown) => Maybe<T>): Maybe<T> {
  try {
    const value = work();
    return value instanceof Promise ? value.catch(rescue) : value;
  } catch (thrown) {
    return rescue(thrown);
  }
}
