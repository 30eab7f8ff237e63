import type { Clock, NetworkError, StopSignal } from '@dropwise/kit';
import type { Exchange } from '../../http/exchange.ts';
import type { Session } from '../../session.ts';
import { BroadcastCache } from '../broadcast-cache.ts';
import { discoverWatchUrls, type WatchUrls } from '../discover-watch-urls.ts';
import { formatMinuteWatched } from '../minute-watched.ts';
import type { WatchOutcome, WatchTarget, WatchTransport } from '../watch-transport.ts';

/** Protocol 5.2: exactly this. */
const acceptedStatus = 204;

/** Posts one event a minute to the address that the channel page names. Protocol 5.1, 5.2. */
export function createSpadeTransport(parts: {
  exchange: Exchange;
  clock: Clock;
  /** Origin of channel pages. */
  siteUrl: () => string;
  session: () => Session | null;
}): WatchTransport {
  const { exchange, clock } = parts;
  const cache = new BroadcastCache<WatchUrls>();

  async function post(url: string, body: string, signal?: StopSignal) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return exchange({ purpose: 'spade', method: 'POST', url, headers, body }, signal);
  }

  /** Tries the next address when one cannot be found or reached: block lists know the first one (protocol 7). */
  async function postToFirstReachable(urls: WatchUrls, body: string, signal?: StopSignal) {
    let answer = await post(urls[0], body, signal);
    for (const url of urls.slice(1)) {
      if (answer.ok || !isBlocked(answer.failure)) break;
      answer = await post(url, body, signal);
    }
    return answer;
  }

  async function send(target: WatchTarget, signal?: StopSignal): Promise<WatchOutcome> {
    const session = parts.session();
    if (session === null) return { kind: 'refused', reason: 'there is no signed-in account', status: null };
    let urls = cache.get(target.broadcastId);
    if (urls === undefined) {
      const pageUrl = `${parts.siteUrl()}/${encodeURIComponent(target.login)}`;
      const found = await discoverWatchUrls(exchange, pageUrl, signal);
      if (!found.ok)
        return found.failure.kind === 'unreachable' ? found.failure : { ...found.failure, kind: 'refused' };
      urls = found.value;
      cache.set(target.broadcastId, urls);
    }
    const events = formatMinuteWatched(target, session.userId, clock.now());
    const body = new URLSearchParams({ data: Buffer.from(events).toString('base64') }).toString();
    const answer = await postToFirstReachable(urls, body, signal);
    if (!answer.ok) return { kind: 'unreachable', networkError: answer.failure };
    const { status } = answer.value;
    if (status === acceptedStatus) return { kind: 'accepted' };
    // The address may have moved: the next beat looks for it again.
    cache.delete(target.broadcastId);
    return { kind: 'refused', reason: `expected HTTP ${acceptedStatus} from the watch host, found ${status}`, status };
  }

  return { name: 'spade', beatMs: 60_000, send };
}

function isBlocked({ kind }: NetworkError): boolean {
  return kind === 'dns' || kind === 'refused';
}
