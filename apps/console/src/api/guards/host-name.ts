import { isIPv6 } from 'node:net';
import { plainAddress } from '../../auth/addresses.ts';

/** `name[:port]` of a Host header, an Origin or a setting, in the one form that can be compared. */
export interface HostName {
  /** Lower case, without brackets and the dot at the end; an IP address in its shortest form. */
  readonly name: string;
  /** Null = none was given. */
  readonly port: number | null;
  readonly isAddress: boolean;
}

/** Null = this is no host. */
export function parseHostName(text: string): HostName | null {
  if (text.length > 300) return null;
  // A bare IPv6 address, as people write it in settings.
  const bracketed = isIPv6(text) ? `[${text}]` : text;
  const match = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?\.?)(?::(\d{1,5}))?$/.exec(bracketed);
  const [, host, portText] = match ?? [];
  if (host === undefined) return null;
  const port = portText === undefined ? null : Number(portText);
  if (port !== null && port > 65_535) return null;
  const address = plainAddress(host);
  if (address !== null) return { name: address, port, isAddress: true };
  // What looks like an address and is none: some resolvers read 0x7f.1 or 127.1 as one.
  if (host.startsWith('[') || /^(?:0x[0-9a-f]*|\d+)\.?$/i.test(host.split('.').filter(Boolean).at(-1) ?? ''))
    return null;
  return { name: host.toLowerCase().replace(/\.$/, ''), port, isAddress: false };
}

/** Names that every browser takes for this machine without asking a name server: RFC 6761, 6.3. */
export function isLocalhostName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}
