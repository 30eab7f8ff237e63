import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy on loopback that lets one login through, and nobody else. */
export interface ProxyServer extends AsyncDisposable {
  readonly port: number;
  /** What went through: `CONNECT host:port` and `GET host:port`. */
  readonly passed: readonly string[];
  /** How many were turned away. */
  readonly refusedCount: number;
  /** From now on nobody passes, not even who may. */
  closeGate(): void;
}

/** `login`: name and password with a colon between them. */
export async function startProxyServer(login = 'ann:hush'): Promise<ProxyServer> {
  const expected = `Basic ${Buffer.from(login).toString('base64')}`;
  const passed: string[] = [];
  const sockets = new Set<Socket>();
  let refusedCount = 0;
  let isClosed = false;
  const mayPass = ({ headers, method, url = '' }: IncomingMessage): boolean => {
    const isKnown = !isClosed && headers['proxy-authorization'] === expected;
    if (isKnown) passed.push(`${method} ${method === 'CONNECT' ? url : new URL(url).host}`);
    else refusedCount += 1;
    return isKnown;
  };
  const server = createServer((request, response) => {
    if (mayPass(request)) forward(request, response);
    else response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
  });
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    client.on('error', () => {});
    if (!mayPass(request)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const target = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
    sockets.add(target);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    get refusedCount() {
      return refusedCount;
    },
    closeGate() {
      isClosed = true;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { 'proxy-authorization': _, ...headers } = request.headers;
  const onward = sendRequest(request.url ?? '', { method: request.method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
