import { BlockList, isIP } from 'node:net';
import { isLoopbackAddress } from '../wire/peer-address.ts';

/**
 * What an address means. `private` ones mean another machine in another network: seen from a proxy, they may be somebody
 * else's. `unusable` ones (unspecified, multicast, broadcast) are nobody's.
 */
export type AddressKind = 'loopback' | 'private' | 'unusable' | 'global';

const unusable = listOf(['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'ff00::/8']);
/** RFC 6890, what is routed within a site or a link; and NAT64, behind which any IPv4 address may hide. */
const notGlobal = listOf([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  'fc00::/7',
  'fe80::/10',
]);

/** An IPv4 address inside an IPv6 one counts as the IPv4 address that it connects to. */
export function addressKindOf(address: string): AddressKind {
  const family = familyOf(address);
  if (family === null) return 'unusable';
  if (isLoopbackAddress(address)) return 'loopback';
  if (unusable.check(address, family)) return 'unusable';
  return notGlobal.check(address, family) ? 'private' : 'global';
}

/** One text for one address: `::ffff:7f00:1` and `::ffff:127.0.0.1` are `127.0.0.1`. Null = no IP address, or with a zone. */
export function canonicalAddress(address: string): string | null {
  const family = familyOf(address);
  if (family === null) return null;
  if (family === 'ipv4') return address;
  const compressed = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(compressed);
  if (mapped === null) return compressed;
  const high = Number.parseInt(mapped[1] ?? '', 16);
  const low = Number.parseInt(mapped[2] ?? '', 16);
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0) return null;
  return version === 4 ? 'ipv4' : 'ipv6';
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
