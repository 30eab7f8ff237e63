import { isIP } from 'node:net';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { ProxyEndpoint, Route } from '../wire/transport.ts';
import { type AddressKind, addressKindOf } from './address-kind.ts';
import type { Grant } from './gate.ts';
import { authorityKey } from './target.ts';

/**
 * The only place where a way to an authority is made, of what was granted. An address within a site means another machine at
 * the far end of a proxy that is not in the same site, one nobody consented for.
 */
export function createRoute(grant: Grant, proxy: ProxyEndpoint | null): Result<Route, string> {
  const { authority, addresses } = grant;
  if (proxy === null) return succeed({ authority, addresses, proxy, loopbackOnly: grant.by === 'loopback' });
  const name = authorityKey(authority);
  if (grant.by === 'loopback')
    return fail(`${name} is this machine, and no proxy's: through a proxy it needs a consent.`);
  const proxyKind = kindOfHost(proxy.host);
  const beyond = addresses.find((address) => !meansTheSameAt(proxyKind, addressKindOf(address)));
  if (beyond !== undefined) {
    return fail(
      `${name} was found at ${beyond}, which is another machine seen from the proxy ${proxy.host}:${proxy.port}.`,
    );
  }
  return succeed({ authority, addresses, proxy, loopbackOnly: false });
}

function meansTheSameAt(proxy: AddressKind, address: AddressKind): boolean {
  if (address === 'loopback') return proxy === 'loopback';
  return address !== 'private' || proxy === 'loopback' || proxy === 'private';
}

/** Names of proxies are not looked up here; but for one, they count as anywhere. */
function kindOfHost(host: string): AddressKind {
  if (host.toLowerCase() === 'localhost') return 'loopback';
  return isIP(host) === 0 ? 'global' : addressKindOf(host);
}
