import type { ExecutionDescription, ExecutionSummary, MapRunCounts, MapRunDescription, MapRunSummary } from '../api.ts';
import type { Header } from '../execution/execution.ts';
import { textOf } from '../json.ts';
import type { StatusChange } from '../ports.ts';
import type { MapRun } from './map-runs.ts';

/** AWS redrives within 14 days. */
const redrivableMs = 14 * 24 * 3600 * 1000;

export function summaryOf(header: Header): ExecutionSummary {
  return {
    executionArn: header.arn,
    stateMachineArn: header.machineArn,
    name: header.name,
    status: header.status,
    startDate: header.startMs,
    redriveCount: header.redriveCount,
    ...(header.stopMs !== undefined && { stopDate: header.stopMs }),
    ...(header.redriveMs !== undefined && { redriveDate: header.redriveMs }),
    ...(header.child && { mapRunArn: header.child.mapRunArn, itemCount: header.child.itemCount }),
  };
}

export function descriptionOf(header: Header, nowMs: number): ExecutionDescription {
  const obstacle = redriveObstacle(header, nowMs);
  return {
    ...summaryOf(header),
    input: header.input,
    ...(header.output !== undefined && { output: header.output }),
    ...(header.error !== undefined && { error: header.error }),
    ...(header.cause !== undefined && { cause: header.cause }),
    redriveStatus: obstacle ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    ...(obstacle && { redriveStatusReason: obstacle }),
  };
}

/** Why an execution cannot be redriven, if so. */
export function redriveObstacle(header: Header, nowMs: number): string | undefined {
  if (header.type === 'EXPRESS') return 'Execution is of an Express state machine and cannot be redriven';
  if (header.status === 'RUNNING' || header.status === 'SUCCEEDED')
    return `Execution is ${header.status} and cannot be redriven`;
  if (nowMs - (header.stopMs ?? nowMs) > redrivableMs)
    return 'Execution redrivable period exceeded and cannot be redriven';
  return undefined;
}

export function statusChangeOf(header: Header, nowMs: number): StatusChange {
  const obstacle = redriveObstacle(header, nowMs);
  return {
    executionArn: header.arn,
    stateMachineArn: header.machineArn,
    name: header.name,
    status: header.status,
    startDate: header.startMs,
    stopDate: header.stopMs ?? null,
    input: textOf(header.input),
    output: header.output === undefined ? null : textOf(header.output),
    error: header.error ?? null,
    cause: header.cause ?? null,
    inputDetails: { included: true },
    outputDetails: header.output === undefined ? null : { included: true },
    redriveCount: header.redriveCount,
    redriveDate: header.redriveMs ?? null,
    redriveStatus: obstacle ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    redriveStatusReason: obstacle ?? null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
  };
}

export function mapRunSummaryOf({ header }: MapRun, stateMachineArn: string): MapRunSummary {
  return {
    executionArn: header.executionArn,
    mapRunArn: header.arn,
    stateMachineArn: `${stateMachineArn}/${header.label}`,
    startDate: header.startMs,
    ...(header.stopMs !== undefined && { stopDate: header.stopMs }),
  };
}

export function mapRunDescriptionOf(run: MapRun, stateMachineArn: string): MapRunDescription {
  const { header } = run;
  return {
    ...mapRunSummaryOf(run, stateMachineArn),
    status: header.status,
    maxConcurrency: header.maxConcurrency,
    toleratedFailureCount: header.toleratedFailureCount ?? 0,
    toleratedFailurePercentage: header.toleratedFailurePercentage ?? 0,
    itemCounts: countsOf(run, itemCount => itemCount),
    executionCounts: countsOf(run, () => 1),
    redriveCount: header.redriveCount,
    ...(header.redriveMs !== undefined && { redriveDate: header.redriveMs }),
  };
}

const counters = {
  RUNNING: 'running',
  PENDING_REDRIVE: 'pending',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
} as const;

function countsOf(run: MapRun, weight: (itemCount: number) => number): MapRunCounts {
  const counts = {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    timedOut: 0,
    aborted: 0,
    total: 0,
    resultsWritten: run.header.resultsWritten,
  };
  for (const { itemCount } of run.pending.values()) counts.pending += weight(itemCount);
  for (const { execution } of run.children.values()) {
    const { status, child } = execution.header;
    counts[counters[status]] += weight(child?.itemCount ?? 1);
  }
  counts.total = counts.pending + counts.running + counts.succeeded + counts.failed + counts.timedOut + counts.aborted;
  return counts;
}
