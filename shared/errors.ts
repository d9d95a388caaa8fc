/**
 * The one table of faults. The API answers them as problem details (RFC 9457), workflows retry those marked `retry`, people read
 * `title` and `detail`.
 */
export const faults = {
  'invalid-request': { status: 400, retry: false, title: 'The request is not valid' },
  unauthorized: { status: 401, retry: false, title: 'A valid API token is needed' },
  forbidden: { status: 403, retry: false, title: 'This token may not do that' },
  'not-found': { status: 404, retry: false, title: 'There is no such thing' },
  conflict: { status: 409, retry: false, title: 'The state does not allow that' },
  'idempotency-conflict': { status: 409, retry: false, title: 'This Idempotency-Key was used for another request' },
  gone: { status: 410, retry: false, title: 'This link has expired' },
  'too-large': { status: 413, retry: false, title: 'The request is too large' },
  unprocessable: { status: 422, retry: false, title: 'The file could not be read' },
  'budget-exhausted': { status: 409, retry: false, title: 'The budget does not cover this' },
  'write-conflict': { status: 503, retry: true, title: 'Somebody else changed this at the same moment' },
  'platform-throttled': { status: 503, retry: true, title: 'A platform asks us to wait' },
  'upstream-failed': { status: 502, retry: true, title: 'An outside system failed' },
  'send-uncertain': { status: 503, retry: true, title: 'It is not known yet whether a mail went out' },
  internal: { status: 500, retry: true, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; retry: boolean; title: string }>;

export type FaultName = keyof typeof faults;

/** One field of a request that is wrong, and why. `pointer` is a JSON Pointer into the body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** A named fault. `name` is what workflows match in Retry and Catch. */
export class Fault extends Error {
  readonly fault: FaultName;
  readonly fields: readonly FieldProblem[];

  constructor(fault: FaultName, detail: string, options: { fields?: readonly FieldProblem[]; cause?: unknown } = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = fault;
    this.fault = fault;
    this.fields = options.fields ?? [];
  }
}

/** Names of the faults after which trying again can help; the workflows' retry policy lists them. */
export const retryableFaults: readonly FaultName[] = (Object.keys(faults) as FaultName[]).filter(
  name => faults[name].retry,
);
