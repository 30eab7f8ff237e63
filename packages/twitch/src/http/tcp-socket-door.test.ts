import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SocketConnection } from '@dropwise/kit';
import {
  type Loopback,
  startEcho,
  startHttp,
  startHttpProxy,
  startSocks,
  startTcp,
  testCertificate,
} from '../testing/loopback.ts';
import { parseProxy } from './proxy.ts';
import { createTcpSocketDoor, type TcpSocketDoor } from './tcp-socket-door.ts';

interface Heard {
  readonly connection: SocketConnection;
  readonly opened: Promise<void>;
  readonly text: Promise<string>;
  readonly closed: Promise<{ code: number; reason: string }>;
  closeCount: number;
}

/** Connects and turns the handlers into promises. */
function hear(door: TcpSocketDoor, url: string): Heard {
  const opened = Promise.withResolvers<void>();
  const text = Promise.withResolvers<string>();
  const closed = Promise.withResolvers<{ code: number; reason: string }>();
  const heard = { opened: opened.promise, text: text.promise, closed: closed.promise, closeCount: 0 };
  const connection = door.connect(
    url,
    { origin: 'https://www.twitch.tv' },
    {
      onOpen: opened.resolve,
      onText: text.resolve,
      onClose(code, reason) {
        result.closeCount += 1;
        closed.resolve({ code, reason });
      },
    },
  );
  const result: Heard = Object.assign(heard, { connection });
  return result;
}

async function echoes(door: TcpSocketDoor, url: string): Promise<void> {
  const heard = hear(door, url);
  await heard.opened;
  heard.connection.send('hello');
  assert.equal(await heard.text, 'hello');
  heard.connection.close();
  assert.equal((await heard.closed).code, 1000);
}

const proxyAt = ({ port }: Loopback, scheme: string, credentials = 'user:secret@') => {
  const parsed = parseProxy(`${scheme}://${credentials}127.0.0.1:${port}`);
  return parsed.ok ? parsed.value : assert.fail(parsed.failure);
};

test('texts go both ways over a plain socket', async () => {
  await using server = await startEcho();
  await using door = createTcpSocketDoor();
  await echoes(door, `ws://127.0.0.1:${server.port}/v1`);
});

test('texts go both ways over TLS with an added certificate', async () => {
  await using server = await startEcho(true);
  await using door = createTcpSocketDoor({ ca: testCertificate });
  await echoes(door, `wss://localhost:${server.port}/v1`);
});

test('a certificate that nobody trusts ends the attempt with the reason', async () => {
  await using server = await startEcho(true);
  await using door = createTcpSocketDoor();
  const { code, reason } = await hear(door, `wss://localhost:${server.port}/v1`).closed;
  assert.equal(code, 1006);
  assert.match(reason, /certificate of localhost is not trusted/);
});

test('a connection that cannot be made closes exactly once, with 1006 and a reason', async () => {
  const gone = await startHttp(() => {});
  await gone[Symbol.asyncDispose]();
  await using door = createTcpSocketDoor();
  const heard = hear(door, `ws://127.0.0.1:${gone.port}/`);
  const { code, reason } = await heard.closed;
  assert.equal(code, 1006);
  assert.match(reason, /127\.0\.0\.1 refused the connection/);
  heard.connection.close();
  heard.connection.send('into nothing');
  assert.equal(heard.closeCount, 1);
});

test('a server that answers the upgrade with a status is told', async () => {
  await using server = await startHttp((_request, response) => response.writeHead(403).end());
  await using door = createTcpSocketDoor();
  assert.match((await hear(door, `ws://127.0.0.1:${server.port}/`).closed).reason, /refused the socket with HTTP 403/);
});

test('the close code and reason of the server come through', async () => {
  await using server = await startEcho();
  server.server.on('connection', (socket) => socket.close(4122, 'used twice'));
  await using door = createTcpSocketDoor();
  assert.deepEqual(await hear(door, `ws://127.0.0.1:${server.port}/`).closed, { code: 4122, reason: 'used twice' });
});

test('a message above one MiB ends the socket', async () => {
  await using server = await startEcho();
  server.server.on('connection', (socket) => socket.send('x'.repeat(1024 * 1024 + 1)));
  await using door = createTcpSocketDoor();
  assert.equal((await hear(door, `ws://127.0.0.1:${server.port}/`).closed).code, 1006);
});

test('closing before the socket is open ends the attempt', async () => {
  await using server = await startTcp(() => {});
  await using door = createTcpSocketDoor();
  const heard = hear(door, `ws://127.0.0.1:${server.port}/`);
  heard.connection.close();
  assert.equal((await heard.closed).code, 1006);
});

test('when the disposal returns every socket is down, also one whose server says no farewell', async () => {
  await using server = await startEcho();
  server.server.on('connection', (socket) => socket.pause());
  const door = createTcpSocketDoor();
  const heard = [1, 2].map(() => hear(door, `ws://127.0.0.1:${server.port}/`));
  await Promise.all(heard.map(({ opened }) => opened));
  await door[Symbol.asyncDispose]();
  assert.deepEqual(
    heard.map(({ closeCount }) => closeCount),
    [1, 1],
  );
});

for (const [name, start, scheme] of [
  ['an HTTP proxy', startHttpProxy, 'http'],
  ['a SOCKS proxy', startSocks, 'socks5h'],
] as const) {
  test(`a socket goes through ${name}, plain and with TLS`, async () => {
    await using proxy = await start();
    await using plain = await startEcho();
    await using secure = await startEcho(true);
    await using door = createTcpSocketDoor({ proxy: proxyAt(proxy, scheme), ca: testCertificate });
    await echoes(door, `ws://localhost:${plain.port}/v1`);
    await echoes(door, `wss://localhost:${secure.port}/v1`);
    assert.deepEqual(proxy.targets, [`localhost:${plain.port}`, `localhost:${secure.port}`]);
  });

  test(`wrong credentials for ${name} end the attempt and are not told`, async () => {
    await using proxy = await start();
    await using door = createTcpSocketDoor({ proxy: proxyAt(proxy, scheme, 'user:wrongsecret@') });
    const { code, reason } = await hear(door, 'wss://localhost:9/v1').closed;
    assert.equal(code, 1006);
    assert.match(reason, /the proxy .* did not let us through to localhost/);
    assert.doesNotMatch(reason, /wrongsecret/);
  });
}
