import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { type ClientOptions, WebSocket } from 'ws';

const directory = new URL('./tls/', import.meta.url);

/** A self-signed pair made for these tests; it protects nothing. */
export const testTls = {
  cert: readFileSync(new URL('test-cert.pem', directory), 'utf8'),
  key: readFileSync(new URL('test-key.pem', directory), 'utf8'),
};

export interface NetworkRequest {
  readonly method?: string;
  /** Asked for under its own name, carried to the local port. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface NetworkAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends to `port` of this machine what was meant for another host, as a hosts file would. */
export function sendTo(
  port: number,
  { method = 'GET', url, headers = {}, body }: NetworkRequest,
): Promise<NetworkAnswer> {
  const { protocol, host, hostname, pathname, search } = new URL(url);
  const options: RequestOptions = {
    host: '127.0.0.1',
    port,
    method,
    path: pathname + search,
    headers: { host, ...headers },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const sent =
      protocol === 'https:' ? tlsRequest({ ...options, servername: hostname, ca: testTls.cert }) : request(options);
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.end(body);
  });
}

export interface NetworkSocket {
  readonly frames: Record<string, unknown>[];
  send(frame: unknown): void;
  /** The first frame that fits, now or later. */
  frame(fits: (frame: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  readonly closed: Promise<number>;
  close(): void;
}

export async function connectTo(port: number, url: string): Promise<NetworkSocket> {
  const { protocol, hostname, host, pathname, search } = new URL(url);
  const local = `${protocol}//127.0.0.1:${port}${pathname}${search}`;
  const options: ClientOptions & { servername: string } = { headers: { host }, ca: testTls.cert, servername: hostname };
  const socket = new WebSocket(local, options);
  const frames: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (text) => {
    frames.push(JSON.parse(String(text)));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
    frame: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
