import type { Clock } from '@dropwise/kit';
import { parseSetCookie } from 'set-cookie-parser';
import { type Cookie, domainMatches, matchesUrl } from './cookie.ts';

const maxCookies = 300;
const maxCookieLength = 4_096;

/** Which client the stored token was issued to. */
export interface TokenIssuer {
  readonly clientName: string;
  readonly clientId: string;
}

/** The cookies of one account, in memory. The disk is the owner's: `formatCookieJar` and `parseCookieJar`. */
export class CookieJar {
  readonly #clock: Pick<Clock, 'now'>;
  #cookies: Cookie[];
  #issuer: TokenIssuer | null;
  #revision = 0;

  constructor(clock: Pick<Clock, 'now'>, cookies: readonly Cookie[] = [], issuer: TokenIssuer | null = null) {
    this.#clock = clock;
    this.#cookies = cookies.slice(-maxCookies);
    this.#issuer = issuer;
  }

  /** Grows with every change: compare it to know whether the file is behind. */
  get revision(): number {
    return this.#revision;
  }

  get issuer(): TokenIssuer | null {
    return this.#issuer;
  }

  set issuer(issuer: TokenIssuer | null) {
    this.#issuer = issuer;
    this.#revision += 1;
  }

  /** Unexpired cookies, oldest first. */
  get cookies(): readonly Cookie[] {
    const now = this.#clock.now();
    return this.#cookies.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  }

  /** Keeps what a response from `url` sets. Foreign domains and oversized cookies are left out. */
  storeResponse(url: string, setCookies: readonly string[]): void {
    const { hostname, protocol } = new URL(url);
    for (const parsed of parseSetCookie(setCookies, { decodeValues: false })) {
      const domain = (parsed.domain ?? '').replace(/^\./, '').toLowerCase();
      if (parsed.name === '' || parsed.name.length + parsed.value.length > maxCookieLength) continue;
      if (domain !== '' && (!domain.includes('.') || !domainMatches(hostname, domain))) continue;
      if (parsed.secure === true && protocol !== 'https:') continue;
      this.#put({
        name: parsed.name,
        value: parsed.value,
        domain: domain === '' ? hostname : domain,
        hostOnly: domain === '',
        path: parsed.path?.startsWith('/') ? parsed.path : '/',
        secure: parsed.secure ?? false,
        expiresAt: this.#expiryOf(parsed),
      });
    }
  }

  /** Value of the cookie that a request to `url` would carry, or null. */
  get(url: string, name: string): string | null {
    return this.#matching(url).find((cookie) => cookie.name === name)?.value ?? null;
  }

  /** Sets a cookie of ours for the host of `url`, without an end. */
  set(url: string, name: string, value: string): void {
    const { hostname, protocol } = new URL(url);
    const secure = protocol === 'https:';
    this.#put({ name, value, domain: hostname, hostOnly: true, path: '/', secure, expiresAt: null });
  }

  /** Drops the cookies of that name that a request to `url` would carry. */
  remove(url: string, name: string): void {
    const gone = new Set(this.#matching(url).filter((cookie) => cookie.name === name));
    if (gone.size === 0) return;
    this.#cookies = this.#cookies.filter((cookie) => !gone.has(cookie));
    this.#revision += 1;
  }

  clear(): void {
    this.#cookies = [];
    this.#issuer = null;
    this.#revision += 1;
  }

  /** The `Cookie` header for a request to `url`, or null for none. */
  headerFor(url: string): string | null {
    const matching = this.#matching(url);
    return matching.length === 0 ? null : matching.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #matching(url: string): Cookie[] {
    const parsed = new URL(url);
    const now = this.#clock.now();
    return this.#cookies
      .filter((cookie) => matchesUrl(cookie, parsed, now))
      .sort((a, b) => b.path.length - a.path.length || b.domain.length - a.domain.length);
  }

  #expiryOf({ maxAge, expires }: { maxAge?: number; expires?: Date }): number | null {
    if (maxAge !== undefined && Number.isFinite(maxAge)) return this.#clock.now() + maxAge * 1_000;
    const at = expires?.getTime();
    return at === undefined || Number.isNaN(at) ? null : at;
  }

  #put(cookie: Cookie): void {
    const isSame = (other: Cookie): boolean =>
      other.name === cookie.name && other.domain === cookie.domain && other.path === cookie.path;
    const before = this.#cookies.find(isSame);
    if (before?.value === cookie.value && before.expiresAt === cookie.expiresAt) return;
    const now = this.#clock.now();
    this.#cookies = this.#cookies.filter((other) => !isSame(other));
    if (cookie.expiresAt === null || cookie.expiresAt > now) this.#cookies.push(cookie);
    // The oldest makes room: Twitch sets about a dozen.
    this.#cookies = this.#cookies.slice(-maxCookies);
    this.#revision += 1;
  }
}
