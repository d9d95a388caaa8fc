import { createHash } from 'node:crypto';
import type { ExecutionMachine, MachineDescription, MachineInput } from '../api.ts';
import type { Machine } from '../definition/machine.ts';
import { parseMachine } from '../definition/parse.ts';
import type { Header } from '../execution/execution.ts';
import { ServiceFault } from '../faults.ts';
import type { Journal } from '../journals/journal.ts';

export interface Machines {
  define(input: MachineInput, nowMs: number): MachineDescription;
  get(arn: string): MachineDescription;
  remove(arn: string): void;
  all(): MachineDescription[];
  /** The parsed definition under a revision's id. */
  revision(id: string): Machine;
  /** Its text. */
  definition(id: string): string;
}

interface Revision {
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly definition: string;
}

/** Machines and every definition that an execution may still run. Definitions are parsed when first needed. */
export function createMachines(journal: Journal): Machines {
  const machines = new Map<string, MachineDescription>();
  const revisions = new Map<string, Revision>();
  const parsed = new Map<string, Machine>();
  for (const { document } of journal.all('revision')) {
    const { id, ...revision } = document as Revision & { id: string };
    revisions.set(id, revision);
  }
  for (const { owner, document } of journal.all('machine')) machines.set(owner, document as MachineDescription);

  const revisionOf = (id: string): Revision => {
    const revision = revisions.get(id);
    if (!revision) throw new Error(`the journal has no definition ${id}`);
    return revision;
  };

  return {
    define(input, nowMs) {
      const type = input.type ?? 'STANDARD';
      const definition = typeof input.definition === 'string' ? input.definition : JSON.stringify(input.definition);
      const id = createHash('sha256').update(`${type}\n${definition}`).digest('hex').slice(0, 32);
      if (!parsed.has(id)) parsed.set(id, parseMachine(definition, type));
      revisions.set(id, { type, definition });
      const { arn, name, roleArn } = input;
      const creationDate = machines.get(arn)?.creationDate ?? nowMs;
      const machine: MachineDescription = {
        arn,
        name,
        roleArn,
        type,
        definition,
        creationDate,
        updateDate: nowMs,
        revisionId: id,
      };
      machines.set(arn, machine);
      journal.commit([
        { kind: 'revision', owner: id, number: 0, document: { id, type, definition } },
        { kind: 'machine', owner: arn, number: 0, document: machine },
      ]);
      return machine;
    },
    get(arn) {
      const machine = machines.get(arn);
      if (!machine) throw new ServiceFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
      return machine;
    },
    remove(arn) {
      machines.delete(arn);
      journal.commit([{ kind: 'machine', owner: arn, number: 0 }]);
    },
    all: () => [...machines.values()],
    revision(id) {
      const known = parsed.get(id);
      if (known) return known;
      const revision = revisionOf(id);
      const machine = parseMachine(revision.definition, revision.type);
      parsed.set(id, machine);
      return machine;
    },
    definition: id => revisionOf(id).definition,
  };
}

/** What DescribeStateMachineForExecution tells. */
export function machineOf(header: Header, machines: Machines): ExecutionMachine {
  const { machineArn: arn, machineName: name, roleArn, revisionId, block, child } = header;
  const definition = machines.definition(revisionId);
  return { arn, name, roleArn, revisionId, definition, block, ...(child && { mapRunArn: child.mapRunArn }) };
}
