import type { Engine } from '../engine/api.ts';
import { readToken } from '../engine/execution/token.ts';
import type { AwsService } from '../services/aws-protocol.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import { stepFunctionsService } from '../services/step-functions.ts';

/** The Step Functions API with the policies of the template in front of it. */
export function stepFunctions(
  engine: Engine,
  permissions: Permissions,
  machineArn: (name: string) => string,
): AwsService {
  return stepFunctionsService({
    engine,
    machineArn,
    authorize(request, action, resource) {
      const token = action.startsWith('states:SendTask') ? taskTokenIn(request.body) : undefined;
      if (token === undefined) return permissions.authorize(request, action, resource);
      const machine = machineOf(engine, token);
      if (machine !== undefined) permissions.authorize(request, action, machine);
    },
  });
}

/** Policies name the machine to whose executions a token belongs. A token of none is refused as invalid, whoever sends it. */
function machineOf(engine: Engine, token: string): string | undefined {
  const place = readToken(token);
  try {
    return place && engine.describeExecution(place.executionArn).stateMachineArn;
  } catch {
    return undefined;
  }
}

const taskTokenIn = (body: Buffer): string | undefined =>
  (JSON.parse(body.toString() || '{}') as { taskToken?: string }).taskToken;
