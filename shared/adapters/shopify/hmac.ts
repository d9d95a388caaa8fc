import { isSignedBy } from '../http/hmac.ts';

/**
 * Whether a webhook's raw body is signed with one of the app's secrets (two while one is being replaced). Only the body is
 * signed: the shop, topic and ids in the headers are not, so the shop must be known by other means.
 */
export const verifyShopifyHmac = (
  rawBody: string | Uint8Array,
  header: string | null | undefined,
  secrets: readonly string[],
): boolean => isSignedBy(secrets, rawBody, header, 'base64');

/** The signature of the query with which Shopify opens an app: over the other parameters, sorted. */
export function verifyShopifyQuery(query: string, secrets: readonly string[]): boolean {
  const parameters = new URLSearchParams(query);
  const signature = parameters.get('hmac');
  parameters.delete('hmac');
  const signed = [...parameters]
    .map(
      ([name, value]) => `${name.replace(/[%&=]/g, encodeURIComponent)}=${value.replace(/[%&]/g, encodeURIComponent)}`,
    )
    .sort()
    .join('&');
  return isSignedBy(secrets, signed, signature, 'hex');
}
