import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type Range = readonly [Address, number];

/** Ranges that no webhook may reach, beside everything that is not plain unicast. */
const DENIED_IPV4 = ranges(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24',
  '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32',
);

/** Global unicast; the rest of IPv6 is closed. */
const OPEN_IPV6 = ranges('2000::/3');
const DENIED_IPV6 = ranges('2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20');

/** Metadata services and link-local addresses: no setting opens them. */
const NEVER = ranges('169.254.0.0/16 fe80::/10 fd00:ec2::/32 168.63.129.16/32 100.100.100.200/32');

/** @throws Error when a text is no CIDR */
export function ranges(...texts: string[]): Range[] {
  return texts
    .flatMap((text) => text.split(/[\s,]+/))
    .filter((text) => text !== '')
    .map((text) => ipaddr.parseCIDR(text));
}

/** Whether a connection to `text` is allowed; IPv4 in IPv6 clothing is judged as IPv4. */
export function isAllowedAddress(text: string, readmitted: readonly Range[]): boolean {
  // The library reads short forms (`1.2`) too; whoever connects may read them otherwise.
  if (isIP(text) === 0) return false;
  const address = ipaddr.process(text);
  if (within(address, NEVER)) return false;
  if (within(address, readmitted)) return true;
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return !within(address, DENIED_IPV4);
  return within(address, OPEN_IPV6) && !within(address, DENIED_IPV6);
}

function within(address: Address, list: readonly Range[]): boolean {
  return list.some(
    ([base, bits]) =>
      base.kind() === address.kind() &&
      address.match([base, bits] as [ipaddr.IPv4, number] & [ipaddr.IPv6, number]),
  );
}
