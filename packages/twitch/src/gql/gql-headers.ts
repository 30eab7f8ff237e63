import type { Session } from '../session.ts';

/** Headers of every authenticated call but `User-Agent` and `Cookie`, which the exchange adds. Protocol 1.2. */
export function gqlHeaders(session: Session, baseUrl: string): Record<string, string> {
  return {
    ...plainHeaders(session.clientId, session.sessionId),
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
