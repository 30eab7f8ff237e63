/** A cookie as it is kept. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Lower case, no leading dot. */
  readonly domain: string;
  /** Sent to this very host only. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  /** Epoch ms; null = no end. Cookies without an end are kept: the jar stands for a browser that is never closed. */
  readonly expiresAt: number | null;
}

/** Whether a cookie goes along with a request (RFC 6265, 5.4). */
export function matchesUrl(cookie: Cookie, url: URL, nowMs: number): boolean {
  if (cookie.expiresAt !== null && cookie.expiresAt <= nowMs) return false;
  if (cookie.secure && url.protocol !== 'https:') return false;
  const host = url.hostname.toLowerCase();
  const hostMatches = cookie.hostOnly ? host === cookie.domain : domainMatches(host, cookie.domain);
  return hostMatches && pathMatches(url.pathname, cookie.path);
}

/** Whether `host` is `domain` or below it. An address has nothing below it. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host) && !host.includes(':');
}

function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true;
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/');
}
