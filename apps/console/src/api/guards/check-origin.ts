import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../problem-error.ts';
import { parseHostName } from './host-name.ts';
import type { Peer } from './peer.ts';

export interface OriginFacts {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly peer: Peer;
  /** The request carries an API key: nothing that a browser adds by itself. */
  readonly withKey: boolean;
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Does it change something, or open a channel to the live events? */
export function changesState(method: string, headers: IncomingHttpHeaders): boolean {
  return !readingMethods.has(method) || headers.upgrade !== undefined;
}

/**
 * Refuses what another web page makes a browser send. Browsers say where a request comes from: in Origin for everything
 * but simple reading, in Sec-Fetch-Site (where the connection is secure or local) for all of it. Reading needs neither;
 * changing needs one of them to fit, or a key.
 */
export function checkOrigin({ headers, method, peer, withKey }: OriginFacts): ProblemError | null {
  const site = headers['sec-fetch-site'];
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (!changesState(method, headers)) return fromElsewhere && !isNavigation(headers) ? refuse(null) : null;
  if (fromElsewhere) return refuse(headers.origin ?? null);
  if (headers.origin !== undefined) return isOwn(headers.origin, peer) ? null : refuse(headers.origin);
  if (withKey || site !== undefined) return null;
  return new ProblemError(
    'wrongOrigin',
    'A request that changes something must say where it comes from, and this one has no Origin header. Programs send an API key instead (Authorization: Bearer …).',
    'headers.origin',
  );
}

/** A link that was followed: the answer fills the window and can be read by nobody but its owner. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

/** Same host and port as the request; same scheme too where the request's is known to be https. */
function isOwn(origin: string, peer: Peer): boolean {
  const match = /^(https?):\/\/([^/?#@\\]+)$/.exec(origin);
  const [, scheme, authority] = match ?? [];
  if (scheme === undefined || authority === undefined) return false;
  // The other way round may be a proxy with TLS of its own that was not set as trusted.
  if (peer.scheme === 'https' && scheme !== 'https') return false;
  const [own, its] = [parseHostName(peer.host), parseHostName(authority)];
  if (own === null || its === null || own.name !== its.name) return false;
  const usual = scheme === 'https' ? 443 : 80;
  return (own.port ?? usual) === (its.port ?? usual);
}

function refuse(origin: string | null): ProblemError {
  const found = origin === null ? 'another site' : `"${origin.slice(0, 100)}"`;
  return new ProblemError(
    'wrongOrigin',
    `Only the console’s own pages may do this, and the request comes from ${found}. Behind a reverse proxy, let it pass the Host header on as the browser sent it.`,
    'headers.origin',
  );
}
