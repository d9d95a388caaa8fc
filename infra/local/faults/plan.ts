import * as z from 'zod';

/** What can go wrong on AWS and outside of it, by the place where it does. */
export const faultKinds = {
  'lambda-crash-before': 'the sandbox dies before the handler ran',
  'lambda-crash-after': 'the sandbox dies after the handler ran: its effects stay, its answer is lost',
  'lambda-timeout': 'the handler ran, and its answer came too late',
  'lambda-throttle': 'no concurrency is left',
  'dynamodb-throttle': 'ProvisionedThroughputExceededException',
  'dynamodb-race': 'a write is overtaken by others',
  'dynamodb-reset': 'the connection breaks after the call took effect',
  'ses-rate': 'Maximum sending rate exceeded',
  'ses-quota': 'Daily message quota exceeded',
  'ses-reset': 'the mail is accepted and the connection breaks',
  's3-reset': 'the connection breaks after the call took effect',
  's3-slow': 'the answer takes a moment',
  'states-reset': 'the connection breaks after the call took effect',
  'event-twice': 'EventBridge delivers an event once more',
  'event-late': 'EventBridge delivers an event after later ones',
  'event-undeliverable':
    'EventBridge finds no way to a target: the event goes to the dead letter queue, if there is one',
  'mail-in-twice': 'the same mail comes in twice',
  'platform-429': 'a platform asks us to wait',
  'platform-5xx': 'a platform fails',
  'clock-jump': 'time leaps: whatever was due meanwhile comes late',
} as const;

export type FaultKind = keyof typeof faultKinds;

const kind = z.enum(Object.keys(faultKinds) as [FaultKind, ...FaultKind[]]);

const injection = z.strictObject({
  fault: kind,
  /** What it hit: a function, an operation with its key, a path … */
  subject: z.string(),
  /** Which call for this subject it hit, from 1. */
  nth: z.int().positive(),
  atMs: z.number(),
});

/** One fault that happened. The same list given as `replay` makes the same faults happen again. */
export type Injection = z.infer<typeof injection>;

const rule = z.strictObject({
  fault: kind,
  rate: z.number().min(0).max(1).meta({ description: 'how many of the calls it hits' }),
  subject: z.string().optional().meta({ description: 'only calls whose subject contains this' }),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  most: z.int().positive().optional().meta({ description: 'hits at most this many calls, retries included' }),
});

export const faultPlan = z.strictObject({
  seed: z.union([z.string(), z.number()]).transform(String).default('1'),
  faults: z.array(rule).max(100).default([]),
  /** Exactly these, whatever the rates say. */
  replay: z.array(injection).optional(),
});

export type FaultPlan = z.output<typeof faultPlan>;
export type FaultPlanInput = z.input<typeof faultPlan>;
