import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import type { Clock } from '../../clock.ts';
import type { Counters } from '../../meter.ts';
import { matchesPattern } from './pattern.ts';
import { retrySchema, type TargetCall } from './target-delivery.ts';
import { type BusEvent, inputSchema, type RuleName, targetInput } from './target-input.ts';

const ruleSchema = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']).default('ENABLED'),
  Targets: z
    .array(
      z.object({
        Id: z.string(),
        Arn: z.string(),
        RoleArn: z.string().optional(),
        ...inputSchema.shape,
        ...retrySchema.shape,
      }),
    )
    .default([]),
});

export interface Rule extends RuleName {
  readonly bus: string;
  readonly pattern: Readonly<Record<string, unknown>> | undefined;
  readonly schedule: string | undefined;
  readonly targets: z.infer<typeof ruleSchema>['Targets'];
}

export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
  readonly atMs?: number;
  readonly bus?: string;
}

export interface EventBus {
  readonly rules: readonly Rule[];
  readonly names: readonly string[];
  /** Answers with the event's id. */
  put(event: NewEvent): string;
  /** Sends the event to one rule's targets, matching or not: for schedules. */
  trigger(rule: Rule, event: BusEvent): void;
  envelope(event: NewEvent): BusEvent;
}

export interface BusSurroundings {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly account: string;
  readonly region: string;
  deliver(call: TargetCall): void;
}

/** EventBridge: every event is held against every rule of its bus. */
export function createEventBus(catalog: ResourceCatalog, surroundings: BusSurroundings): EventBus {
  const { clock, counters, account, region, deliver } = surroundings;
  const rules = catalog.ofType('AWS::Events::Rule').flatMap(ruleOf);
  const names = ['default', ...catalog.ofType('AWS::Events::EventBus').map(bus => bus.ref)];

  const envelope = (event: NewEvent): BusEvent => ({
    version: '0',
    id: randomUUID(),
    'detail-type': event.detailType,
    source: event.source,
    account,
    time: toSeconds(event.atMs ?? clock.now()),
    region,
    resources: event.resources ?? [],
    detail: event.detail,
  });

  const trigger = (rule: Rule, event: BusEvent) => {
    for (const target of rule.targets) {
      deliver({
        targetArn: target.Arn,
        input: targetInput(target, event, rule),
        roleArn: target.RoleArn,
        sourceArn: rule.arn,
        service: 'events.amazonaws.com',
        name: event.id,
        retry: target,
      });
    }
  };

  return {
    rules,
    names,
    envelope,
    trigger,
    put(event) {
      counters.events += 1;
      const enveloped = envelope(event);
      const bus = busName(event.bus ?? 'default');
      for (const rule of rules) {
        if (rule.bus === bus && rule.pattern && matchesPattern(rule.pattern, enveloped)) trigger(rule, enveloped);
      }
      return enveloped.id;
    },
  };
}

/** A bus may be named by its ARN. */
export const busName = (nameOrArn: string) => nameOrArn.split('/').at(-1) ?? nameOrArn;

export const toSeconds = (atMs: number) => new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');

function ruleOf(resource: Resource): Rule[] {
  const { EventBusName, EventPattern, ScheduleExpression, State, Targets } = ruleSchema.parse(resource.properties);
  if (State === 'DISABLED') return [];
  const name = resource.ref.split('|').at(-1) ?? resource.ref;
  const arn = String(resource.attributes.Arn);
  return [
    { name, arn, bus: busName(EventBusName), pattern: EventPattern, schedule: ScheduleExpression, targets: Targets },
  ];
}
