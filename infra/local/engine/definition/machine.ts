import type { Template } from '../expressions/template.ts';

/** A parsed state machine. Blocks are its lists of states: the outermost is `''`, the others are named after where they stand. */
export interface Machine {
  readonly timeoutSeconds: number | undefined;
  readonly blocks: ReadonlyMap<string, Block>;
}

export interface Block {
  readonly id: string;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;
export type StateType = State['type'];

/** How a state is left. Without `next` its block ends there. */
export interface Exit {
  readonly next?: string;
  readonly output?: Template;
  readonly assign?: Template;
}

interface Common extends Exit {
  readonly name: string;
}

export interface Fallible {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface PassState extends Common {
  readonly type: 'Pass';
}

export interface SucceedState extends Common {
  readonly type: 'Succeed';
}

export interface FailState extends Common {
  readonly type: 'Fail';
  readonly error?: Template;
  readonly cause?: Template;
}

export interface WaitState extends Common {
  readonly type: 'Wait';
  readonly seconds?: Template;
  readonly timestamp?: Template;
}

export interface ChoiceState extends Common {
  readonly type: 'Choice';
  readonly choices: readonly (Exit & { readonly condition: Template })[];
  readonly hasDefault: boolean;
}

export interface TaskState extends Common, Fallible {
  readonly type: 'Task';
  readonly resource: Resource;
  readonly arguments?: Template;
  readonly timeoutSeconds?: Template;
  readonly heartbeatSeconds?: Template;
}

export interface ParallelState extends Common, Fallible {
  readonly type: 'Parallel';
  readonly arguments?: Template;
  readonly branches: readonly string[];
}

export interface MapState extends Common, Fallible {
  readonly type: 'Map';
  readonly processor: string;
  readonly items?: Template;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Template;
  readonly toleratedFailureCount?: Template;
  readonly toleratedFailurePercentage?: Template;
  readonly distributed?: Distributed;
}

export interface Distributed {
  readonly label: string;
  readonly executionType: 'STANDARD' | 'EXPRESS';
  readonly reader?: Reader;
  readonly batcher?: Batcher;
  readonly writer?: Writer;
}

export interface Reader {
  readonly operation: 'getObject' | 'listObjectsV2';
  readonly arguments: Template;
  readonly inputType: 'CSV' | 'JSON' | 'JSONL';
  readonly headerLocation: 'FIRST_ROW' | 'GIVEN';
  readonly headers: readonly string[];
  readonly delimiter: string;
  readonly itemsPointer: string;
  readonly maxItems?: Template;
  /** Reads the objects that a listing names, instead of the listing itself. */
  readonly loadsObjects: boolean;
}

export interface Batcher {
  readonly maxItems?: Template;
  readonly maxBytes?: Template;
  readonly input?: Template;
}

export interface Writer {
  readonly arguments?: Template;
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}

/** What a Task calls, and under which names the history speaks of it. */
export interface Resource {
  /** Without the suffix. */
  readonly arn: string;
  readonly suffix: '' | '.waitForTaskToken' | '.sync' | '.sync:2';
  readonly integration: 'request' | 'token' | 'sync';
  /** Prefix of its events. */
  readonly kind: 'Task' | 'LambdaFunction' | 'Activity';
  /** E.g. `lambda` and `invoke.waitForTaskToken`. */
  readonly service: string;
  readonly operation: string;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: 'NONE' | 'FULL';
}

export interface Catcher extends Exit {
  readonly errorEquals: readonly string[];
}
