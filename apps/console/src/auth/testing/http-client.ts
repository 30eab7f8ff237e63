import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';

export interface SendOptions {
  /** On top of what a browser at the console's own page sends; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly json?: unknown;
  /** Sent as it is; with no content type of its own. */
  readonly text?: string;
  readonly cookie?: string;
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly setCookies: readonly string[];
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
  /** The problem's code; null = this is no problem. */
  readonly code: string | null;
}

export type Send = (method: string, path: string, options?: SendOptions) => Promise<Answer>;

/** Sends what it is told, headers that browsers guard included. Each request has a connection of its own. */
export function createClient(origin: string): Send {
  const url = new URL(origin);
  return (method, path, options = {}) =>
    new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const headers = headersOf(method, origin, options);
      const where = { host: url.hostname, port: url.port, method, path, headers, agent: false } as const;
      const request = send({ ...where, rejectUnauthorized: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve(answerOf(response.statusCode ?? 0, response.headers, text)));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(options.text ?? (options.json === undefined ? undefined : JSON.stringify(options.json)));
    });
}

/** Writes bytes that no client library would, and reads what comes back until the end. */
export function sendRaw(port: number, content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(content, 'latin1'));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

function headersOf(method: string, origin: string, options: SendOptions): OutgoingHttpHeaders {
  const own: Record<string, string | readonly string[] | null> = {};
  if (method !== 'GET' && method !== 'HEAD') own.origin = origin;
  if (options.json !== undefined) own['content-type'] = 'application/json';
  if (options.cookie !== undefined) own.cookie = options.cookie;
  if (options.key !== undefined) own.authorization = `Bearer ${options.key}`;
  const all = Object.entries({ ...own, ...options.headers });
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as OutgoingHttpHeaders;
}

function answerOf(status: number, headers: IncomingHttpHeaders, text: string): Answer {
  const json = parse(text);
  const { error } = (typeof json === 'object' && json !== null ? json : {}) as { error?: { code?: unknown } };
  const code = typeof error?.code === 'string' ? error.code : null;
  return { status, headers, setCookies: headers['set-cookie'] ?? [], text, json, code };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
