import type { IncomingHttpHeaders } from 'node:http';
import type { KeyScope } from '@dropwise/contract';
import type { Access } from '../../auth/access.ts';
import { isLoopback } from '../../auth/addresses.ts';
import type { Scope, Who } from '../../auth/who.ts';
import { ProblemError } from '../problem-error.ts';
import { isLocalhostName, parseHostName } from './host-name.ts';
import type { Peer, PeerRequest } from './peer.ts';
import type { SessionCookie } from './session-cookie.ts';

const nobodysScopes: ReadonlySet<Scope> = new Set(['public']);
const ownersScopes: ReadonlySet<Scope> = new Set(['public', 'read', 'control', 'owner']);
const keysScopes: Readonly<Record<KeyScope, ReadonlySet<Scope>>> = {
  read: new Set(['public', 'read']),
  control: new Set(['public', 'read', 'control']),
};

/** Headers that proxies add to what they pass on. Whoever can leave them out can do no worse than be nobody. */
const forwardingHeaders: readonly string[] = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
  'fly-client-ip',
];

/** The key that a request carries, of whatever worth; null = none. */
export function readKey(headers: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? headers['x-api-key']?.toString() ?? null;
}

/** Who makes the request: by key, else by cookie, else as this machine's own while no password is set, else nobody. */
export function identify(request: PeerRequest, peer: Peer, access: Access, cookie: SessionCookie): Who | ProblemError {
  const { address } = peer;
  const keyText = readKey(request.headers);
  if (keyText !== null) {
    const key = access.keys.find(keyText);
    if (key !== null) {
      return { kind: 'key', scopes: keysScopes[key.scope], name: key.name, address, credentialId: key.id };
    }
    return new ProblemError('notSignedIn', 'There is no such API key (any more). Make one in the console’s settings.');
  }
  const secret = cookie.read(request.headers, peer);
  const session = secret === null ? null : access.sessions.find(secret);
  if (session !== null) {
    return { kind: 'session', scopes: ownersScopes, name: 'password', address, credentialId: session.id };
  }
  if (isLocal(request, peer, access)) return { kind: 'local', scopes: ownersScopes, name: 'local', address };
  return { kind: 'anonymous', scopes: nobodysScopes, name: 'nobody', address };
}

/**
 * Is it a person at this machine, and nobody set a password? A reverse proxy on the same machine connects from loopback
 * too, for the whole world: so whatever hints at one (its headers, HTTP/1.0 as proxies speak it by default, a name in Host
 * that is not this machine's, being set as trusted) makes the request nobody's. Behind a proxy a password is needed.
 */
function isLocal({ headers, httpVersion }: PeerRequest, peer: Peer, access: Access): boolean {
  if (access.passwordFrom !== null || peer.proxied || httpVersion === '1.0') return false;
  if (!isLoopback(peer.peerAddress) || forwardingHeaders.some((name) => headers[name] !== undefined)) return false;
  const host = parseHostName(peer.host);
  return host !== null && (isLocalhostName(host.name) || isLoopback(host.name));
}
