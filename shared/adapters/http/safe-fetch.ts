import { lookup } from 'node:dns/promises';
import { type AddressPolicy, isPublicAddress, literalAddress } from './address-policy.ts';
import { BodyTooLarge, boundedBody } from './bounded-body.ts';

/** Addresses that strangers give us are fetched through this, and only through this. */
export interface SafeFetchConfig {
  readonly fetch: typeof globalThis.fetch;
  readonly isAllowedAddress?: AddressPolicy;
  /** Hosts ("127.0.0.1:8090", "blogs.test") that may be fetched whatever their address and port: a test set-up's own world. */
  readonly allowedPrivateHosts?: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly userAgent: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
}

export type Fetched =
  | {
      readonly kind: 'answered';
      /** Where the redirects ended. */
      readonly url: string;
      readonly status: number;
      readonly headers: Headers;
      readonly bytes: Uint8Array;
    }
  /** We do not go there. */
  | { readonly kind: 'refused'; readonly because: string }
  /** Nobody answered, or not in time. */
  | { readonly kind: 'unreachable'; readonly because: string };

/** `mayFollow` is asked about every address that a redirect leads to; a text says why not. */
export type SafeFetch = (
  url: string,
  accept?: string,
  mayFollow?: (url: string) => Promise<string | undefined>,
) => Promise<Fetched>;

/** The largest of 142 real feeds is 1.6 MB. */
const defaultMaxBytes = 5 * 1024 * 1024;
const defaultTimeoutMs = 10_000;
const defaultMaxRedirects = 5;
const ordinaryPorts = new Set(['', '80', '443']);

/** A GET that reaches public web servers only: every hop's scheme, port and resolved addresses are checked; size and time are capped. */
export function safeFetch(config: SafeFetchConfig): SafeFetch {
  const { fetch, userAgent, isAllowedAddress = isPublicAddress, resolve = addressesOf } = config;
  const allowedHosts = new Set(config.allowedPrivateHosts?.map(host => host.toLowerCase()));

  async function whyNot(url: URL): Promise<Fetched | undefined> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return refused(`${url.protocol} addresses are not fetched`);
    if (url.username !== '' || url.password !== '') return refused('addresses with a user name are not fetched');
    if (allowedHosts.has(url.host) || allowedHosts.has(url.hostname)) return undefined;
    if (!ordinaryPorts.has(url.port)) return refused(`port ${url.port} is not fetched`);
    const literal = literalAddress(url.hostname);
    const addresses = literal === undefined ? await resolve(url.hostname) : [literal];
    if (addresses.length === 0) return { kind: 'unreachable', because: `${url.hostname} has no address` };
    return addresses.every(isAllowedAddress) ? undefined : refused(`${url.hostname} is not a public address`);
  }

  return async (start, accept = '*/*', mayFollow) => {
    const signal = AbortSignal.timeout(config.timeoutMs ?? defaultTimeoutMs);
    try {
      let url = new URL(start);
      for (let hop = 0; hop <= (config.maxRedirects ?? defaultMaxRedirects); hop++) {
        const refusal = await whyNot(url);
        if (refusal) return refusal;
        const objection = hop > 0 ? await mayFollow?.(url.href) : undefined;
        if (objection !== undefined) return refused(objection);
        const response = await fetch(url, { redirect: 'manual', signal, headers: { accept, 'user-agent': userAgent } });
        const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
        if (location === null) {
          const bytes = await boundedBody(response, config.maxBytes ?? defaultMaxBytes);
          return { kind: 'answered', url: url.href, status: response.status, headers: response.headers, bytes };
        }
        await response.body?.cancel().catch(() => undefined);
        url = new URL(location, url);
      }
      return refused('it redirects too often');
    } catch (error) {
      if (error instanceof BodyTooLarge) return refused(error.message);
      return { kind: 'unreachable', because: signal.aborted ? 'no answer in time' : reasonOf(error) };
    }
  };
}

const refused = (because: string): Fetched => ({ kind: 'refused', because });

const addressesOf = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the call failed';
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
