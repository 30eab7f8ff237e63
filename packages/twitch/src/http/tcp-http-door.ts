import type { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type HttpDoor, type HttpRequest, type HttpResponse, NetworkError, type StopSignal } from '@dropwise/kit';
import { type Carried, carry, type Route } from './carry.ts';
import { timeoutError } from './network-error-of.ts';
import { plainHttp } from './plain-http.ts';
import { openProxyAgent, type ProxySettings } from './proxy.ts';

export interface TcpDoorOptions {
  readonly proxy?: ProxySettings | null;
  /** Certificates to trust besides the usual ones, PEM. */
  readonly ca?: string;
}

export interface TcpHttpDoor extends HttpDoor, AsyncDisposable {
  /** Ends what is under way (as a `NetworkError` of kind `other`) and closes kept connections. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Connections to one host at a time; more requests wait inside their time limit. */
const maxSocketsPerHost = 8;
const maxRedirects = 5;
const redirectStatuses = [301, 302, 303, 307, 308];
/** Not told to another origin. */
const privateHeaders = ['authorization', 'cookie', 'client-id', 'x-device-id'];

/** Carries requests over TCP with kept connections, gzip, redirects of GET, and one optional proxy. */
export function createTcpHttpDoor(options: TcpDoorOptions = {}): TcpHttpDoor {
  const { proxy = null, ca } = options;
  const agentOptions = { keepAlive: true, maxSockets: maxSocketsPerHost };
  const plain = new plainHttp.Agent(agentOptions);
  const secure = new HttpsAgent({ ...agentOptions, ...(ca === undefined ? {} : { ca }) });
  let proxied: Promise<Agent> | null = null;
  const underWay = new Map<AbortController, Promise<unknown>>();
  let closed = false;

  async function routeFor(url: URL): Promise<Route> {
    if (proxy === null) return { agent: url.protocol === 'https:' ? secure : plain, proxy: null, ca };
    if (url.protocol === 'http:' && (proxy.kind === 'http' || proxy.kind === 'https')) {
      return { agent: proxy.kind === 'https' ? secure : plain, proxy, absolute: true, ca };
    }
    proxied ??= openProxyAgent(proxy, agentOptions);
    return { agent: await proxied, proxy, ca };
  }

  async function follow(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    let current = request;
    const setCookies: string[] = [];
    const origin = new URL(request.url);
    for (let redirects = 0; ; redirects++) {
      const url = new URL(current.url);
      const carried = await carry(current, await routeFor(url), signal);
      if (url.hostname === origin.hostname) setCookies.push(...carried.setCookies);
      const follows = request.method === 'GET' && request.redirects !== 'refuse';
      const next = follows ? redirectOf(carried, url) : null;
      if (next === null) return { ...carried, setCookies };
      if (redirects >= maxRedirects) {
        throw new NetworkError(
          'other',
          url.host,
          `expected at most ${maxRedirects} redirects from ${origin.host}, found more`,
        );
      }
      current = { ...current, url: next.href, headers: headersFor(current, next.origin === url.origin) };
    }
  }

  async function limited(request: HttpRequest, stop: AbortController, signal?: StopSignal): Promise<HttpResponse> {
    const onAbort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const { host } = new URL(request.url);
    const timer = setTimeout(() => stop.abort(timeoutError(host, request.timeoutMs)), request.timeoutMs);
    try {
      return await follow(request, stop.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    async send(request, signal) {
      if (signal?.aborted) throw signal.reason;
      const { host } = new URL(request.url);
      if (closed) throw new NetworkError('other', host, `the door is closed: nothing is sent to ${host}`);
      const stop = new AbortController();
      const exchange = limited(request, stop, signal);
      const settled = exchange.catch(() => {});
      underWay.set(stop, settled);
      try {
        return await exchange;
      } finally {
        underWay.delete(stop);
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      const pending = [...underWay.values()];
      for (const stop of underWay.keys()) stop.abort(new NetworkError('other', 'all', 'the door was closed'));
      await Promise.all(pending);
      plain.destroy();
      secure.destroy();
      (await proxied?.catch(() => null))?.destroy();
    },
  };
}

/** Where a redirect leads; null for any other answer. Never from https down to http. */
function redirectOf({ status, headers }: Carried, from: URL): URL | null {
  const { location } = headers;
  if (!redirectStatuses.includes(status) || location === undefined || !URL.canParse(location, from.href)) return null;
  const next = new URL(location, from);
  const isHttp = next.protocol === 'https:' || next.protocol === 'http:';
  if (isHttp && !(from.protocol === 'https:' && next.protocol === 'http:')) return next;
  throw new NetworkError(
    'other',
    from.host,
    `${from.host} redirects to ${next.protocol}, which is not followed from ${from.protocol}`,
  );
}

function headersFor({ headers }: HttpRequest, isSameOrigin: boolean): Readonly<Record<string, string>> {
  if (isSameOrigin) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !privateHeaders.includes(name.toLowerCase())));
}
