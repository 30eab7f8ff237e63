import type { Problem } from '@dropwise/contract';
import type { Access } from '../../auth/access.ts';
import type { Who } from '../../auth/who.ts';
import { ProblemError } from '../problem-error.ts';
import { checkHost, type HostRules } from './check-host.ts';
import { checkOrigin } from './check-origin.ts';
import { checkForm } from './check-request.ts';
import { identify, readKey } from './identify.ts';
import type { PeerRequest, ReadPeer } from './peer.ts';
import { checkScope } from './route-scopes.ts';
import type { SessionCookie } from './session-cookie.ts';

/**
 * Who opens the socket (Node's request of the handshake), or why they may not: the rules of every other request, with scope
 * `read`. Can be asked again for the same request, as sessions end and keys are deleted.
 */
export type AuthorizeSocket = (request: PeerRequest & { readonly url?: string | undefined }) => Who | Problem;

export interface SocketRules extends HostRules {
  readonly access: Access;
  readonly readPeer: ReadPeer;
  readonly cookie: SessionCookie;
}

export function createAuthorizeSocket(rules: SocketRules): AuthorizeSocket {
  const { access, cookie, readPeer } = rules;
  return (request) => {
    const { headers, method = 'GET', url = '/' } = request;
    const peer = readPeer(request);
    const withKey = readKey(headers) !== null;
    const refused =
      checkForm(url, request) ?? checkHost(peer, rules) ?? checkOrigin({ headers, method, peer, withKey });
    if (refused !== null) return refused.toProblem();
    const who = identify(request, peer, access, cookie);
    if (who instanceof ProblemError) return who.toProblem();
    return checkScope(who, { scope: 'read' }, access)?.toProblem() ?? who;
  };
}
