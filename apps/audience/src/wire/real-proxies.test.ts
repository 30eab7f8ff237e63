import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { Egress } from '../egress/egress.ts';
import { createRawTransport } from './raw-transport.ts';
import { condition } from './testing/condition.ts';
import { exchange, HeardExchange, requestFor } from './testing/heard-exchange.ts';
import { openRawServer } from './testing/raw-server.ts';
import { missingProgram, openRealProxy } from './testing/real-proxy.ts';
import { CountingMeter, proxiedRoute, testOptions } from './testing/routes.ts';
import { readTlsFixture } from './testing/tls-fixture.ts';
import { createUndiciTransport } from './undici-transport.ts';

const tls = readTlsFixture();
const body = 'segment '.repeat(12_500);
const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const makes = [
  { name: 'raw', create: createRawTransport },
  { name: 'undici', create: createUndiciTransport },
] as const;

for (const program of ['tinyproxy', 'microsocks'] as const) {
  const skip = missingProgram(program, 'ss');

  for (const { name, create } of makes) {
    for (const scheme of ['http', 'https'] as const) {
      test(`${name} through ${program} to ${scheme}: the bytes counted are the kernel’s`, { skip }, async () => {
        await using server = await openRawServer((socket) => socket.write(answer), scheme === 'https' ? { tls } : {});
        await using proxy = await openRealProxy(program);
        const transport = create(testOptions({ authorities: [tls.cert] }).options);
        const meter = new CountingMeter();
        const route = proxiedRoute(server.port, proxy.endpoint, scheme);
        const viewers = Array.from({ length: 20 }, () => transport.connect(route, meter));
        for (let round = 0; round < 3; round++) {
          const heard = await Promise.all(viewers.map((viewer) => exchange(viewer, requestFor('/live/1.ts'))));
          for (const { failure, body: found } of heard) {
            assert.equal(failure, null, failure?.message);
            assert.equal(found.length, body.length);
          }
        }
        assert.equal(server.connections(), 20);
        const counted = await proxy.countKernelBytes();
        assert.deepEqual({ fromViewers: meter.writtenBytes, toViewers: meter.readBytes }, counted);
        assert.ok(meter.readBytes > 60 * body.length);
        await transport.close();
      });
    }
  }

  test(`${program} refuses other credentials and none, which is permanent`, { skip }, async () => {
    await using proxy = await openRealProxy(program);
    await using server = await openRawServer((socket) => socket.write(answer));
    const transport = createRawTransport(testOptions().options);
    for (const credentials of [null, { user: 'vera', password: 'other-word' }]) {
      const route = proxiedRoute(server.port, { ...proxy.endpoint, credentials });
      const { failure } = await exchange(transport.connect(route, new CountingMeter()), requestFor('/'));
      assert.equal(failure?.class, 'proxy_auth', failure?.message);
      assert.equal(failure.message.includes('other-word'), false);
    }
    assert.equal(server.connections(), 0);
    await transport.close();
  });

  test(`${program} cannot reach the origin: proxy_refused`, { skip }, async () => {
    await using proxy = await openRealProxy(program);
    await using server = await openRawServer(() => {});
    const route = { ...proxiedRoute(server.port, proxy.endpoint), addresses: ['127.0.0.3'] };
    const transport = createRawTransport(testOptions().options);
    const { failure } = await exchange(transport.connect(route, new CountingMeter()), requestFor('/'));
    assert.equal(failure?.class, 'proxy_refused', failure?.message);
    await transport.close();
  });

  test(`${program} is killed in the middle: its viewers fail, those beside it do not, and its breaker opens`, {
    skip,
  }, async () => {
    const waiting: Socket[] = [];
    await using server = await openRawServer((socket, text) => {
      if (text.startsWith('GET /half')) waiting.push(socket);
      socket.write(text.startsWith('GET /half') ? answer.slice(0, 10_000) : answer);
    });
    await using proxy = await openRealProxy(program);
    await using other = await openRealProxy(program);
    const { options, timers } = testOptions();
    const transport = createRawTransport(options);
    const ways = [proxy, other].map(({ endpoint }, index) => {
      const meter = new CountingMeter();
      return new Egress({ name: `p${index}`, proxy: endpoint, budgetBytes: null, meter, now: () => timers.nowMs });
    });
    const [dead, alive] = ways;
    assert.ok(dead !== undefined && alive !== undefined);
    const connectBy = (egress: Egress) =>
      transport.connect(proxiedRoute(server.port, egress.proxy ?? proxy.endpoint), egress.meter);

    const halves = Array.from({ length: 5 }, () => new HeardExchange());
    for (const half of halves) connectBy(dead).send(requestFor('/half'), half);
    await condition(() => halves.every(({ bodyBytes }) => bodyBytes > 5_000));
    await proxy.kill();
    for (const half of halves) {
      const { failure } = await half.done;
      assert.ok(failure?.class === 'truncated' || failure?.class === 'reset', failure?.class);
    }
    let attempts = 0;
    while (dead.isOpen) {
      attempts++;
      const { failure } = await exchange(connectBy(dead), requestFor('/'));
      assert.equal(failure?.class, 'proxy_refused');
      dead.failed(failure.class, timers.nowMs);
    }
    assert.equal(attempts, 5);
    assert.equal((await exchange(connectBy(alive), requestFor('/'))).failure, null);
    assert.deepEqual([dead.state, alive.state], ['open', 'closed']);
    assert.equal(waiting.length, 5);
    await transport.close();
  });
}

for (const { name, create } of makes) {
  test(`${name}: a proxy over TLS carries http and https, and its certificate is checked`, async () => {
    await using plain = await openRawServer((socket) => socket.write(answer));
    await using secured = await openRawServer((socket) => socket.write(answer), { tls });
    await using proxy = await openRawServer(tunnelOnce(), { tls });
    const endpoint = { scheme: 'https', host: '127.0.0.1', port: proxy.port, credentials: null } as const;
    const transport = create(testOptions({ authorities: [tls.cert] }).options);
    const routes = [proxiedRoute(plain.port, endpoint), proxiedRoute(secured.port, endpoint, 'https')];
    for (const route of routes) {
      const connection = transport.connect(route, new CountingMeter());
      for (let i = 0; i < 2; i++) {
        const { failure, body: found } = await exchange(connection, requestFor('/'));
        assert.equal(failure, null, failure?.message);
        assert.equal(found.length, body.length);
      }
    }
    await transport.close();
    const strict = create(testOptions().options);
    const { failure } = await exchange(
      strict.connect(proxiedRoute(plain.port, endpoint), new CountingMeter()),
      requestFor('/'),
    );
    assert.equal(failure?.class, 'proxy_refused');
    assert.match(failure.message, /TLS with the proxy failed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    await strict.close();
  });
}

/** Answers a CONNECT to loopback and passes on what follows. */
function tunnelOnce(): (socket: Socket, text: string) => void {
  const origins = new WeakMap<Socket, Socket>();
  return (socket, text) => {
    const origin = origins.get(socket);
    if (origin !== undefined) {
      origin.write(text, 'latin1');
      return;
    }
    const port = Number(/^CONNECT 127\.0\.0\.1:(\d+) /.exec(text)?.[1]);
    const opened = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    origins.set(socket, opened);
    opened.on('data', (bytes) => socket.write(bytes));
    opened.on('error', () => socket.destroy());
    socket.on('close', () => opened.destroy());
  };
}
