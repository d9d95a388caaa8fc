import type { Clock } from '../clock.ts';
import type { Journal } from './journals/journal.ts';
import type { Json, JsonObject } from './json.ts';

/** What the engine needs from its surroundings. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly runTask: RunTask;
  /** Buckets, for the readers and the result writer of a Distributed Map. */
  readonly objects: ObjectStore;
  /** The same as a state machine's role may see them; all of it unless said. */
  readonly objectsFor?: (caller: RoleCaller) => ObjectStore;
  /** Throws where a state machine's role may not do this with the children of its Distributed Maps; it may unless said. */
  readonly allowChild?: (caller: RoleCaller, action: ChildAction, resource: string) => void;
  readonly onStatusChange?: (event: StatusChange) => void;
  /** Survives the process: a new engine on the same journal goes on where the last one stopped. */
  readonly journal?: Journal;
  /** Of TestState: parts of the context object that executions see instead of their own. */
  readonly givenContext?: JsonObject;
  /** A number from 0 up to 1, for names, tokens, `$uuid`, `$random` and jitter. */
  readonly random?: () => number;
}

/** An execution that acts as its machine's role. */
export interface RoleCaller {
  readonly roleArn: string;
  readonly executionArn: string;
}

/** What Step Functions does with child executions, named as its own API names it for everybody else. */
export type ChildAction = 'StartExecution' | 'DescribeExecution' | 'StopExecution' | 'RedriveExecution';

/**
 * Performs one task call and answers with its result, or rejects with a TaskFault.
 *
 * The port holds the clock (`clock.hold`) while real work is in flight. The engine does not: a port that simulates a slow
 * service with clock timers would otherwise stand still for ever.
 */
export type RunTask = (call: TaskCall) => Promise<Json>;

export interface TaskCall {
  /** Without the suffix, e.g. `arn:aws:states:::lambda:invoke`; a function or activity ARN where the state names one. */
  readonly resource: string;
  /**
   * - `request`: the answer is the task's result.
   * - `token` (`.waitForTaskToken`): the answer is what was submitted; the result comes by SendTaskSuccess.
   * - `sync` (`.sync`, `.sync:2`): `submitted` is called once the job has been accepted; the answer is the job's result.
   */
  readonly integration: 'request' | 'token' | 'sync';
  /** The suffix as written, `''` for `request`, e.g. `.sync:2`. */
  readonly suffix: string;
  readonly arguments: Json;
  readonly roleArn: string;
  readonly executionArn: string;
  readonly stateName: string;
  /** The same for every repetition of one attempt, also after a restart: a key for idempotent work. */
  readonly attemptId: string;
  readonly taskToken?: string;
  readonly submitted: (answer: Json) => void;
}

export interface ObjectSummary {
  readonly Key: string;
  readonly Size: number;
  /** Seconds since the epoch. */
  readonly LastModified: number;
  readonly ETag: string;
  readonly StorageClass?: string;
}

export interface ObjectStore {
  get(bucket: string, key: string): Promise<Uint8Array>;
  list(bucket: string, prefix: string): Promise<readonly ObjectSummary[]>;
  put(bucket: string, key: string, body: string): Promise<void>;
}

/** The detail of EventBridge's `Step Functions Execution Status Change`. Dates in milliseconds since the epoch. */
export interface StatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string | null;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly inputDetails: { readonly included: boolean } | null;
  readonly outputDetails: { readonly included: boolean } | null;
  readonly redriveCount: number;
  readonly redriveDate: number | null;
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly redriveStatusReason: string | null;
  readonly stateMachineVersionArn: null;
  readonly stateMachineAliasArn: null;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';
