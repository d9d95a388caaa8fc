import { Fault, type FaultName } from '#shared/errors.ts';

/** For `rejects.toSatisfy`: the error is this fault. */
export const isFault =
  (name: FaultName) =>
  (error: unknown): boolean =>
    error instanceof Fault && error.fault === name && error.name === name;
