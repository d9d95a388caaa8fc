import { join } from 'node:path';
import type { Engine } from '../engine/api.ts';
import { createEngine } from '../engine/engine.ts';
import { sqliteJournal } from '../engine/journals/sqlite-journal.ts';
import type { StatusChange } from '../engine/ports.ts';
import { createAsyncInvoke, type OutgoingRecord } from '../services/lambda/async-invoke.ts';
import { functionConfig } from '../services/lambda/function-config.ts';
import { type Lambda, startLambda } from '../services/lambda/lambda.ts';
import { lambdaService } from '../services/lambda/lambda-service.ts';
import { sharedSandboxes } from '../services/lambda/shared-sandboxes.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import { objectsAsRole } from '../services/s3/as-role.ts';
import { machineInput } from '../services/state-machines.ts';
import type { PutEvents } from '../services/tasks/put-events.ts';
import { createRunTask } from '../services/tasks/run-task.ts';
import { callerOf } from '../services/tasks/start-execution.ts';
import type { DataServices } from './data-services.ts';
import type { Foundation } from './foundation.ts';
import { stepFunctions } from './step-functions.ts';

export interface Compute {
  readonly lambda: Lambda;
  invokeAsync(functionArn: string, payload: string): void;
  readonly engine: Engine;
}

export interface ComputePorts {
  /** Where asynchronous invocations send what became of them. */
  send(message: OutgoingRecord): void;
  onStatusChange(change: StatusChange): void;
  putEvents: PutEvents;
}

/** Functions and state machines: what runs. */
export function startCompute(
  foundation: Foundation,
  data: DataServices,
  permissions: Permissions,
  ports: ComputePorts,
): Compute {
  const { assembly, catalog, clock, counters, callers, endpoint, faults, isolation, outbox, region, directory } =
    foundation;

  const configs = catalog.ofType('AWS::Lambda::Function').map(resource => functionConfig(resource, assembly));
  for (const { roleArn, arn: sourceArn } of configs)
    permissions.assume({ roleArn, service: 'lambda.amazonaws.com', sourceArn });
  const lambda = startLambda(configs, {
    clock,
    counters,
    faults,
    startHost: isolation === 'none' ? sharedSandboxes(endpoint.url, endpoint.answer) : undefined,
    environment({ roleArn }) {
      const { accessKeyId, secretAccessKey } = callers.issue(roleArn);
      return {
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_ENDPOINT_URL: endpoint.url,
        ...(data.dynamoDb.url && { AWS_ENDPOINT_URL_DYNAMODB: data.dynamoDb.url }),
      };
    },
  });
  const eventConfigs = catalog.ofType('AWS::Lambda::EventInvokeConfig');
  const invokeAsync = createAsyncInvoke(eventConfigs, { clock, outbox, lambda, send: ports.send });
  endpoint.mount('lambda', lambdaService({ lambda, invokeAsync, authorize: permissions.authorize }));

  const dataDirectory = directory();
  const engine: Engine = createEngine({
    clock,
    objects: data.objects,
    objectsFor: objectsAsRole(data.objects, permissions),
    allowChild: (caller, action, resource) =>
      permissions.allow({ action: `states:${action}`, resource, ...callerOf(caller) }),
    runTask: createRunTask({ engine: () => engine, lambda, permissions, putEvents: ports.putEvents }),
    onStatusChange: ports.onStatusChange,
    ...(dataDirectory === undefined ? {} : { journal: sqliteJournal(join(dataDirectory, 'executions.sqlite')) }),
  });
  for (const machine of catalog.ofType('AWS::StepFunctions::StateMachine'))
    engine.define(machineInput(machine, assembly));
  endpoint.mount(
    'states',
    stepFunctions(engine, permissions, name => foundation.arn('states', `stateMachine:${name}`)),
  );
  return { lambda, invokeAsync, engine };
}
