import { isIP } from 'node:net';
import type { ProxyEndpoint } from '../wire/transport.ts';
import { type AddressKind, addressKindOf } from './address-kind.ts';

/**
 * Whether an address that was verified from here is the same machine where a proxy asks for it. 127.0.0.1 and 10.0.0.5 are
 * others at the far end of a proxy that is not in this machine or site, and nobody consented for those.
 */
export function meansTheSameAt(proxy: Pick<ProxyEndpoint, 'host'>, address: string): boolean {
  const at = kindOfHost(proxy.host);
  switch (addressKindOf(address)) {
    case 'global':
      return true;
    case 'private':
      return at === 'loopback' || at === 'private';
    case 'loopback':
      return at === 'loopback';
    case 'unusable':
      return false;
  }
}

/** Names of proxies are not looked up here: all but one count as anywhere. */
function kindOfHost(host: string): AddressKind {
  if (host.toLowerCase() === 'localhost') return 'loopback';
  return isIP(host) === 0 ? 'global' : addressKindOf(host);
}
