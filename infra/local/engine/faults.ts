/** What a task reports when it fails; `null` where it gave none. */
export class TaskFault extends Error {
  readonly error: string | null;
  readonly reason: string | null;

  constructor(error: string | null, reason: string | null) {
    super(`${error ?? 'States.TaskFailed'}: ${reason ?? ''}`);
    this.name = 'TaskFault';
    this.error = error;
    this.reason = reason;
  }
}

/** A refusal of the Step Functions API under its own name, e.g. `ExecutionDoesNotExist`. */
export class ServiceFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = code;
    this.code = code;
  }
}
