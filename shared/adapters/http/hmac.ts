import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 as bytes. Sign the bytes that came in: JSON that was parsed and written again has another signature. */
export const hmacSha256 = (secret: string | Uint8Array, body: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(body).digest();

/** Whether a signature is one of ours, in time that does not depend on where it differs. An empty secret signs nothing. */
export function isSignedBy(
  secrets: readonly (string | Uint8Array)[],
  body: string | Uint8Array,
  signature: string | null | undefined,
  encoding: 'base64' | 'hex',
): boolean {
  const form = encoding === 'hex' ? /^[0-9a-f]{64}$/i : /^[A-Za-z0-9+/]{43}=$/;
  const given = form.test(signature ?? '') ? Buffer.from(signature ?? '', encoding) : undefined;
  if (given?.length !== 32) return false;
  // Every secret is tried, so that the time does not tell which one is in use.
  return secrets
    .filter(secret => secret.length > 0)
    .map(secret => timingSafeEqual(hmacSha256(secret, body), given))
    .includes(true);
}
