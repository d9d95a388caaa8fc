import type { Sign } from './thread.ts';

/** The keyed hash by which an address is suppressed and found again; the address itself need not be kept. */
export const addressHash = (address: string, sign: Sign): string =>
  Buffer.from(sign(`address:${address.trim().toLowerCase()}`)).toString('hex').slice(0, 40);
