import { type Random, randomText, type StopSignal } from '@dropwise/kit';
import type { CookieJar } from '../cookies/cookie-jar.ts';
import { plainHeaders } from '../gql/gql-headers.ts';
import type { Exchange } from '../http/exchange.ts';

const cookieName = 'unique_id';
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * The device id: what the jar holds, else what the landing page sets, else 32 characters of our own. A page that
 * fails or sets nothing is no reason to stop: Twitch only wants the id to stay the same. Protocol 1.3, 2.1.
 */
export async function obtainDeviceId(
  parts: { exchange: Exchange; jar: CookieJar; random: Random; siteUrl: string; clientId: string; sessionId: string },
  signal?: StopSignal,
): Promise<string> {
  const { exchange, jar, random, siteUrl } = parts;
  const stored = jar.get(siteUrl, cookieName);
  if (stored !== null) return stored;
  const headers = plainHeaders(parts.clientId, parts.sessionId);
  const answer = await exchange({ purpose: 'landing', method: 'GET', url: `${siteUrl}/`, headers }, signal);
  const received = jar.get(siteUrl, cookieName) ?? (answer.ok ? uniqueIdIn(answer.value.setCookies) : null);
  const deviceId = received ?? randomText(random, 32, alphabet);
  if (jar.get(siteUrl, cookieName) === null) jar.set(siteUrl, cookieName, deviceId);
  return deviceId;
}

/** A local Twitch may set the cookie for the real domain, which the jar rightly refuses; the id itself is good. */
function uniqueIdIn(setCookies: readonly string[]): string | null {
  for (const line of setCookies) {
    const match = /^unique_id=([A-Za-z0-9_-]{8,128})(?:;|$)/.exec(line);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}
