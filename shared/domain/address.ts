import { mailboxKey } from './listening/mail-address.ts';
import type { Sign } from './thread.ts';

/**
 * The keyed hash by which a mailbox is suppressed and found again; the address itself need not be kept. Two spellings of one mailbox
 * have the same: who unsubscribed as a.b@gmail.com is not written to as ab@gmail.com.
 */
export const addressHash = (address: string, sign: Sign): string =>
  Buffer.from(sign(`address:${mailboxKey(address)}`))
    .toString('hex')
    .slice(0, 40);
