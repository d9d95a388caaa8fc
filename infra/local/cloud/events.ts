import type { StatusChange } from '../engine/ports.ts';
import { busName, createEventBus, type EventBus } from '../services/eventbridge/bus.ts';
import { eventsService, putEntries } from '../services/eventbridge/events-service.ts';
import { startSchedules } from '../services/eventbridge/schedules.ts';
import { createDelivery, type TargetCall } from '../services/eventbridge/target-delivery.ts';
import type { OutgoingRecord } from '../services/lambda/async-invoke.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import type { PutEvents } from '../services/tasks/put-events.ts';
import type { Foundation } from './foundation.ts';

export interface Events {
  readonly bus: EventBus;
  /** Starts the schedules; call it when everything they may reach is there. */
  startSchedules(): void;
  publishStatusChange(change: StatusChange): void;
  readonly putEvents: PutEvents;
}

export interface EventPorts {
  hand(call: TargetCall): Promise<void>;
  deadLetter(message: OutgoingRecord): void;
}

/** EventBridge: the buses with their rules, and schedules. */
export function startEvents(foundation: Foundation, permissions: Permissions, ports: EventPorts): Events {
  const { account, catalog, clock, counters, documents, endpoint, faults, outbox, region, arn } = foundation;
  const deliver = createDelivery({ clock, faults, outbox, ...ports });
  const bus = createEventBus(catalog, { clock, counters, account, region, deliver });
  const arnOfBus = (nameOrArn: string) => arn('events', `event-bus/${busName(nameOrArn)}`);
  endpoint.mount('events', eventsService(bus, arnOfBus, permissions.authorize));
  return {
    bus,
    putEvents: { put: entries => putEntries(bus, entries), arnOfBus },
    startSchedules: () => startSchedules(catalog, { clock, bus, deliver, firstStarts: documents('schedules') }),
    publishStatusChange: change =>
      bus.put({
        source: 'aws.states',
        detailType: 'Step Functions Execution Status Change',
        detail: change,
        resources: [change.executionArn],
      }),
  };
}
