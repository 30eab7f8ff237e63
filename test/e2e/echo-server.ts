import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../packages/twitch/src/testing/tls-fixture/${name}`, import.meta.url));

/** A service that takes nothing and answers with everything that it was sent, as careless ones do. */
export interface EchoServer extends AsyncDisposable {
  readonly port: number;
  readonly requestCount: number;
}

/** Over HTTP: 400, with the request in the body. */
export async function startEchoServer(): Promise<EchoServer> {
  let requestCount = 0;
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('error', () => response.destroy());
    request.once('end', () => {
      requestCount += 1;
      const body = Buffer.concat(chunks).toString('utf8');
      const echo = JSON.stringify({ error: `no: ${request.url} ${JSON.stringify(request.headers)} ${body}` });
      response.writeHead(400, { 'content-type': 'application/json' }).end(echo);
    });
  });
  return serve(server, () => requestCount);
}

/** Over SMTP with TLS: a greeting, and then 535 with the line. */
export async function startEchoMailServer(): Promise<EchoServer> {
  let requestCount = 0;
  const tls = { cert: readFileSync(fixture('cert.pem')), key: readFileSync(fixture('key.pem')) };
  const server = createTlsServer(tls, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('220 echo\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      if (/^EHLO /i.test(line)) socket.write('250-echo\r\n250 AUTH PLAIN LOGIN\r\n');
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else {
        requestCount += 1;
        socket.write(`535 no: ${line}\r\n`);
      }
    });
  });
  return serve(server, () => requestCount);
}

async function serve(server: Server, count: () => number): Promise<EchoServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get requestCount() {
      return count();
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
