import { isIP } from 'node:net';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Authority } from '../wire/transport.ts';

/** An address as it will be asked for: whose it is, and where there. */
export interface Target {
  readonly authority: Authority;
  /** What a request line says: path and query. */
  readonly path: string;
  /** The path alone: what `paths` of a consent decides about. */
  readonly pathname: string;
}

const maxUrlLength = 8_192;

/**
 * Reads an address the way a browser does (WHATWG), so that `0177.1`, `2130706433` and `EXAMPLE.com.` are what they connect
 * to. The failure says what was expected and found, without credentials or query.
 */
export function readTarget(given: URL | string): Result<Target, string> {
  const url = typeof given === 'string' ? parseUrl(given) : given;
  if (url === null) return fail('an address such as https://stream.example/live/index.m3u8 is expected.');
  if (url.href.length > maxUrlLength) return fail(`an address of at most ${maxUrlLength} characters is expected.`);
  const scheme = url.protocol === 'http:' ? 'http' : url.protocol === 'https:' ? 'https' : null;
  if (scheme === null) return fail(`an http or https address is expected, found "${url.protocol}".`);
  if (url.username !== '' || url.password !== '') {
    return fail('a name and password in the address are not sent anywhere: leave them out.');
  }
  const port = url.port === '' ? (scheme === 'http' ? 80 : 443) : Number(url.port);
  if (port === 0) return fail('port 0 is nobody’s: give the port that the origin listens on.');
  const host = canonicalHost(url.hostname);
  if (host === null) return fail(`"${url.hostname}" is not the name of a host.`);
  return succeed({ authority: { scheme, host, port }, path: `${url.pathname}${url.search}`, pathname: url.pathname });
}

/** The same text for the same authority: `http://stream.example:80`. */
export function authorityKey(authority: Authority): string {
  const host = isIP(authority.host) === 6 ? `[${authority.host}]` : authority.host;
  return `${authority.scheme}://${host}:${authority.port}`;
}

/** Without brackets and without the dot of a name that is written whole; null = no name that could be looked up. */
function canonicalHost(hostname: string): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  if (host.length === 0 || host.length > 253) return null;
  return host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label)) ? host : null;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
