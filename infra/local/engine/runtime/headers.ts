import type { MachineDescription, StartRequest } from '../api.ts';
import type { Header } from '../execution/execution.ts';
import { largestPayload } from '../execution/state-fault.ts';
import { randomUuid } from '../expressions/uuid.ts';
import { ServiceFault } from '../faults.ts';
import { byteLength, type Json, textOf } from '../json.ts';
import type { MapRunHeader } from '../maps/map-run.ts';
import type { Runtime } from './runtime.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what AWS forbids in a name
const unfitForName = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;
const longestName = 80;

/** The header of an execution that a request asks for; refuses bad names and inputs as AWS does. */
export function headerFor(
  request: StartRequest,
  machine: MachineDescription,
  nowMs: number,
  random: () => number,
  synchronous: boolean,
): Header {
  const name = request.name ?? randomUuid(random);
  if (name.length === 0 || name.length > longestName || unfitForName.test(name)) {
    throw new ServiceFault('InvalidName', `Invalid Name: '${name}'`);
  }
  const input = request.input ?? {};
  if (byteLength(input) > largestPayload) {
    throw new ServiceFault(
      'InvalidExecutionInput',
      `Invalid Input: the input exceeds the maximum of ${largestPayload} bytes`,
    );
  }
  return {
    arn: executionArn(machine.arn, machine.name, name, machine.type, random),
    name,
    type: machine.type,
    machineArn: machine.arn,
    machineName: machine.name,
    roleArn: machine.roleArn,
    revisionId: machine.revisionId,
    block: '',
    input,
    startMs: nowMs,
    ...(synchronous && { synchronous }),
    ...(request.traceHeader !== undefined && { traceHeader: request.traceHeader }),
    ...(request.startedBy !== undefined && { startedBy: request.startedBy }),
    status: 'RUNNING',
    redriveCount: 0,
  };
}

/** A start under a known name is the same execution if it still runs with the same input, and refused otherwise. */
export function isSameStart(known: Header, wanted: Header): boolean {
  if (known.startedBy !== undefined && known.startedBy === wanted.startedBy) return true;
  if (known.status === 'RUNNING' && textOf(known.input) === textOf(wanted.input)) return true;
  throw new ServiceFault('ExecutionAlreadyExists', `Execution Already Exists: '${known.arn}'`);
}

/** The header of a Distributed Map's child. */
export function childHeader(
  run: MapRunHeader,
  parent: Header,
  index: number,
  input: Json,
  itemCount: number,
  { clock, random }: Runtime,
): Header {
  const name = randomUuid(random);
  const machineName = `${parent.machineName}/${run.label}`;
  return {
    arn: executionArn(parent.machineArn, machineName, name, run.executionType, random),
    name,
    type: run.executionType,
    machineArn: `${parent.machineArn}/${run.label}`,
    machineName,
    roleArn: parent.roleArn,
    revisionId: parent.revisionId,
    block: run.block,
    input,
    startMs: clock.now(),
    child: { mapRunArn: run.arn, index, itemCount },
    status: 'RUNNING',
    redriveCount: 0,
  };
}

function executionArn(
  machineArn: string,
  machineName: string,
  name: string,
  type: 'STANDARD' | 'EXPRESS',
  random: () => number,
): string {
  const place = machineArn.split(':').slice(0, 5).join(':');
  if (type === 'STANDARD') return `${place}:execution:${machineName}:${name}`;
  return `${place}:express:${machineName}:${name}:${randomUuid(random)}`;
}
