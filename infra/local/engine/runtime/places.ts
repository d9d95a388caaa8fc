import type { Place } from '../api.ts';
import { childrenOf, dueMs, type Execution, isRunning, type Scope } from '../execution/execution.ts';

/** Where an execution stands: the innermost states that it is in. Nothing of one that has ended. */
export function placesOf(execution: Execution): Place[] {
  if (!isRunning(execution)) return [];
  const running = [...execution.scopes.values()].filter(scope => scope.status === 'running' && scope.entered);
  return running
    .filter(scope => !childrenOf(execution, scope).some(child => child?.status === 'running'))
    .map(scope => placeOf(execution, scope));
}

function placeOf({ header }: Execution, scope: Scope): Place {
  const due = dueMs(scope);
  return {
    executionArn: header.arn,
    stateMachineArn: header.machineArn,
    executionName: header.name,
    ...(header.child && { mapRunArn: header.child.mapRunArn }),
    stateName: scope.state,
    sinceMs: scope.entered?.atMs ?? header.startMs,
    waitsFor: waitsFor(scope),
    ...(due !== undefined && { dueMs: due }),
    ...(scope.index !== undefined && { index: scope.index }),
    ...(scope.attempt > 1 && { attempt: scope.attempt }),
  };
}

function waitsFor({ waiting, token }: Scope): Place['waitsFor'] {
  switch (waiting?.kind) {
    case 'until':
      return 'time';
    case 'retry':
      return 'retry';
    case 'children':
      return 'branches';
    case 'mapRun':
      return 'children';
    default:
      return token !== undefined && waiting?.submitted ? 'answer' : 'call';
  }
}
