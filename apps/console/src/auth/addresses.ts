import ipaddr from 'ipaddr.js';

/** `::ffff:127.0.0.1` → `127.0.0.1`, zones and brackets gone; null = this is no IP address. */
export function plainAddress(text: string): string | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  // Only dotted quads: 0x7f.1 and 2130706433 are no addresses that anybody writes with good intent.
  const isValid = bare.includes(':') ? ipaddr.IPv6.isValid(bare) : ipaddr.IPv4.isValidFourPartDecimal(bare);
  if (!isValid) return null;
  return ipaddr.process(bare).toString();
}

/** 127.0.0.0/8 and ::1. */
export function isLoopback(address: string): boolean {
  const plain = plainAddress(address);
  return plain !== null && ipaddr.process(plain).range() === 'loopback';
}

/** One key for all that one subscriber can use: an IPv4 address, a /64 of IPv6. */
export function addressKey(address: string): string {
  const plain = plainAddress(address);
  if (plain === null) return address;
  return ipaddr.IPv6.isValid(plain) ? `${ipaddr.IPv6.networkAddressFromCIDR(`${plain}/64`)}/64` : plain;
}
