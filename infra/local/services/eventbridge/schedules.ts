import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import type { Clock } from '../../clock.ts';
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
}

/** Fires every schedule of the template, those of EventBridge rules and those of EventBridge Scheduler, on the clock. */
export function startSchedules(catalog: ResourceCatalog, { clock, bus, deliver }: ScheduleSurroundings): void {
  for (const rule of bus.rules) {
    if (rule.schedule === undefined) continue;
    const event = (atMs: number) =>
      bus.envelope({ source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn], atMs });
    repeat(clock, scheduleTimes(rule.schedule, 'UTC', clock.now()), atMs => bus.trigger(rule, event(atMs)), rule.name);
  }
  for (const resource of catalog.ofType('AWS::Scheduler::Schedule')) startSchedule(resource, clock, deliver);
}

function startSchedule(resource: Resource, clock: Clock, deliver: (call: TargetCall) => void): void {
  const parsed = scheduleSchema.safeParse(resource.properties);
  if (!parsed.success) throw new Error(`${resource.logicalId}: ${parsed.error.message}`);
  const { ScheduleExpression, ScheduleExpressionTimezone, State, StartDate, EndDate, Target } = parsed.data;
  if (State === 'DISABLED') return;
  const arn = String(resource.attributes.Arn);
  const startMs = StartDate === undefined ? clock.now() : Date.parse(StartDate);
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
