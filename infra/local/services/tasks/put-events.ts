import { TaskFault } from '../../engine/faults.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import type { TaskCall } from '../../engine/ports.ts';
import type { Entry, PutEventsResult } from '../eventbridge/events-service.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { callerOf } from './start-execution.ts';

export interface PutEvents {
  put(entries: readonly Entry[]): PutEventsResult;
  arnOfBus(nameOrArn: string): string;
}

type GivenEntry = Omit<Entry, 'Detail'> & { readonly Detail?: Json };

/** `events:putEvents`: details may be values, and each event names the execution and its machine among its resources. */
export async function putEvents({ put, arnOfBus }: PutEvents, permissions: Permissions, call: TaskCall): Promise<Json> {
  const { Entries = [] } = call.arguments as unknown as { Entries?: GivenEntry[] };
  const caller = callerOf(call);
  const entries = Entries.map(({ Detail, Resources = [], ...entry }) => ({
    ...entry,
    ...(Detail !== undefined && { Detail: typeof Detail === 'string' ? Detail : JSON.stringify(Detail) }),
    Resources: [...Resources, call.executionArn, caller.sourceArn],
  }));
  for (const { EventBusName = 'default' } of entries)
    permissions.allow({ action: 'events:PutEvents', resource: arnOfBus(EventBusName), ...caller });
  const result = put(entries);
  if (result.FailedEntryCount > 0) throw new TaskFault('EventBridge.FailedEntry', JSON.stringify(result));
  return result as unknown as JsonObject;
}
