import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import type { Clock } from '../../clock.ts';
import type { Documents } from '../../documents.ts';
import { type EventBus, toSeconds } from './bus.ts';
import { type NextTime, scheduleTimes } from './schedule-expression.ts';
import { retrySchema, type TargetCall } from './target-delivery.ts';

const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF', 'the local cloud runs schedules at their exact time only') }),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().default('{}'), ...retrySchema.shape }),
});

export interface ScheduleSurroundings {
  readonly clock: Clock;
  readonly bus: EventBus;
  deliver(call: TargetCall): void;
  /** When each rate began to count, by schedule and expression: a restart does not begin it anew. */
  readonly firstStarts: Documents<number>;
}

/**
 * Fires every schedule of the template, those of EventBridge rules and those of EventBridge Scheduler, on the clock.
 *
 * What fell due while the cloud was stopped is left out: AWS's schedulers are never stopped, and neither makes up for a time at
 * which a schedule was disabled. Whoever is called finds what is overdue by itself.
 */
export function startSchedules(catalog: ResourceCatalog, surroundings: ScheduleSurroundings): void {
  const { clock, bus, firstStarts } = surroundings;
  const beganAt = (name: string, expression: string): number => {
    const key = `${name} ${expression}`;
    const known = firstStarts.get(key);
    if (known === undefined) firstStarts.set(key, clock.now());
    return known ?? clock.now();
  };
  for (const rule of bus.rules) {
    if (rule.schedule === undefined) continue;
    const event = (atMs: number) =>
      bus.envelope({ source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn], atMs });
    repeat(
      clock,
      scheduleTimes(rule.schedule, 'UTC', beganAt(rule.arn, rule.schedule)),
      atMs => bus.trigger(rule, event(atMs)),
      rule.name,
    );
  }
  for (const resource of catalog.ofType('AWS::Scheduler::Schedule')) startSchedule(resource, surroundings, beganAt);
}

function startSchedule(
  resource: Resource,
  { clock, deliver }: ScheduleSurroundings,
  beganAt: (name: string, expression: string) => number,
): void {
  const parsed = scheduleSchema.safeParse(resource.properties);
  if (!parsed.success) throw new Error(`${resource.logicalId}: ${parsed.error.message}`);
  const { ScheduleExpression, ScheduleExpressionTimezone, State, StartDate, EndDate, Target } = parsed.data;
  if (State === 'DISABLED') return;
  const arn = String(resource.attributes.Arn);
  const startMs = StartDate === undefined ? beganAt(arn, ScheduleExpression) : Date.parse(StartDate);
  const endMs = EndDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(EndDate);
  const times = scheduleTimes(ScheduleExpression, ScheduleExpressionTimezone, startMs);
  const within: NextTime = afterMs => {
    const nextMs = times(Math.max(afterMs, startMs - 1));
    return nextMs !== undefined && nextMs <= endMs ? nextMs : undefined;
  };
  repeat(
    clock,
    within,
    atMs => {
      const name = randomUUID();
      deliver({
        targetArn: Target.Arn,
        input: fillPlaceholders(Target.Input, {
          'schedule-arn': arn,
          'scheduled-time': toSeconds(atMs),
          'execution-id': name,
        }),
        roleArn: Target.RoleArn,
        sourceArn: arn,
        service: 'scheduler.amazonaws.com',
        name,
        retry: Target,
      });
    },
    arn.split('/').at(-1) ?? arn,
  );
}

/** `<aws.scheduler.scheduled-time>` and its like, as text wherever they stand. */
const fillPlaceholders = (input: string, values: Readonly<Record<string, string>>) =>
  input.replace(/<aws\.scheduler\.([\w-]+)>/g, (found, name: string) =>
    name === 'attempt-number' ? '1' : (values[name] ?? found),
  );

function repeat(clock: Clock, next: NextTime, fire: (atMs: number) => void, name: string): void {
  const arm = (afterMs: number) => {
    const atMs = next(afterMs);
    if (atMs === undefined) return;
    const run = () => {
      fire(atMs);
      arm(Math.max(atMs, clock.now()));
    };
    clock.at(atMs, run, { background: true, label: () => `schedule ${name}` });
  };
  arm(clock.now());
}
