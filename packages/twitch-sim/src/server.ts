import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { StopSignal } from '@dropwise/kit';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SimAnswer, SimRequest, TimedReply } from './doors/exchange.ts';
import type { SocketPeer } from './doors/socket-session.ts';
import type { Sim } from './sim.ts';

export interface SimServerOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /** PEM texts; without them the door speaks plain HTTP. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly signal?: StopSignal;
}

export interface SimServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** Drops every connection; when it resolves, the port is free. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Longer than the rhythm of a miner, so that its requests do not meet a closing connection. */
const keepAliveMs = 90_000;
const maxBodyBytes = 1_048_576;
const maxFrameBytes = 1_048_576;

/** Serves a simulator over the network: HTTP and WebSocket on one port, every path whatever the `Host` is. */
export async function startSimServer(sim: Sim, options: SimServerOptions = {}): Promise<SimServer> {
  const { host = '127.0.0.1', port = 0, tls, signal } = options;
  const scheme = tls === undefined ? 'http:' : 'https:';
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(sim, scheme, request, response).catch(() => response.destroy());
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.keepAliveTimeout = keepAliveMs;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) =>
    upgrade(sim, scheme, sockets, request, socket, head),
  );
  await listen(server, port, host);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeAll(server, sockets, sim);
    return closing;
  };
  const onAbort = (): void => void close();
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) await close();
  const { port: actualPort } = (server.address() ?? { port }) as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${scheme}//${shownHost}:${actualPort}`,
    port: actualPort,
    [Symbol.asyncDispose]: async () => {
      signal?.removeEventListener('abort', onAbort);
      await close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

async function closeAll(server: Server, sockets: WebSocketServer, sim: Sim): Promise<void> {
  sim.hub.closeAll();
  for (const socket of sockets.clients) socket.terminate();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(sim: Sim, scheme: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const { reply, delayMs }: TimedReply = await sim.handle(simRequestOf(scheme, request, body));
  if (delayMs > 0) await waitOn(sim, delayMs, response);
  if (response.destroyed) return;
  // A name that has no address cannot be asked for here: whoever reached us sees a cut connection.
  if (reply.kind !== 'answer') return void request.socket.destroy();
  response.writeHead(reply.status, headersOf(reply)).end(request.method === 'HEAD' ? undefined : reply.body);
}

function simRequestOf(scheme: string, request: IncomingMessage, body: string): SimRequest {
  const host = request.headers.host ?? 'localhost';
  const url = urlOf(request.url, scheme, host);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  const { method = 'GET' } = request;
  const remoteAddress = request.socket.remoteAddress ?? 'unknown';
  return { method, scheme, host, path: url.pathname, query: url.searchParams, headers, body, remoteAddress };
}

/** A peer behind a proxy sends an absolute target; a `Host` that is no host must not stop the server. */
function urlOf(target: string | undefined, scheme: string, host: string): URL {
  const base = URL.canParse(`${scheme}//${host}`) ? `${scheme}//${host}` : `${scheme}//localhost`;
  return URL.canParse(target ?? '/', base) ? new URL(target ?? '/', base) : new URL(base);
}

/** Null when it is longer than `maxBodyBytes`. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(answer: SimAnswer): Record<string, string | string[]> {
  const cookies = answer.setCookies === undefined ? {} : { 'set-cookie': [...answer.setCookies] };
  return { 'content-type': answer.contentType, 'cache-control': 'no-store', ...cookies, ...answer.headers };
}

function waitOn(sim: Sim, delayMs: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = sim.clock.deadline(delayMs, resolve);
    response.once('close', () => {
      timer.cancel();
      resolve();
    });
  });
}

function upgrade(
  sim: Sim,
  scheme: string,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
): void {
  const url = urlOf(request.url, scheme, request.headers.host ?? 'localhost');
  if (url.pathname !== '/v1')
    return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  socket.on('error', () => socket.destroy());
  const late: { peer: SocketPeer | null } = { peer: null };
  const peer: SocketPeer = {
    send: (text) => late.peer?.send(text),
    close: (code, reason) => late.peer?.close(code, reason),
    drop: () => late.peer?.drop(),
  };
  const session = sim.hub.open(url, peer);
  if (session === null) return void socket.destroy();
  socket.once('close', () => session.closed());
  sockets.handleUpgrade(request, socket, head, (connection) => {
    late.peer = peerOf(connection);
    connection.on('message', (frame: Buffer, isBinary: boolean) => {
      if (!isBinary) session.received(frame.toString('utf8'));
    });
    connection.on('error', () => connection.terminate());
    connection.on('close', () => session.closed());
    session.opened();
  });
}

function peerOf(connection: WebSocket): SocketPeer {
  return {
    send: (text) => connection.send(text),
    close: (code, reason) => connection.close(code, reason),
    drop: () => connection.terminate(),
  };
}
