import type { MapRunStatus } from '../api.ts';
import type { Turn } from '../execution/turn.ts';
import { randomUuid } from '../expressions/uuid.ts';
import type { Json } from '../json.ts';

export interface Tolerance {
  readonly toleratedFailureCount: number | undefined;
  readonly toleratedFailurePercentage: number | undefined;
}

/** What is kept of a Map Run. Times in milliseconds since the epoch. */
export interface MapRunHeader extends Tolerance {
  readonly arn: string;
  readonly executionArn: string;
  readonly scopeId: number;
  readonly attempt: number;
  readonly label: string;
  readonly block: string;
  readonly executionType: 'STANDARD' | 'EXPRESS';
  readonly startMs: number;
  readonly children: number;
  readonly items: number;
  readonly maxConcurrency: number;
  readonly writer: ResolvedWriter | undefined;
  status: MapRunStatus;
  stopMs?: number;
  resultsWritten: number;
  redriveCount: number;
  redriveMs?: number;
}

export interface ResolvedWriter {
  readonly bucket: string | undefined;
  readonly prefix: string;
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}

/** What a Distributed Map goes over, and where each item comes from; without origins all are the state's own data. */
export interface MapItems {
  readonly items: readonly Json[];
  /** Of an object's entries. */
  readonly keys?: readonly string[];
  /** S3 addresses. */
  readonly sources?: readonly string[];
}

export interface ChildInput {
  readonly input: Json;
  readonly itemCount: number;
}

/** `arn:aws:states:…:mapRun:Machine/Label:uuid` */
export function newMapRunArn(turn: Turn, label: string): string {
  const { machineArn, machineName } = turn.execution.header;
  return `${machineArn.split(':').slice(0, 5).join(':')}:mapRun:${machineName}/${label}:${randomUuid(turn.random)}`;
}
