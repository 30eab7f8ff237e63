import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { HttpRequest, HttpResponse } from '@dropwise/kit';
import { networkErrorOf, tooLargeError } from './network-error-of.ts';
import { plainHttp } from './plain-http.ts';
import type { ProxySettings } from './proxy.ts';

/** How a request leaves the machine. */
export interface Route {
  readonly agent: Agent;
  readonly proxy: ProxySettings | null;
  /** The proxy is asked with the whole address (plain http) instead of for a tunnel. */
  readonly absolute?: boolean;
  readonly ca?: string | undefined;
}

export type Carried = HttpResponse;

/** One exchange without redirects. Rejects with a `NetworkError`, or with the signal's reason. */
export async function carry(request: HttpRequest, route: Route, signal: AbortSignal): Promise<Carried> {
  const url = new URL(request.url);
  try {
    return await attempt(request, url, route, signal);
  } catch (error) {
    // A kept connection may have been closed while the request was on its way: that one is sent once more.
    if (!(error instanceof StaleConnection) || signal.aborted) throw error;
    return attempt(request, url, route, signal).catch((second) => {
      throw second instanceof StaleConnection ? networkErrorOf(second.cause, url.hostname, null) : second;
    });
  }
}

class StaleConnection extends Error {}

function attempt(request: HttpRequest, url: URL, route: Route, signal: AbortSignal): Promise<Carried> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const outgoing = createRequest(request, url, route);
    let isThrough = route.proxy === null;
    let hasAnswer = false;
    const onAbort = (): void => {
      reject(signal.reason);
      outgoing.destroy();
    };
    const finish = (settle: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const label = (): string | null => (isThrough ? null : (route.proxy?.label ?? null));
    outgoing.on('socket', () => {
      // A tunnel's socket comes only once the tunnel stands; a plain proxy's comes before it is connected.
      if (route.absolute !== true) isThrough = true;
    });
    outgoing.once('proxyConnect', (connect: { statusCode: number }) => {
      if (connect.statusCode === 200) return;
      finish(() => reject(proxyRefusal(connect.statusCode, url, route)));
      outgoing.destroy();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = outgoing.reusedSocket && !hasAnswer && error.code === 'ECONNRESET';
      const cause = isStale
        ? new StaleConnection('stale', { cause: error })
        : networkErrorOf(error, url.hostname, label());
      finish(() => reject(cause));
    });
    outgoing.on('response', (incoming) => {
      hasAnswer = true;
      if (route.absolute === true && incoming.statusCode === 407) {
        finish(() => reject(proxyRefusal(407, url, route)));
        outgoing.destroy();
        return;
      }
      readBody(incoming, request, url).then(
        (body) => finish(() => resolve(responseOf(incoming, body, request))),
        (error) => {
          outgoing.destroy();
          finish(() => reject(networkErrorOf(error, url.hostname, null)));
        },
      );
    });
    outgoing.end(request.body);
  });
}

function proxyRefusal(status: number, url: URL, { proxy }: Route): Error {
  return networkErrorOf({ code: `HTTP ${status}` }, url.hostname, proxy?.label ?? 'in between');
}

function createRequest(request: HttpRequest, url: URL, route: Route): ClientRequest {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip', ...lowerCased(request.headers) };
  if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
  const { agent, proxy, ca } = route;
  const { method } = request;
  if (route.absolute === true && proxy !== null) {
    const proxyUrl = new URL(proxy.url.reveal());
    const { protocol, hostname, port, username, password } = proxyUrl;
    if (username !== '') {
      const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
      headers['proxy-authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
    }
    const send = protocol === 'https:' ? httpsRequest : plainHttp.request;
    headers.host = url.host;
    return send({
      host: hostname,
      port: port || (protocol === 'https:' ? 443 : 80),
      path: url.href,
      method,
      headers,
      agent,
    });
  }
  const send = url.protocol === 'https:' ? httpsRequest : plainHttp.request;
  return send(url, { method, headers, agent, ...(ca === undefined ? {} : { ca }) });
}

/** The body unpacked; the limit holds before and after unpacking. */
async function readBody(incoming: IncomingMessage, request: HttpRequest, url: URL): Promise<Buffer> {
  const isPacked = incoming.headers['content-encoding'] === 'gzip' && request.method !== 'HEAD';
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const stream: Readable = isPacked ? unpacked(incoming) : incoming;
  for await (const chunk of stream) {
    sizeBytes += chunk.length;
    if (sizeBytes > request.maxBytes) {
      incoming.destroy();
      throw tooLargeError(url.hostname, request.maxBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `pipe` does not hand errors on: a connection that breaks must end the reading too. */
function unpacked(incoming: IncomingMessage): Readable {
  const gunzip = createGunzip();
  incoming.once('error', (error) => gunzip.destroy(error));
  return incoming.pipe(gunzip);
}

function responseOf(incoming: IncomingMessage, body: Buffer, { answerAs }: HttpRequest): Carried {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || name === 'set-cookie') continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const {
    statusCode: status = 0,
    headers: { 'set-cookie': setCookies = [] },
  } = incoming;
  const head = { status, headers, setCookies };
  return answerAs === 'bytes' ? { ...head, body: '', bytes: body } : { ...head, body: body.toString('utf8') };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
