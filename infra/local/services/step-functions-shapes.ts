import type {
  ExecutionDescription,
  ExecutionMachine,
  ExecutionSummary,
  HistoryEvent,
  MachineDescription,
  MapRunDescription,
  MapRunSummary,
} from '../engine/api.ts';
import { textOf } from '../engine/json.ts';

/** AWS's JSON protocol writes dates as seconds. */
const seconds = (milliseconds: number): number => milliseconds / 1000;

const dates = ['startDate', 'stopDate', 'redriveDate'] as const;

/** A copy with its dates in seconds. */
function withDates<T extends object>(value: T): T {
  const copy = { ...value } as T & { [date in (typeof dates)[number]]?: number };
  for (const date of dates) if (typeof copy[date] === 'number') copy[date] = seconds(copy[date]) as never;
  return copy;
}

export const executionSummary = (summary: ExecutionSummary): object => withDates(summary);
export const mapRun = (run: MapRunDescription | MapRunSummary): object => withDates(run);

export function execution(description: ExecutionDescription): object {
  const { input, output, itemCount: _itemCount, ...rest } = withDates(description);
  return {
    ...rest,
    input: textOf(input),
    inputDetails: { included: true },
    ...(output !== undefined && { output: textOf(output), outputDetails: { included: true } }),
  };
}

export function machine(description: MachineDescription): object {
  const { arn, name, definition, roleArn, type, creationDate, revisionId } = description;
  return {
    stateMachineArn: arn,
    name,
    status: 'ACTIVE',
    definition,
    roleArn,
    type,
    creationDate: seconds(creationDate),
    revisionId,
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
  };
}

export function executionMachine({ arn, name, definition, roleArn, revisionId, mapRunArn }: ExecutionMachine): object {
  const label = mapRunArn && name.split('/').at(-1);
  return {
    stateMachineArn: arn,
    name,
    definition,
    roleArn,
    revisionId,
    ...(mapRunArn !== undefined && { mapRunArn, label }),
  };
}

export function machineItem({ arn, name, type, creationDate }: MachineDescription): object {
  return { stateMachineArn: arn, name, type, creationDate: seconds(creationDate) };
}

/** Payloads that `includeExecutionData: false` leaves out. */
const executionData = new Set(['input', 'output', 'parameters', 'cause', 'error', 'assignedVariables']);

export function historyEvent(event: HistoryEvent, includesData: boolean): object {
  const { id, previousEventId, timestamp, type, detailsKey, details } = event;
  const shown = Object.entries(details ?? {}).filter(([key]) => includesData || !executionData.has(key));
  return {
    id,
    previousEventId,
    timestamp: seconds(timestamp),
    type,
    ...(detailsKey !== undefined && { [detailsKey]: Object.fromEntries(shown) }),
  };
}
