import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';

export interface RawServer extends AsyncDisposable {
  readonly port: number;
  /** Everything that was sent to it, in order of arrival. */
  received(): string;
  connections(): number;
}

export interface RawServerOptions {
  readonly host?: string;
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** A server of bytes on loopback: `answer` is called with each piece that a client sends, and writes what it will. */
export async function openRawServer(
  answer: (socket: Socket, text: string) => void,
  { host = '127.0.0.1', tls }: RawServerOptions = {},
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let received = '';
  let connections = 0;
  const accept = (socket: Socket): void => {
    connections++;
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      const text = bytes.toString('latin1');
      received += text;
      answer(socket, text);
    });
  };
  const server: Server = tls === undefined ? createServer(accept) : createSecureServer(tls, accept);
  server.on('tlsClientError', () => {});
  server.listen({ port: 0, host, backlog: 4_096 });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    received: () => received,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
