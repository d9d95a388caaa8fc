import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type AddressPolicy, isPublicAddress } from './address-policy.ts';

export interface GuardOptions {
  readonly isAllowedAddress?: AddressPolicy;
  readonly allowedPrivateHosts?: readonly string[];
}

/**
 * A fetch whose connections are refused when a name resolves to an address that is not allowed. `safeFetch` checks before it asks;
 * this checks the very address that is connected to, so a name that changes between the two (DNS rebinding) gains nothing.
 * Made on node:http because the global fetch takes no resolver of ours and undici by itself weighs 700 kB in a bundle. It follows no
 * redirects: `safeFetch` does, checking each.
 */
export function guardedFetch(options: GuardOptions = {}): typeof globalThis.fetch {
  const guard = guardedLookup(options);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const outgoing = send(
        url,
        {
          method: init.method ?? 'GET',
          headers: Object.fromEntries(new Headers(init.headers)),
          lookup: guard,
          ...(init.signal && { signal: init.signal }),
        },
        incoming => resolve(toResponse(incoming)),
      );
      outgoing.once('error', reject);
      outgoing.end();
    });
  };
}

function guardedLookup({ isAllowedAddress = isPublicAddress, allowedPrivateHosts }: GuardOptions): LookupFunction {
  const allowedNames = new Set(allowedPrivateHosts?.map(host => host.toLowerCase().replace(/:\d+$/, '')));
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const bad = allowedNames.has(hostname) ? undefined : addresses.find(({ address }) => !isAllowedAddress(address));
      const [first] = addresses;
      if (bad || !first) return callback(new Error(`${hostname} is not a public address`), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Statuses that the Fetch standard allows no body for. */
const withoutBody = new Set([101, 103, 204, 205, 304]);

function toResponse(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const body = withoutBody.has(status) ? null : (Readable.toWeb(unpacked(incoming)) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

/** Some servers compress without being asked; whoever reads the body bounds what comes out. */
function unpacked(incoming: IncomingMessage): Readable {
  const unpack = unpackers[incoming.headers['content-encoding'] ?? '']?.();
  // Not `pipe`: a connection that breaks must end the reader too. The reader sees the error, so nobody is told here.
  return unpack ? pipeline(incoming, unpack, () => undefined) : incoming;
}

const unpackers: Readonly<Record<string, (() => Duplex) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};
