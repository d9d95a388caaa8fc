import type { Json, JsonObject } from './json.ts';
import type { ExecutionStatus } from './ports.ts';

/** All times in milliseconds since the epoch. Refusals are thrown as ServiceFault. */
export interface Engine {
  /** Creates a machine, or updates it: running executions keep the definition they started with. */
  define(machine: MachineInput): MachineDescription;
  describeStateMachine(stateMachineArn: string): MachineDescription;
  /** With the definition that the execution started with. */
  describeStateMachineForExecution(executionArn: string): ExecutionMachine;
  deleteStateMachine(stateMachineArn: string): void;
  listStateMachines(): readonly MachineDescription[];

  startExecution(request: StartRequest): Promise<Started>;
  /** Express only: answers with the finished execution. */
  startSyncExecution(request: StartRequest): Promise<ExecutionDescription>;
  describeExecution(executionArn: string): ExecutionDescription;
  getExecutionHistory(executionArn: string): readonly HistoryEvent[];
  listExecutions(filter: ExecutionFilter): readonly ExecutionSummary[];
  stopExecution(request: { executionArn: string; error?: string; cause?: string }): Promise<{ stopDate: number }>;
  redriveExecution(request: { executionArn: string }): Promise<{ redriveDate: number }>;
  /** Where running executions stand; of one, or of all. */
  places(executionArn?: string): readonly Place[];
  /** Resolves with the execution once it has ended. */
  finished(executionArn: string): Promise<ExecutionDescription>;

  sendTaskSuccess(request: { taskToken: string; output: Json }): Promise<void>;
  sendTaskFailure(request: { taskToken: string; error?: string; cause?: string }): Promise<void>;
  sendTaskHeartbeat(request: { taskToken: string }): Promise<void>;

  describeMapRun(mapRunArn: string): MapRunDescription;
  listMapRuns(executionArn: string): readonly MapRunSummary[];

  testState(request: TestStateRequest): Promise<TestStateResult>;

  /** State transitions since this engine was made, as AWS bills them (retries included). */
  readonly transitions: number;
  /** Lets go of timers and of the journal; executions go on with the next engine on the same journal. */
  close(): void;
}

export interface MachineInput {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** Parsed, or as JSON text. */
  readonly definition: Json;
}

export interface MachineDescription {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly definition: string;
  readonly creationDate: number;
  readonly updateDate: number;
  readonly revisionId: string;
}

export interface ExecutionMachine
  extends Pick<MachineDescription, 'arn' | 'name' | 'roleArn' | 'definition' | 'revisionId'> {
  /** The list of states that the execution runs: `''`, or the place of a Distributed Map's processor, e.g. `/Each item`. */
  readonly block: string;
  readonly mapRunArn?: string;
}

/** A state that a running execution is in. */
export interface Place {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly executionName: string;
  /** Of a Distributed Map's child. */
  readonly mapRunArn?: string;
  readonly stateName: string;
  readonly sinceMs: number;
  /** `answer`: its task token is out; `children`: executions of a Distributed Map. */
  readonly waitsFor: 'time' | 'retry' | 'call' | 'answer' | 'branches' | 'children';
  /** When it goes on without anybody: the end of a Wait, a timeout, a retry. */
  readonly dueMs?: number;
  /** Of a branch or an iteration. */
  readonly index?: number;
  /** From the second on. */
  readonly attempt?: number;
}

export interface StartRequest {
  readonly stateMachineArn: string;
  /** A random one if absent. */
  readonly name?: string;
  readonly input?: Json;
  readonly traceHeader?: string;
  /** What asks for it, if it may ask again: the same asker gets the same execution, even if that has ended meanwhile. */
  readonly startedBy?: string;
}

export interface Started {
  readonly executionArn: string;
  readonly startDate: number;
}

export interface ExecutionFilter {
  readonly stateMachineArn?: string;
  readonly mapRunArn?: string;
  readonly statusFilter?: ExecutionStatus;
}

export interface ExecutionSummary {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate?: number;
  readonly redriveCount: number;
  readonly redriveDate?: number;
  readonly mapRunArn?: string;
  /** Of a Distributed Map's child: the items it was given. */
  readonly itemCount?: number;
}

export interface ExecutionDescription extends ExecutionSummary {
  readonly input: Json;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly redriveStatusReason?: string;
}

/** One event, as GetExecutionHistory gives it; `details` belongs under `detailsKey`, e.g. `stateEnteredEventDetails`. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly detailsKey?: string;
  readonly details?: { readonly [key: string]: unknown };
}

export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

export interface MapRunSummary {
  readonly executionArn: string;
  readonly mapRunArn: string;
  readonly stateMachineArn: string;
  readonly startDate: number;
  readonly stopDate?: number;
}

export interface MapRunCounts {
  readonly pending: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  readonly total: number;
  readonly resultsWritten: number;
}

export interface MapRunDescription extends MapRunSummary {
  readonly status: MapRunStatus;
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  readonly itemCounts: MapRunCounts;
  readonly executionCounts: MapRunCounts;
  readonly redriveCount: number;
  readonly redriveDate?: number;
}

export interface TestStateRequest {
  /** One state, or a whole machine together with `stateName`. */
  readonly definition: Json;
  readonly stateName?: string;
  readonly input?: Json;
  readonly variables?: { readonly [name: string]: Json };
  /** Parts of the context object that the state is to see, e.g. `Execution` or `Task`. */
  readonly context?: JsonObject;
  readonly roleArn?: string;
  readonly mock?: { readonly result?: Json; readonly errorOutput?: { readonly error: string; readonly cause: string } };
  readonly retrierRetryCount?: number;
}

export interface TestStateResult {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly variables?: { readonly [name: string]: Json };
}
