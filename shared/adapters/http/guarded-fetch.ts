import { lookup } from 'node:dns';
import { Agent, fetch as undiciFetch } from 'undici';
import { type AddressPolicy, isPublicAddress } from './address-policy.ts';

/**
 * A fetch whose connections are refused when a name resolves to an address that is not allowed. `safeFetch` checks before it asks;
 * this checks the very address that is connected to, so a name that changes between the two (DNS rebinding) gains nothing.
 */
export function guardedFetch(
  options: { readonly isAllowedAddress?: AddressPolicy; readonly allowedPrivateHosts?: readonly string[] } = {},
): typeof globalThis.fetch {
  const { isAllowedAddress = isPublicAddress } = options;
  const allowedNames = new Set(options.allowedPrivateHosts?.map(host => host.toLowerCase().replace(/:\d+$/, '')));
  const dispatcher = new Agent({
    connect: {
      lookup: (hostname, lookupOptions, callback) => {
        lookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
          if (error) return callback(error, []);
          const bad = allowedNames.has(hostname)
            ? undefined
            : addresses.find(({ address }) => !isAllowedAddress(address));
          if (bad) return callback(new Error(`${hostname} is not a public address`), []);
          callback(null, addresses);
        });
      },
    },
  });
  const guarded = (input: Parameters<typeof undiciFetch>[0], init?: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(input, { ...init, dispatcher });
  // undici's own types of the same standard; the two differ in private members only.
  return guarded as unknown as typeof globalThis.fetch;
}
