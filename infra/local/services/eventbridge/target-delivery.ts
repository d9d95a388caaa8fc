import * as z from 'zod';
import type { Clock } from '../../clock.ts';
import type { Faults } from '../../faults/faults.ts';
import { functionSubject } from '../../faults/subjects.ts';
import type { Outbox } from '../../outbox.ts';
import { AwsError } from '../aws-protocol.ts';
import type { OutgoingRecord } from '../lambda/async-invoke.ts';

export const retrySchema = z.object({
  RetryPolicy: z
    .object({
      MaximumRetryAttempts: z.coerce.number().optional(),
      MaximumEventAgeInSeconds: z.coerce.number().optional(),
    })
    .optional(),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
});

export interface TargetCall {
  readonly targetArn: string;
  /** JSON text. */
  readonly input: string;
  /** Whom the service acts as; without one the target's own policy must let the service in. */
  readonly roleArn: string | undefined;
  readonly sourceArn: string;
  readonly service: 'events.amazonaws.com' | 'scheduler.amazonaws.com';
  /** The same for each attempt, so that a repeated StartExecution starts one execution. */
  readonly name: string;
  readonly retry: z.infer<typeof retrySchema>;
}

interface Attempt {
  readonly call: TargetCall;
  readonly attempt: number;
  readonly firstMs: number;
}

/** EventBridge and Scheduler try for a day, up to 185 times. */
const defaultAttempts = 185;
const defaultAgeSeconds = 24 * 60 * 60;
const longestPauseMs = 5 * 60_000;
/** A late event comes after the bounces and complaints that follow it within seconds; a second copy when all is done. */
const lateMs = 45_000;
const againMs = 20_000;
/** Refusals that no repetition can cure go to the dead-letter queue at once. */
const permanent = new Set([
  'AccessDeniedException',
  'ResourceNotFoundException',
  'StateMachineDoesNotExist',
  'QueueDoesNotExist',
]);

export interface DeliverySurroundings {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly outbox: Outbox;
  /** Hands the input over, or throws the target's refusal. */
  hand(call: TargetCall): Promise<void>;
  deadLetter(message: OutgoingRecord): void;
}

/** Hands events to targets, durably: with retries, and a dead-letter queue for what could not be handed over. */
export function createDelivery({
  clock,
  faults,
  outbox,
  hand,
  deadLetter,
}: DeliverySurroundings): (call: TargetCall) => void {
  outbox.on<Attempt>('event target', async ({ call, attempt, firstMs }) => {
    const isPlanned = faults.hits('event-undeliverable', functionSubject(call.targetArn, call.input), clock.now());
    try {
      if (isPlanned) throw new AwsError('ResourceNotFoundException', 'The target was not found.');
      await hand(call);
    } catch (error) {
      const { code, message } =
        error instanceof AwsError ? error : new AwsError('InternalException', String(error), 500);
      const { RetryPolicy, DeadLetterConfig } = call.retry;
      const pauseMs = Math.min(1000 * 2 ** attempt, longestPauseMs);
      const oldestMs = firstMs + (RetryPolicy?.MaximumEventAgeInSeconds ?? defaultAgeSeconds) * 1000;
      const attemptsLeft = attempt < (RetryPolicy?.MaximumRetryAttempts ?? defaultAttempts);
      if (!permanent.has(code) && attemptsLeft && clock.now() + pauseMs <= oldestMs) {
        outbox.add('event target', clock.now() + pauseMs, { call, attempt: attempt + 1, firstMs });
        return;
      }
      if (!isPlanned) console.error(`${call.sourceArn} could not reach ${call.targetArn}: ${code}: ${message}`);
      if (!DeadLetterConfig?.Arn) return;
      deadLetter({
        destinationArn: DeadLetterConfig.Arn,
        body: call.input,
        attributes: describe(call, code, message, attempt),
        // Scheduler writes to the queue as the schedule's role, EventBridge by the queue's own policy.
        roleArn: call.service === 'scheduler.amazonaws.com' ? call.roleArn : undefined,
        service: call.service,
        sourceArn: call.sourceArn,
      });
    }
  });
  return call => {
    const subject = functionSubject(call.targetArn, call.input);
    const isHit = (fault: 'event-late' | 'event-twice') => faults.hits(fault, subject, clock.now());
    const firstMs = clock.now();
    const add = (one: TargetCall, atMs: number) =>
      outbox.add('event target', atMs, { call: one, attempt: 0, firstMs } satisfies Attempt);
    add(call, isHit('event-late') ? firstMs + lateMs : firstMs);
    // A second delivery is another one to its target: of a state machine it starts another execution.
    if (isHit('event-twice')) add({ ...call, name: `${call.name}-again` }, firstMs + againMs);
  };
}

function describe(call: TargetCall, code: string, message: string, attempt: number) {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  return {
    ERROR_CODE: text(code),
    ERROR_MESSAGE: text(message),
    RETRY_ATTEMPTS: text(String(attempt)),
    RULE_ARN: text(call.sourceArn),
    TARGET_ARN: text(call.targetArn),
  };
}
