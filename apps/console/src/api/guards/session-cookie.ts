import type { IncomingHttpHeaders } from 'node:http';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { NewSession } from '../../auth/sessions.ts';
import type { App } from '../app.ts';
import type { Peer } from './peer.ts';

const baseName = 'dropwise_session';

/** The cookie that a session is carried in: never readable by a page, never sent along by another site. */
export interface SessionCookie {
  /** What the request carries; null = none. */
  read(headers: IncomingHttpHeaders, peer: Peer): string | null;
  write(reply: FastifyReply, peer: Peer, session: NewSession): void;
  clear(reply: FastifyReply, peer: Peer): void;
}

/** `app` has the cookie plugin; `basePath`: as in `console.basePath`. */
export function createSessionCookie(app: App, basePath: string): SessionCookie {
  const path = basePath === '' ? '/' : basePath;
  const attributes = (peer: Peer): CookieSerializeOptions => ({
    path,
    httpOnly: true,
    sameSite: 'strict',
    secure: peer.scheme === 'https',
  });
  return {
    read: (headers, peer) => {
      if (headers.cookie === undefined) return null;
      return app.parseCookie(headers.cookie)[nameFor(peer, path)] ?? null;
    },
    write: (reply, peer, session) => {
      reply.setCookie(nameFor(peer, path), session.secret, { ...attributes(peer), maxAge: session.maxAgeSeconds });
    },
    clear: (reply, peer) => {
      reply.clearCookie(nameFor(peer, path), attributes(peer));
    },
  };
}

/**
 * Over https the name itself makes browsers refuse the cookie from any other sender: `__Host-` from sub-domains and plain
 * http, `__Secure-`, where a base path rules out the first, from plain http.
 */
function nameFor(peer: Peer, path: string): string {
  if (peer.scheme !== 'https') return baseName;
  return `${path === '/' ? '__Host-' : '__Secure-'}${baseName}`;
}
