import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import type { FailureClass } from './failure.ts';
import { HeadScanner } from './head-scanner.ts';
import { createRawTransport } from './raw-transport.ts';
import { condition } from './testing/condition.ts';
import { exchange, HeardExchange, requestFor } from './testing/heard-exchange.ts';
import { openRawServer } from './testing/raw-server.ts';
import { CountingMeter, proxiedRoute, testOptions } from './testing/routes.ts';
import type { ProxyEndpoint } from './transport.ts';
import type { Tunnel, TunnelStep } from './tunnel.ts';
import { createConnectTunnel } from './tunnel-connect.ts';
import { createSocks5Tunnel } from './tunnel-socks5.ts';
import { createUndiciTransport } from './undici-transport.ts';

const credentials = { user: 'vera', password: 'pass:wörd' };
const http: ProxyEndpoint = { scheme: 'http', host: '127.0.0.1', port: 8080, credentials };
const socks: ProxyEndpoint = { scheme: 'socks5', host: '127.0.0.1', port: 1080, credentials };
const target = { address: '192.0.2.7', port: 443 };

function connectTunnel(proxy = http, to = target): Tunnel {
  return createConnectTunnel(proxy, to, 'User-Agent: u\r\n', new HeadScanner());
}

/** The last step after these bytes, fed one by one. */
function feed(tunnel: Tunnel, bytes: Buffer): TunnelStep {
  let step: TunnelStep = { kind: 'more' };
  for (const octet of bytes) step = tunnel.feed(Buffer.from([octet]));
  return step;
}

function failureOf(step: TunnelStep): FailureClass | string {
  return step.kind === 'failed' ? step.failure.class : step.kind;
}

test('CONNECT names the pinned address and carries Basic credentials', () => {
  const said = connectTunnel().begin().toString();
  const basic = Buffer.from('vera:pass:wörd').toString('base64');
  assert.equal(
    said,
    `CONNECT 192.0.2.7:443 HTTP/1.1\r\nHost: 192.0.2.7:443\r\nUser-Agent: u\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`,
  );
  const v6 = connectTunnel({ ...http, credentials: null }, { address: '2001:db8::7', port: 80 })
    .begin()
    .toString();
  assert.equal(v6, 'CONNECT [2001:db8::7]:80 HTTP/1.1\r\nHost: [2001:db8::7]:80\r\nUser-Agent: u\r\n\r\n');
});

test('an answer to CONNECT opens the tunnel or has its class, in one piece or in many', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['HTTP/1.0 200 Connection established\r\nProxy-agent: tinyproxy/1.11.1\r\n\r\n', 'open'],
    ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 Fine\r\n\r\n', 'open'],
    ['HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n', 'proxy_auth'],
    ['HTTP/1.1 403 Filtered\r\n\r\n', 'proxy_refused'],
    ['HTTP/1.1 503 No\r\n\r\n', 'proxy_refused'],
    ['HTTP/1.1 302 Elsewhere\r\nLocation: http://x/\r\n\r\n', 'proxy_refused'],
    ['SSH-2.0-OpenSSH\r\n', 'proxy_refused'],
    [`HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(2_000)}`, 'proxy_refused'],
    ['HTTP/1.1 200 OK\r\n', 'more'],
  ];
  for (const [text, expected] of cases) {
    assert.equal(failureOf(connectTunnel().feed(Buffer.from(text))), expected, text);
    if (expected !== 'proxy_refused') assert.equal(failureOf(feed(connectTunnel(), Buffer.from(text))), expected, text);
  }
  const injected = connectTunnel().feed(Buffer.from('HTTP/1.1 200 OK\r\n\r\n<html>'));
  assert.equal(failureOf(injected), 'proxy_refused');
});

test('SOCKS5 greets, logs in and asks for the pinned address, byte for byte', () => {
  const tunnel = createSocks5Tunnel(socks, target);
  assert.deepEqual([...tunnel.begin()], [5, 2, 0, 2]);
  const login = feed(tunnel, Buffer.from([5, 2]));
  assert.ok(login.kind === 'write');
  assert.deepEqual(
    login.bytes,
    Buffer.concat([Buffer.from([1, 4]), Buffer.from('vera'), Buffer.from([10]), Buffer.from('pass:wörd')]),
  );
  const request = feed(tunnel, Buffer.from([1, 0]));
  assert.ok(request.kind === 'write');
  assert.deepEqual([...request.bytes], [5, 1, 0, 1, 192, 0, 2, 7, 1, 187]);
  assert.equal(feed(tunnel, Buffer.from([5, 0, 0, 1, 10, 0, 0, 1, 4, 0])).kind, 'open');

  const open = createSocks5Tunnel({ ...socks, credentials: null }, { address: '2001:db8::7:1', port: 80 });
  assert.deepEqual([...open.begin()], [5, 1, 0]);
  const v6 = feed(open, Buffer.from([5, 0]));
  assert.ok(v6.kind === 'write');
  assert.deepEqual([...v6.bytes], [5, 1, 0, 4, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 1, 0, 80]);
  assert.equal(feed(open, Buffer.from([5, 0, 0, 3, 2, 97, 98, 0, 80])).kind, 'open');
});

test('what a SOCKS5 proxy refuses, and how it misbehaves, has its class', () => {
  const cases: readonly (readonly [string, readonly (readonly number[])[], string, ProxyEndpoint])[] = [
    ['no acceptable method', [[5, 0xff]], 'proxy_auth', socks],
    ['a login that nobody has', [[5, 2]], 'proxy_auth', { ...socks, credentials: null }],
    [
      'wrong credentials',
      [
        [5, 2],
        [1, 1],
      ],
      'proxy_auth',
      socks,
    ],
    ['another protocol', [[72, 84]], 'proxy_refused', socks],
    ['bytes behind its method', [[5, 0, 5]], 'proxy_refused', socks],
    [
      'not allowed',
      [
        [5, 0],
        [5, 2, 0, 1, 0, 0, 0, 0, 0, 0],
      ],
      'proxy_refused',
      socks,
    ],
    [
      'the origin refused',
      [
        [5, 0],
        [5, 5, 0, 1, 0, 0, 0, 0, 0, 0],
      ],
      'proxy_refused',
      socks,
    ],
    [
      'an unknown address type',
      [
        [5, 0],
        [5, 0, 0, 9, 0],
      ],
      'proxy_refused',
      socks,
    ],
    [
      'bytes behind its reply',
      [
        [5, 0],
        [5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 60],
      ],
      'proxy_refused',
      socks,
    ],
  ];
  for (const [what, said, expected, proxy] of cases) {
    const tunnel = createSocks5Tunnel(proxy, target);
    tunnel.begin();
    const steps = said.map((bytes) => tunnel.feed(Buffer.from(bytes)));
    assert.equal(failureOf(steps.at(-1) ?? { kind: 'more' }), expected, what);
    assert.equal(JSON.stringify(steps).includes(credentials.password), false, what);
  }
});

const makes = [
  { name: 'raw', create: createRawTransport },
  { name: 'undici', create: createUndiciTransport },
] as const;

const misbehaviours: readonly (readonly [string, (socket: Socket) => void, FailureClass])[] = [
  ['closes at once', (socket) => socket.end(), 'proxy_refused'],
  ['tears the connection', (socket) => socket.resetAndDestroy(), 'proxy_refused'],
  ['wants other credentials', (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'), 'proxy_auth'],
  ['opens the tunnel and closes', (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'), 'reset'],
];

for (const { name, create } of makes) {
  for (const [what, answer, expected] of misbehaviours) {
    test(`${name}: a proxy that ${what} ends as ${expected}`, async () => {
      let isFirst = true;
      await using proxy = await openRawServer((socket) => {
        if (isFirst) answer(socket);
        isFirst = false;
      });
      const transport = create(testOptions().options);
      const route = proxiedRoute(9, { ...http, port: proxy.port });
      const heard = await exchange(transport.connect(route, new CountingMeter()), requestFor('/'));
      assert.equal(heard.failure?.class, expected, heard.failure?.message);
      assert.equal(JSON.stringify(heard.failure).includes(credentials.password), false);
      await transport.close();
    });
  }

  test(`${name}: a proxy that is not there is refused; one that says nothing times out`, async () => {
    await using silent = await openRawServer(() => {});
    const { options, timers } = testOptions();
    const transport = create(options);
    const away = proxiedRoute(9, { ...http, host: '127.0.0.9', port: silent.port });
    assert.equal(
      (await exchange(transport.connect(away, new CountingMeter()), requestFor('/'))).failure?.class,
      'proxy_refused',
    );
    for (const scheme of ['http', 'socks5', 'https'] as const) {
      const before = silent.received().length;
      const sink = new HeardExchange();
      const route = proxiedRoute(9, { ...http, scheme, port: silent.port });
      transport.connect(route, new CountingMeter()).send(requestFor('/'), sink);
      await condition(() => silent.received().length > before);
      timers.advance(5_000);
      assert.equal((await sink.done).failure?.class, 'proxy_timeout', scheme);
    }
    await transport.close();
  });

  test(`${name}: a proxy’s name is looked up once for many viewers; one that does not exist is proxy_refused`, async () => {
    await using proxy = await openRawServer((socket, text) =>
      socket.write(
        text.startsWith('CONNECT') ? 'HTTP/1.1 200 OK\r\n\r\n' : 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
      ),
    );
    let lookups = 0;
    const resolve = async (host: string) => {
      lookups++;
      if (host !== 'proxy.example') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      return { address: '127.0.0.1', family: 4 };
    };
    const transport = create(testOptions({ resolve }).options);
    const named = proxiedRoute(9, { ...http, host: 'proxy.example', port: proxy.port });
    const heard = await Promise.all(
      Array.from({ length: 20 }, () => exchange(transport.connect(named, new CountingMeter()), requestFor('/'))),
    );
    for (const { failure, body } of heard) assert.deepEqual([failure, body.toString()], [null, 'ok']);
    assert.equal(lookups, 1);
    const nowhere = proxiedRoute(9, { ...http, host: 'none.example' });
    const lost = await exchange(transport.connect(nowhere, new CountingMeter()), requestFor('/'));
    assert.deepEqual(lost.failure?.class, 'proxy_refused');
    assert.match(lost.failure?.message ?? '', /ENOTFOUND/);
    await transport.close();
  });
}
