/** A state's failure on its way to a Retry, a Catch, or the end of the execution. */
export class StateFault extends Error {
  /** `null` where a callback gave none. */
  readonly error: string | null;
  /** `null` where a callback gave none, absent where AWS gives none (a timeout). */
  readonly reason: string | null | undefined;
  /** Another name by which a Retry or Catch may know it. */
  readonly alias: string | undefined;

  constructor(error: string | null, reason: string | null | undefined, alias?: string) {
    super(`${error}: ${reason ?? ''}`);
    this.error = error;
    this.reason = reason;
    this.alias = alias;
  }
}

export const timeoutFault = (): StateFault => new StateFault('States.Timeout', undefined);

/** Recorded: a missed heartbeat is reported as a timeout. */
export const heartbeatFault = (): StateFault => new StateFault('States.Timeout', undefined, 'States.HeartbeatTimeout');

export function tooLarge(subject: string): StateFault {
  const text = `The state/task '${subject}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return new StateFault('States.DataLimitExceeded', text);
}

/** Bytes of an input, a result, an output or a variable. */
export const largestPayload = 262_144;
