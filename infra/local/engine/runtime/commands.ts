import type { MachineDescription, StartRequest } from '../api.ts';
import type { Header } from '../execution/execution.ts';
import { largestPayload } from '../execution/state-fault.ts';
import { randomUuid } from '../expressions/uuid.ts';
import { ServiceFault } from '../faults.ts';
import { byteLength, textOf } from '../json.ts';
import { executionArn } from './map-runs.ts';

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
    status: 'RUNNING',
    redriveCount: 0,
  };
}

/** A start under a known name is the same execution if it still runs with the same input, and refused otherwise. */
export function isSameStart(known: Header, wanted: Header): boolean {
  if (known.status === 'RUNNING' && textOf(known.input) === textOf(wanted.input)) return true;
  throw new ServiceFault('ExecutionAlreadyExists', `Execution Already Exists: '${known.arn}'`);
}
