import * as z from 'zod';
import type { SendOutcome } from '#shared/ports/mail.ts';

// The SDK's error classes are not compared: SES throws names that have none (Throttling), and bundles hold two copies.
const sdkError = z.object({
  name: z.string(),
  message: z.string().default(''),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});

const PAUSED = /^(?:AccountSendingPaused|ConfigurationSetSendingPaused|SendingPaused|LimitExceeded)(?:Exception)?$/;
const UNFIT_SET_UP = /^(?:MailFromDomainNotVerified|ConfigurationSetDoesNotExist)(?:Exception)?$/;
const THROTTLED =
  /^(?:Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestThrottled(?:Exception)?|SlowDown)$/;

/** What an error of SendRawEmail means for the mail. Whatever is not surely a refusal is uncertain. */
export function refusalOf(error: unknown): SendOutcome {
  const read = sdkError.safeParse(error);
  if (!read.success) return { kind: 'uncertain', because: String(error) };
  const { name, message, $metadata } = read.data;
  const because = `${name}: ${message}`;
  if (/daily message quota exceeded/i.test(message) || PAUSED.test(name)) return { kind: 'quota', because };
  if (/maximum sending rate exceeded/i.test(message) || THROTTLED.test(name)) return { kind: 'throttled' };
  const status = $metadata?.httpStatusCode ?? 0;
  // Our own permissions or set-up: the mail is fine, and so would every other be.
  if (status === 401 || status === 403 || UNFIT_SET_UP.test(name)) return { kind: 'quota', because };
  if (status === 408) return { kind: 'uncertain', because };
  return status >= 400 && status < 500 ? { kind: 'rejected', because } : { kind: 'uncertain', because };
}
