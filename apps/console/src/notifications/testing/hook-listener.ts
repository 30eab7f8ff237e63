import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HookListener extends AsyncDisposable {
  readonly url: string;
  /** Titles of everything that came, oldest first. */
  readonly titles: readonly string[];
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
  /** What the next requests are answered with; null = not at all. */
  status: number | null;
  retryAfter: string | null;
  /** Resolves when so many requests have come in all. */
  received(count: number): Promise<void>;
}

/** A webhook of a test's own, on loopback. */
export async function openHookListener(): Promise<HookListener> {
  const bodies: Readonly<Record<string, unknown>>[] = [];
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      bodies.push(JSON.parse(body));
      for (const each of waiting) if (bodies.length >= each.count && waiting.delete(each)) each.resolve();
      if (listener.status === null) return;
      response.writeHead(listener.status, listener.retryAfter === null ? {} : { 'retry-after': listener.retryAfter });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listener: HookListener = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/plantedPath`,
    bodies,
    get titles() {
      return bodies.map(({ title }) => String(title));
    },
    status: 200,
    retryAfter: null,
    received: (count) =>
      new Promise((resolve) => {
        if (bodies.length >= count) resolve();
        else waiting.add({ count, resolve });
      }),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return listener;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
