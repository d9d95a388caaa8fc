import { routes } from '#shared/contracts/http.ts';
import { addressHash } from '#shared/domain/address.ts';
import { sendableAddress } from '#shared/domain/listening/mail-address.ts';
import type { Sign } from '#shared/domain/thread.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import type { SuppressionStore } from '#shared/ports/sending.ts';

/** Writes at once: a thousand addresses take about a second. */
const atOnce = 25;

/** Suppresses addresses; only their keyed hashes are kept. Suppressing one again changes nothing. */
export const suppressAddresses =
  ({ suppressions, sign }: { suppressions: SuppressionStore; sign: Sign }): RouteHandler =>
  async ({ rawBody, at }) => {
    const { addresses, because } = jsonBody(routes.suppressAddresses.body, rawBody, 'The list');
    const refused: { index: number; because: string }[] = [];
    const hashes = new Set<string>();
    for (const [index, text] of addresses.entries()) {
      const address = sendableAddress(text);
      if (address === undefined) refused.push({ index, because: 'is no e-mail address' });
      else hashes.add(addressHash(address, sign));
    }
    const all = [...hashes];
    for (let from = 0; from < all.length; from += atOnce)
      await Promise.all(all.slice(from, from + atOnce).map(hash => suppressions.add(hash, because, at)));
    return { status: 200, json: { suppressed: all.length, refused } };
  };
