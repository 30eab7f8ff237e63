import { isLoopback } from '../../auth/addresses.ts';
import { ProblemError } from '../problem-error.ts';
import { isLocalhostName, parseHostName } from './host-name.ts';
import type { Peer } from './peer.ts';

export interface HostRules {
  /** `console.host`, as it was given. */
  readonly listenHost: string;
  /** What it stands for. */
  readonly listenAddresses: readonly string[];
  /** `console.allowedHosts`, as it is now. */
  readonly allowedHosts: () => readonly string[];
}

/**
 * Refuses names that are not the console's. A page of the world can give its own name this machine's address (DNS
 * rebinding), and then reads everything as if it were from here; the name in Host is what gives it away. Ports are not
 * compared: a container's differ inside and outside, and a name with a wrong port does not reach this server.
 */
export function checkHost(peer: Peer, rules: HostRules): ProblemError | null {
  const host = parseHostName(peer.host);
  if (host !== null) {
    if (isLoopbackName(host.name)) return null;
    if (host.isAddress ? isListenAddress(host.name, rules) : isListenName(host.name, rules)) return null;
    const allowed = rules.allowedHosts().map(parseHostName);
    if (allowed.some((each) => each?.name === host.name && (each.port === null || each.port === host.port)))
      return null;
  }
  const found = host === null ? 'another host, or none' : `"${host.name.slice(0, 100)}"`;
  return new ProblemError(
    'wrongHost',
    `The console answers to its own names only, and the request was for ${found}. If it is the console’s name, add it to the setting console.allowedHosts.`,
    'headers.host',
  );
}

function isLoopbackName(name: string): boolean {
  return isLocalhostName(name) || isLoopback(name);
}

/**
 * An address in Host cannot be rebound: a page at http://192.168.1.5 came from 192.168.1.5. So a console that listens on
 * all of its machine's addresses, which a container does not even know, takes any.
 */
function isListenAddress(address: string, { listenAddresses }: HostRules): boolean {
  return listenAddresses.some((each) => each === address || each === '0.0.0.0' || each === '::');
}

function isListenName(name: string, { listenHost }: HostRules): boolean {
  return parseHostName(listenHost)?.name === name;
}
