import { readFileSync } from 'node:fs';
import { type ClientRequest, type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { patienceMs } from './processes.ts';

export interface PageRequest {
  readonly json?: unknown;
  /** On top of what a browser on the page itself sends. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The machine's address that it comes from; any of 127.0.0.0/8. */
  readonly from?: string;
}

export interface PageAnswer {
  readonly status: number;
  /** Of several with one name, the last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly bytes: Buffer;
  readonly text: string;
  /** Null = not JSON. */
  readonly json: unknown;
}

/** Requests as a browser makes them: with Origin, with its cookie, and without following redirects. */
export interface Browser {
  /** Everything of the Cookie header; empty = none. A sign-in fills it. */
  cookie: string;
  send(method: string, path: string, request?: PageRequest): Promise<PageAnswer>;
}

/** `caFile`: the certificate to trust at an https origin. */
export function openBrowser(origin: string, caFile: string | null = null): Browser {
  const url = new URL(origin);
  const tls = url.protocol === 'https:' && caFile !== null ? { ca: readFileSync(caFile) } : null;
  const browser: Browser = {
    cookie: '',
    async send(method, path, { json, headers = {}, from } = {}) {
      const sent = {
        ...(method === 'GET' ? {} : { origin: url.origin, 'sec-fetch-site': 'same-origin' }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(browser.cookie === '' ? {} : { cookie: browser.cookie }),
        ...headers,
      };
      const options = {
        method,
        headers: sent,
        agent: false,
        timeout: patienceMs,
        ...(from === undefined ? {} : { localAddress: from }),
      } as const;
      const target = new URL(path, url);
      const request = tls === null ? requestHttp(target, options) : requestHttps(target, { ...options, ...tls });
      const answer = pageOf(await exchange(request, json));
      const [set] = answer.setCookies;
      if (set !== undefined) browser.cookie = set.split(';')[0] ?? '';
      return answer;
    },
  };
  return browser;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

function exchange(request: ClientRequest, json: unknown): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('timeout', () => request.destroy(new Error(`${request.method} ${request.path}: no answer`)));
    // A handshake that was taken: what follows is not HTTP.
    request.once('upgrade', ({ statusCode = 0, headers }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, headers, bytes: Buffer.alloc(0) });
    });
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    request.end(json === undefined ? undefined : JSON.stringify(json));
  });
}

function pageOf({ status, headers, bytes }: RawAnswer): PageAnswer {
  const text = bytes.toString('utf8');
  const isJson = /^application\/json\b/.test(headers['content-type'] ?? '');
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
    setCookies: headers['set-cookie'] ?? [],
    bytes,
    text,
    json: isJson ? JSON.parse(text) : null,
  };
}
