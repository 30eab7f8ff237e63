import type { Clock } from '@dropwise/kit';
import cookiePlugin from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../../auth/access.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AuthorizeSocket, createAuthorizeSocket } from './authorize-socket.ts';
import { checkHost, type HostRules } from './check-host.ts';
import { changesState, checkOrigin } from './check-origin.ts';
import { checkContentType, checkForm } from './check-request.ts';
import { identify, readKey } from './identify.ts';
import { limitJson } from './json-limits.ts';
import { createReadPeer, type Peer } from './peer.ts';
import { createRateLimit, type RateLimits, usualRateLimits } from './rate-limits.ts';
import { checkScope, requireScopes } from './route-scopes.ts';
import { addSecurityHeaders, transportSecurity } from './security-headers.ts';
import { createSessionCookie, type SessionCookie } from './session-cookie.ts';

export interface GuardOptions extends HostRules {
  readonly access: Access;
  readonly clock: Clock;
  /** `console.basePath`. */
  readonly basePath: string;
  /** `console.trustedProxies`, as `checkTrustedProxies` lets them pass. */
  readonly trustedProxies: readonly string[];
  readonly rateLimits?: RateLimits;
}

export interface Guards {
  /** For Socket.IO's handshakes, which Fastify does not see: the same rules. */
  readonly authorizeSocket: AuthorizeSocket;
  /** For the routes that sign in and out. */
  readonly cookie: SessionCookie;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Where it comes from. */
    peer: Peer;
  }
}

const nobody: Peer = { peerAddress: '', address: '', scheme: 'http', host: '', proxied: false };

/**
 * Everything that stands before the routes, in this order: headers for the browser, form, Host, Origin, type of the body,
 * rate, who it is, whether they may; then the body's size, depth and schema. Await it before any route is registered.
 */
export async function registerGuards(app: App, options: GuardOptions): Promise<Guards> {
  const { access, basePath, clock, trustedProxies } = options;
  const readPeer = createReadPeer(trustedProxies);
  const cookie = createSessionCookie(app, basePath);
  app.decorateRequest('who');
  app.decorateRequest('peer');
  await addSecurityHeaders(app);
  await app.register(cookiePlugin);
  limitJson(app);
  requireScopes(app);
  const limitRate = await createRateLimit(
    app,
    clock,
    options.rateLimits ?? usualRateLimits,
    ({ peer }) => peer.address,
  );

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { headers, method, raw } = request;
    request.peer = nobody;
    request.who = { kind: 'anonymous', scopes: new Set(), name: 'nobody', address: '' };
    refuse(checkForm(raw.url ?? '', raw));
    const peer = readPeer(raw);
    request.peer = peer;
    const transport = transportSecurity(peer);
    if (transport !== null) reply.header(...transport);
    refuse(checkHost(peer, options));
    const changes = changesState(method, headers);
    refuse(checkOrigin({ headers, method, peer, withKey: readKey(headers) !== null }));
    if (changes) refuse(checkContentType(headers));
    // Not earlier: another site's page must not use up what the owner's own may send.
    await limitRate(request, reply, changes);
    const who = identify(raw, peer, access, cookie);
    if (who instanceof ProblemError) throw who;
    request.who = who;
    // What is not there is nobody's secret.
    if (request.is404) return;
    refuse(checkScope(who, request.routeOptions.config, access));
  });
  return { authorizeSocket: createAuthorizeSocket({ ...options, readPeer, cookie }), cookie };
}

function refuse(problem: ProblemError | null): void {
  if (problem !== null) throw problem;
}
