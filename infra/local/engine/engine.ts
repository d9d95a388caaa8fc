import type { Engine, ExecutionFilter, HistoryEvent, StartRequest } from './api.ts';
import type { Header } from './execution/execution.ts';
import { isRunning } from './execution/execution.ts';
import { finish } from './execution/finish.ts';
import { answer } from './execution/flow.ts';
import { StateFault } from './execution/state-fault.ts';
import { readToken } from './execution/token.ts';
import type { Turn } from './execution/turn.ts';
import { ServiceFault } from './faults.ts';
import { historyOnly } from './journals/history-only.ts';
import type { EnginePorts } from './ports.ts';
import { isWaiting } from './runtime/calls.ts';
import { descriptionOf, mapRunDescriptionOf, mapRunSummaryOf, summaryOf } from './runtime/describe.ts';
import { createExecutions } from './runtime/executions.ts';
import { headerFor, isSameStart } from './runtime/headers.ts';
import { createMachines, machineOf } from './runtime/machines.ts';
import { placesOf } from './runtime/places.ts';
import { testState } from './test-state.ts';

/** A States Language interpreter (JSONata only) on an injected clock. Goes on with what its journal holds. */
export function createEngine(ports: EnginePorts): Engine {
  const { clock, journal = historyOnly(), random = Math.random } = ports;
  const machines = createMachines(journal);
  const executions = createExecutions({ ports, journal, random, machines });
  const { runtime, mapRuns } = executions;

  async function begin(request: StartRequest, synchronous: boolean): Promise<Header> {
    const machine = machines.get(request.stateMachineArn);
    const header = headerFor(request, machine, clock.now(), random, synchronous);
    const known = machine.type === 'STANDARD' ? executions.all.get(header.arn) : undefined;
    if (known && isSameStart(known.execution.header, header)) return known.execution.header;
    await executions.start(header);
    return header;
  }

  async function onToken(
    taskToken: string,
    work: (turn: Turn, scope: Parameters<typeof answer>[1]) => Promise<void>,
  ): Promise<void> {
    const place = readToken(taskToken);
    const live = place && executions.all.get(place.executionArn);
    if (!place || !live) throw new ServiceFault('InvalidToken', "Invalid Token: 'Invalid token'");
    await runtime.submit(live, turn => {
      const scope = live.execution.scopes.get(place.scopeId);
      if (scope?.token !== taskToken || !isWaiting(live, scope, place.attempt)) {
        throw new ServiceFault('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
      }
      return work(turn, scope);
    });
  }

  return {
    define: machine => machines.define(machine, clock.now()),
    deleteStateMachine: arn => machines.remove(arn),
    describeStateMachine: arn => machines.get(arn),
    describeStateMachineForExecution: arn => machineOf(executions.get(arn).execution.header, machines),
    listStateMachines: () => machines.all(),

    async startExecution(request) {
      const { arn, startMs } = await begin(request, false);
      return { executionArn: arn, startDate: startMs };
    },
    async startSyncExecution(request) {
      if (machines.get(request.stateMachineArn).type !== 'EXPRESS') {
        throw new ServiceFault(
          'StateMachineTypeNotSupported',
          'This operation is not supported by this type of state machine',
        );
      }
      return this.finished((await begin(request, true)).arn);
    },
    describeExecution: arn => descriptionOf(executions.get(arn).execution.header, clock.now()),
    getExecutionHistory(arn) {
      executions.get(arn);
      return journal.of('event', arn) as readonly HistoryEvent[];
    },
    listExecutions: filter => listed(executions.headers(), filter).map(summaryOf),
    places: arn =>
      (arn === undefined ? [...executions.all.values()] : [executions.get(arn)]).flatMap(live =>
        placesOf(live.execution),
      ),
    async finished(arn) {
      const live = executions.get(arn);
      if (isRunning(live.execution)) await new Promise<void>(resolve => live.watchers.push(resolve));
      return descriptionOf(live.execution.header, clock.now());
    },
    async stopExecution({ executionArn, error, cause }) {
      const live = executions.get(executionArn);
      await runtime.submit(live, turn => {
        if (isRunning(live.execution)) finish(turn, { status: 'ABORTED', error, cause });
      });
      return { stopDate: live.execution.header.stopMs ?? clock.now() };
    },
    async redriveExecution({ executionArn }) {
      return { redriveDate: await executions.redrive(executions.get(executionArn)) };
    },

    sendTaskSuccess: ({ taskToken, output }) =>
      onToken(taskToken, (turn, scope) => answer(turn, scope, { kind: 'result', result: output })),
    sendTaskFailure: ({ taskToken, error, cause }) =>
      onToken(taskToken, (turn, scope) =>
        answer(turn, scope, { kind: 'fault', fault: new StateFault(error ?? null, cause ?? null) }),
      ),
    sendTaskHeartbeat: ({ taskToken }) =>
      onToken(taskToken, (turn, scope) => answer(turn, scope, { kind: 'heartbeat' })),

    describeMapRun(arn) {
      const run = executions.mapRun(arn);
      return mapRunDescriptionOf(run, executions.get(run.header.executionArn).execution.header.machineArn);
    },
    listMapRuns(executionArn) {
      const { machineArn } = executions.get(executionArn).execution.header;
      return [...mapRuns.all.values()]
        .filter(run => run.header.executionArn === executionArn)
        .map(run => mapRunSummaryOf(run, machineArn));
    },

    testState: request => testState(request, ports),
    get transitions() {
      return runtime.counters.transitions;
    },
    close() {
      executions.close();
    },
  };
}

function listed(headers: Iterable<Header>, { stateMachineArn, mapRunArn, statusFilter }: ExecutionFilter): Header[] {
  const matching = [...headers].filter(header => {
    const belongs = mapRunArn ? header.child?.mapRunArn === mapRunArn : header.machineArn === stateMachineArn;
    return belongs && (!statusFilter || header.status === statusFilter);
  });
  return matching.sort((a, b) => b.startMs - a.startMs);
}
