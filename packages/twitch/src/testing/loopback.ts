import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { WebSocketServer } from 'ws';

/** A server on a free loopback port; its disposal ends every connection. */
export interface Loopback extends AsyncDisposable {
  readonly port: number;
  [Symbol.asyncDispose](): Promise<void>;
}

const fixture = (name: string): string => readFileSync(new URL(`tls-fixture/${name}`, import.meta.url), 'utf8');
/** Self-signed, for localhost and 127.0.0.1. */
export const testCertificate: string = fixture('cert.pem');

async function start(server: Server | HttpServer): Promise<Loopback> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function startHttp(listener: RequestListener): Promise<Loopback> {
  return start(createServer(listener));
}

export function startHttps(listener: RequestListener): Promise<Loopback> {
  return start(createSecureServer({ key: fixture('key.pem'), cert: testCertificate }, listener));
}

/** Hands every raw connection over. */
export function startTcp(listener: (socket: Socket) => void): Promise<Loopback> {
  return start(createTcpServer(listener));
}

/** Says back what it hears; `secure` adds TLS. */
export async function startEcho(secure = false): Promise<Loopback & { readonly server: WebSocketServer }> {
  const refuse: RequestListener = (_request, response) => response.writeHead(403).end();
  const http = secure
    ? createSecureServer({ key: fixture('key.pem'), cert: testCertificate }, refuse)
    : createServer(refuse);
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket) => socket.on('message', (content) => socket.send(content.toString())));
  return Object.assign(await start(http), { server });
}

export interface Passed {
  /** `host:port` asked for, in order. */
  readonly targets: string[];
}

/** An HTTP proxy that tunnels, and carries plain requests, for `user:secret` only. */
export async function startHttpProxy(): Promise<Loopback & Passed> {
  const targets: string[] = [];
  const expected = `Basic ${Buffer.from('user:secret').toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers['proxy-authorization'] !== expected) return response.writeHead(407).end();
    targets.push(new URL(request.url ?? '').host);
    return response.end(`carried ${request.url}`);
  });
  server.on('connect', (request, client, head) => {
    client.on('error', () => {});
    if (request.headers['proxy-authorization'] !== expected) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    targets.push(request.url ?? '');
    join(client as Socket, Number(request.url?.split(':')[1]), () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) client.unshift(head);
    });
  });
  return Object.assign(await start(server), { targets });
}

/** A SOCKS5 proxy (RFC 1928, 1929) for `user:secret`, names resolved to loopback. */
export async function startSocks(): Promise<Loopback & Passed> {
  const targets: string[] = [];
  const loopback = await startTcp((client) => {
    client.once('data', () => {
      client.write(Buffer.from([5, 2]));
      client.once('data', (credentials) => {
        const userLength = credentials[1] ?? 0;
        const user = credentials.subarray(2, 2 + userLength).toString();
        const password = credentials.subarray(3 + userLength).toString();
        const isRight = user === 'user' && password === 'secret';
        client.write(Buffer.from([1, isRight ? 0 : 1]));
        if (!isRight) return client.end();
        return client.once('data', (request) => {
          const isName = request[3] === 3;
          const nameLength = isName ? (request[4] ?? 0) : 4;
          const from = isName ? 5 : 4;
          const host = isName
            ? request.subarray(from, from + nameLength).toString()
            : [...request.subarray(4, 8)].join('.');
          const port = request.readUInt16BE(from + nameLength);
          targets.push(`${host}:${port}`);
          join(client, port, () => client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0])));
        });
      });
    });
  });
  return Object.assign(loopback, { targets });
}

/** Whatever the name was, the tests' servers live on loopback. */
function join(client: Socket, port: number, onJoined: () => void): void {
  const target = connect(port, '127.0.0.1', () => {
    onJoined();
    client.pipe(target).pipe(client);
  });
  target.on('error', () => client.destroy());
  client.on('close', () => target.destroy());
}
