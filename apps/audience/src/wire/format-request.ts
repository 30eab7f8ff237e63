import { isIP } from 'node:net';
import type { Authority, OutgoingRequest } from './transport.ts';

/** Who asks, on every request and to every proxy: fixed, so that an operator can tell and refuse. */
export interface WireIdentity {
  readonly userAgent: string;
  readonly runId: string;
}

export function formatIdentity(identity: WireIdentity): string {
  return `User-Agent: ${identity.userAgent}\r\nX-Audience-Run: ${identity.runId}\r\n`;
}

/** As `Host` wants it: brackets around IPv6, the scheme's own port left out. */
export function formatAuthority(authority: Authority): string {
  const host = isIP(authority.host) === 6 ? `[${authority.host}]` : authority.host;
  const isOwnPort = authority.port === (authority.scheme === 'https' ? 443 : 80);
  return isOwnPort ? host : `${host}:${authority.port}`;
}

/** The header lines that every request of a connection begins with. */
export function formatFixedHeaders(authority: Authority, identity: WireIdentity): string {
  return `Host: ${formatAuthority(authority)}\r\n${formatIdentity(identity)}Accept: */*\r\n`;
}

/** A whole request; throws on a path or header line that would be read as something else. */
export function formatRequest(request: OutgoingRequest, fixedHeaders: string): string {
  if (!/^\/[\x21-\x7e]*$/.test(request.path)) {
    throw new TypeError('a request path must begin with / and hold visible ASCII alone; encode it first');
  }
  if (request.extraHeaders !== '' && !/^(?:[\w-]+: [\x20-\x7e]*\r\n)*$/.test(request.extraHeaders)) {
    throw new TypeError('extra headers must be lines of "Name: value" in ASCII that end with CR LF');
  }
  const range = request.range === null ? '' : `Range: ${formatRange(request.range)}\r\n`;
  const encoding = request.mayCompress ? 'gzip' : 'identity';
  return `GET ${request.path} HTTP/1.1\r\n${fixedHeaders}Accept-Encoding: ${encoding}\r\n${range}${request.extraHeaders}\r\n`;
}

/** `bytes=0-99`: both ends are part of it (RFC 9110 14.1.2). */
export function formatRange({ offset, lengthBytes }: NonNullable<OutgoingRequest['range']>): string {
  return `bytes=${offset}-${offset + lengthBytes - 1}`;
}
