import { fail, type Result, succeed } from '@dropwise/kit';
import type { ProxyEndpoint, Route } from '../wire/transport.ts';
import type { Grant } from './gate.ts';
import { meansTheSameAt } from './proxied-address.ts';
import { authorityKey } from './target.ts';

/** A way to an authority, made of what was granted and of nothing else. */
export function createRoute(grant: Grant, proxy: ProxyEndpoint | null): Result<Route, string> {
  const { authority, addresses } = grant;
  if (proxy === null) return succeed({ authority, addresses, proxy, loopbackOnly: grant.by === 'loopback' });
  const name = authorityKey(authority);
  if (grant.by === 'loopback') {
    return fail(`${name} is this machine, and no proxy’s: through a proxy it needs a consent.`);
  }
  const other = addresses.find((address) => !meansTheSameAt(proxy, address));
  if (other === undefined) return succeed({ authority, addresses, proxy, loopbackOnly: false });
  return fail(`${name} is ${other}, which may be another machine seen from ${proxy.host}:${proxy.port}.`);
}
