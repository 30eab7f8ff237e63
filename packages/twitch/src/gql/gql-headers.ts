import type { ProtocolData } from '../definitions/index.ts';
import type { Session } from '../session.ts';

/** Headers of every authenticated call but `User-Agent` and `Cookie`, which the exchange adds. Protocol 1.2. */
export function gqlHeaders(session: Session, protocol: ProtocolData): Record<string, string> {
  const { clientName, clientId } = session;
  const baseUrl = clientName === 'custom' ? protocol.clients.tv.baseUrl : protocol.clients[clientName].baseUrl;
  return {
    ...plainHeaders(clientId, session.sessionId),
    'content-type': 'application/json',
    'x-device-id': session.deviceId,
    origin: baseUrl,
    referer: baseUrl,
    authorization: `OAuth ${session.token.reveal()}`,
  };
}

/** What the landing page request carries too. */
export function plainHeaders(clientId: string, sessionId: string): Record<string, string> {
  return {
    accept: '*/*',
    'accept-encoding': 'gzip',
    'accept-language': 'en-US',
    pragma: 'no-cache',
    'cache-control': 'no-cache',
    'client-id': clientId,
    'client-session-id': sessionId,
  };
}
