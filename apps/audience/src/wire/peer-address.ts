import { BlockList, isIP } from 'node:net';
import type { Route } from './transport.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** 127.0.0.0/8 and ::1, as an IPv4 address mapped into IPv6 too. Names and private networks are not. */
export function isLoopbackAddress(address: string): boolean {
  return holdsAddress(loopback, address);
}

/** Why the socket's other end is not one that was consented to; null = it is. */
export function findPeerProblem(route: Route, peer: string | undefined): string | null {
  if (peer === undefined) return 'the socket does not say whom it reached';
  if (route.loopbackOnly && !isLoopbackAddress(peer)) {
    return `expected a peer in 127.0.0.0/8 or ::1, found ${peer}`;
  }
  const pinned = new BlockList();
  for (const address of route.addresses) pinned.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return holdsAddress(pinned, peer) ? null : `expected one of the consented addresses, found ${peer}`;
}

/** Why nothing may be sent along a route, before any socket; null = it may. */
export function findRouteProblem(route: Route): string | null {
  if (route.addresses.length === 0) return 'the route names no address';
  const name = route.addresses.find((address) => isIP(address) === 0);
  if (name !== undefined) return `expected IP addresses that were looked up for consent, found "${name}"`;
  const outside = route.loopbackOnly ? route.addresses.find((address) => !isLoopbackAddress(address)) : undefined;
  if (outside !== undefined) return `expected addresses in 127.0.0.0/8 or ::1, found ${outside}`;
  if (route.loopbackOnly && route.proxy !== null) return 'what a proxy reaches is never loopback and needs consent';
  return null;
}

function holdsAddress(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
