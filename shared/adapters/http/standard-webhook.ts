import { hmacSha256, isSignedBy } from './hmac.ts';

/** The headers of a webhook signed after the Standard Webhooks specification (webhook-id, webhook-timestamp, webhook-signature). */
export interface StandardWebhookHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Older or newer than this is a replay or a wrong clock; the specification's own figure. */
const toleranceMs = 5 * 60_000;

/** "v1," and the signature; what a sender puts in the header. */
export const signStandardWebhook = (secret: string, id: string, timestamp: number, body: string | Uint8Array): string =>
  `v1,${hmacSha256(keyOf(secret), signedContent(id, String(timestamp), body)).toString('base64')}`;

/** Whether the body came from somebody who knows one of the secrets, just now. During rotation a header holds several signatures. */
export function isStandardWebhook(
  secrets: readonly string[],
  { id, timestamp, signature }: StandardWebhookHeaders,
  body: string | Uint8Array,
  at: Date,
): boolean {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(at.getTime() - Number(timestamp) * 1000) > toleranceMs) return false;
  const content = signedContent(id, timestamp, body);
  const keys = secrets.map(keyOf);
  return signature
    .split(' ')
    .slice(0, 10)
    .map(one => one.startsWith('v1,') && isSignedBy(keys, content, one.slice(3), 'base64'))
    .includes(true);
}

const signedContent = (id: string, timestamp: string, body: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
