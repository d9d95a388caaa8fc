import type { Engine, MachineDescription } from '../engine/api.ts';
import { ServiceFault } from '../engine/faults.ts';
import { isJsonObject } from '../engine/json.ts';
import { AwsError, type AwsRequest, type AwsService, jsonService } from './aws-protocol.ts';
import { testState, validate } from './step-functions-definitions.ts';
import { pageOf } from './step-functions-pages.ts';
import { parseJson, parseRequest, requests } from './step-functions-requests.ts';
import {
  execution,
  executionMachine,
  executionSummary,
  historyEvent,
  machine,
  machineItem,
  mapRun,
} from './step-functions-shapes.ts';

interface StepFunctionsPorts {
  readonly engine: Engine;
  /** Throws where the caller may not. */
  authorize(request: AwsRequest, action: string, resource: string): void;
  /** The ARN of a machine that CreateStateMachine is asked for. */
  machineArn(name: string): string;
}

type Requests = typeof requests;
type Operation<K extends keyof Requests> = (input: ReturnType<Requests[K]['parse']>) => unknown;

/** The Step Functions API (AWS JSON 1.0) over the engine, so that `@aws-sdk/client-sfn` works unchanged. */
export function stepFunctionsService({ engine, authorize, machineArn }: StepFunctionsPorts): AwsService {
  const operations: { readonly [K in keyof Requests]: Operation<K> } = {
    async StartExecution({ stateMachineArn, name, input, traceHeader }) {
      const { executionArn, startDate } = await engine.startExecution({
        stateMachineArn: unqualified(stateMachineArn),
        input: parseJson(input ?? '{}', 'InvalidExecutionInput', 'Invalid State Machine Execution Input'),
        ...(name !== undefined && { name }),
        ...(traceHeader !== undefined && { traceHeader }),
      });
      return { executionArn, startDate: startDate / 1000 };
    },
    async StartSyncExecution({ stateMachineArn, name, input }) {
      const description = await engine.startSyncExecution({
        stateMachineArn: unqualified(stateMachineArn),
        input: parseJson(input ?? '{}', 'InvalidExecutionInput', 'Invalid State Machine Execution Input'),
        ...(name !== undefined && { name }),
      });
      return execution(description);
    },
    DescribeExecution: ({ executionArn }) => execution(engine.describeExecution(executionArn)),
    GetExecutionHistory({ executionArn, reverseOrder, includeExecutionData, ...paging }) {
      const history = engine.getExecutionHistory(executionArn);
      const { page, ...next } = pageOf(reverseOrder ? history.toReversed() : history, paging);
      return { events: page.map(event => historyEvent(event, includeExecutionData)), ...next };
    },
    ListExecutions({ stateMachineArn, mapRunArn, statusFilter, ...paging }) {
      if (!stateMachineArn === !mapRunArn) {
        throw new AwsError('ValidationException', 'Provide either a stateMachineArn or a mapRunArn.');
      }
      if (stateMachineArn) engine.describeStateMachine(unqualified(stateMachineArn));
      const executions = engine.listExecutions({
        ...(stateMachineArn && { stateMachineArn: unqualified(stateMachineArn) }),
        ...(mapRunArn && { mapRunArn }),
        ...(statusFilter && { statusFilter }),
      });
      const { page, ...next } = pageOf(executions, paging);
      return { executions: page.map(executionSummary), ...next };
    },
    async StopExecution({ executionArn, error, cause }) {
      const request = { executionArn, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
      return { stopDate: (await engine.stopExecution(request)).stopDate / 1000 };
    },
    async RedriveExecution({ executionArn }) {
      return { redriveDate: (await engine.redriveExecution({ executionArn })).redriveDate / 1000 };
    },
    SendTaskSuccess: ({ taskToken, output }) =>
      engine.sendTaskSuccess({ taskToken, output: parseJson(output, 'InvalidOutput', 'Invalid Output') }),
    SendTaskFailure: ({ taskToken, error, cause }) =>
      engine.sendTaskFailure({
        taskToken,
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      }),
    SendTaskHeartbeat: request => engine.sendTaskHeartbeat(request),
    DescribeStateMachine: ({ stateMachineArn }) => machine(engine.describeStateMachine(unqualified(stateMachineArn))),
    DescribeStateMachineForExecution: ({ executionArn }) =>
      executionMachine(engine.describeStateMachineForExecution(executionArn)),
    ListStateMachines(paging) {
      const { page, ...next } = pageOf(engine.listStateMachines(), paging);
      return { stateMachines: page.map(machineItem), ...next };
    },
    CreateStateMachine({ name, ...rest }) {
      const arn = machineArn(name);
      const { creationDate } = engine.define({ ...rest, name, arn });
      return { stateMachineArn: arn, creationDate: creationDate / 1000 };
    },
    UpdateStateMachine({ stateMachineArn, definition, roleArn }) {
      const known: MachineDescription = engine.describeStateMachine(unqualified(stateMachineArn));
      const changed = { definition: definition ?? known.definition, roleArn: roleArn ?? known.roleArn };
      const { updateDate, revisionId } = engine.define({ ...known, ...changed });
      return { updateDate: updateDate / 1000, revisionId };
    },
    ValidateStateMachineDefinition: ({ definition, type }) => validate(definition, type),
    DescribeMapRun: ({ mapRunArn }) => mapRun(engine.describeMapRun(mapRunArn)),
    ListMapRuns({ executionArn, ...paging }) {
      const { page, ...next } = pageOf(engine.listMapRuns(executionArn), paging);
      return { mapRuns: page.map(mapRun), ...next };
    },
    TestState: async request => testState(engine, request),
  };

  return jsonService(
    Object.fromEntries(
      Object.entries(requests).map(([name, schema]) => [
        name,
        async (input: unknown, request: AwsRequest) => {
          authorize(request, `states:${name}`, resourceOf(input));
          return asAws(() => operations[name as keyof Requests](parseRequest(schema, input) as never));
        },
      ]),
    ),
  );
}

async function asAws(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ServiceFault ? new AwsError(error.code, error.message) : error;
  }
}

/** A version's or an alias's ARN stands for its machine. */
const unqualified = (arn: string): string => arn.split(':').slice(0, 7).join(':');

/** What a policy would have to allow; task tokens belong to no resource. */
function resourceOf(input: unknown): string {
  const { stateMachineArn, executionArn, mapRunArn } = isJsonObject(input) ? input : {};
  return String(stateMachineArn ?? executionArn ?? mapRunArn ?? '*');
}
