import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Decides whether a connection to an address may be made. */
export type AddressPolicy = (address: string) => boolean;

/** IPv4 ranges that are no public host (IANA special-purpose registry). */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Inside 2000::/3, which is all of the public IPv6 space: protocol assignments, documentation, 6to4 (which can carry any IPv4). */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
};
const not4 = listOf(special4, 'ipv4');
const not6 = listOf(special6, 'ipv6');
const all6 = listOf(['2000::/3'], 'ipv6');

/** Public unicast only: no private, loopback, link-local (cloud metadata), shared, documentation or multicast address. */
export const isPublicAddress: AddressPolicy = address => {
  if (isIPv4(address)) return !not4.check(address, 'ipv4');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  return isIPv6(address) && all6.check(address, 'ipv6') && !not6.check(address, 'ipv6');
};

/** The address that a URL's host names literally ("[::1]" is ::1), or undefined for a name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}
