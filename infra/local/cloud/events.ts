import type { StatusChange } from '../engine/ports.ts';
import { createEventBus, type EventBus } from '../services/eventbridge/bus.ts';
import { eventsService } from '../services/eventbridge/events-service.ts';
import { startSchedules } from '../services/eventbridge/schedules.ts';
import { createDelivery, type TargetCall } from '../services/eventbridge/target-delivery.ts';
import type { OutgoingRecord } from '../services/lambda/async-invoke.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import type { Foundation } from './foundation.ts';

export interface Events {
  readonly bus: EventBus;
  /** Starts the schedules; call it when everything they may reach is there. */
  startSchedules(): void;
  publishStatusChange(change: StatusChange): void;
}

export interface EventPorts {
  hand(call: TargetCall): Promise<void>;
  deadLetter(message: OutgoingRecord): void;
}

/** EventBridge: the buses with their rules, and schedules. */
export function startEvents(foundation: Foundation, permissions: Permissions, ports: EventPorts): Events {
  const { account, catalog, clock, counters, endpoint, faults, outbox, region, arn } = foundation;
  const deliver = createDelivery({ clock, faults, outbox, ...ports });
  const bus = createEventBus(catalog, { clock, counters, account, region, deliver });
  endpoint.mount(
    'events',
    eventsService(bus, name => arn('events', `event-bus/${name}`), permissions.authorize),
  );
  return {
    bus,
    startSchedules: () => startSchedules(catalog, { clock, bus, deliver }),
    publishStatusChange: change =>
      bus.put({
        source: 'aws.states',
        detailType: 'Step Functions Execution Status Change',
        detail: change,
        resources: [change.executionArn],
      }),
  };
}
