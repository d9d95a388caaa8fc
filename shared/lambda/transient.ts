import * as z from 'zod';
import { Fault } from '#shared/errors.ts';

const awsError = z.object({
  name: z.string(),
  message: z.string().default(''),
  code: z.string().optional(),
  $retryable: z.unknown().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});

const throttled =
  /^(ProvisionedThroughputExceeded|RequestLimitExceeded|Throttl(ing|ed)|TooManyRequests|SlowDown|TimeoutError|TransactionInProgress)/;
const broken = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/** An AWS service that stumbled longer than its SDK was patient becomes the fault after which a workflow tries again. */
export function transientAsFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  const read = awsError.safeParse(error);
  if (!read.success) return error;
  const { name, message, code = '', $retryable, $metadata } = read.data;
  const isTransient =
    throttled.test(name) || broken.test(code) || $retryable !== undefined || ($metadata?.httpStatusCode ?? 0) >= 500;
  return isTransient ? new Fault('upstream-failed', `${name}: ${message}`, { cause: error }) : error;
}
