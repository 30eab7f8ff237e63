import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type HttpRequest, NetworkError } from '@dropwise/kit';
import {
  type Loopback,
  startHttp,
  startHttpProxy,
  startHttps,
  startSocks,
  startTcp,
  testCertificate,
} from '../testing/loopback.ts';
import { parseProxy } from './proxy.ts';
import { createTcpHttpDoor, type TcpDoorOptions } from './tcp-http-door.ts';

const urlOf = ({ port }: Loopback, path = '/', scheme = 'http') => `${scheme}://127.0.0.1:${port}${path}`;
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 20_000,
  maxBytes: 1_000_000,
  ...more,
});
const proxyAt = ({ port }: Loopback, scheme: string, credentials = 'user:secret@') => {
  const parsed = parseProxy(`${scheme}://${credentials}127.0.0.1:${port}`);
  if (!parsed.ok) assert.fail(parsed.failure);
  return parsed.value;
};

/** Sends through a door of its own and closes it. */
async function sendOnce(request: HttpRequest, options: TcpDoorOptions = {}) {
  await using door = createTcpHttpDoor(options);
  return await door.send(request);
}

async function failureOf(request: HttpRequest, options: TcpDoorOptions = {}): Promise<NetworkError> {
  try {
    await sendOnce(request, options);
  } catch (error) {
    if (error instanceof NetworkError) return error;
    throw error;
  }
  return assert.fail('expected a network error, found an answer');
}

test('method, headers and body arrive, status, headers and cookies come back', async () => {
  await using server = await startHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(
        207,
        [
          ['X-Two', 'a'],
          ['X-Two', 'b'],
          ['Set-Cookie', 'a=1; Path=/'],
          ['Set-Cookie', 'b=2'],
        ].flat(),
      );
      response.end(
        JSON.stringify([
          request.method,
          request.url,
          request.headers['x-mine'],
          request.headers['content-length'],
          body,
        ]),
      );
    });
  });
  const request = get(urlOf(server, '/gql?x=1'), { method: 'POST', headers: { 'X-Mine': 'yes' }, body: 'zwölf' });
  const response = await sendOnce(request);
  assert.deepEqual(JSON.parse(response.body), ['POST', '/gql?x=1', 'yes', '6', 'zwölf']);
  assert.equal(response.status, 207);
  assert.equal(response.headers['x-two'], 'a, b');
  assert.deepEqual(response.setCookies, ['a=1; Path=/', 'b=2']);
});

test('connections are kept, and no more than eight are opened to a host', async () => {
  const sockets = new Set<unknown>();
  await using server = await startHttp((request, response) => {
    sockets.add(request.socket);
    setImmediate(() => response.end('x'));
  });
  await using door = createTcpHttpDoor();
  await Promise.all(Array.from({ length: 40 }, () => door.send(get(urlOf(server)))));
  assert.equal(sockets.size, 8);
});

test('gzip is asked for and unpacked', async () => {
  await using server = await startHttp((request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(`packed for ${request.headers['accept-encoding']}`));
  });
  assert.equal((await sendOnce(get(urlOf(server)))).body, 'packed for gzip');
});

test('the head of a packed file has no body to unpack', async () => {
  await using server = await startHttp((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '999' });
    response.end();
  });
  const response = await sendOnce(get(urlOf(server), { method: 'HEAD' }));
  assert.deepEqual([response.status, response.body], [200, '']);
});

const tooLarge: readonly [string, RequestListener][] = [
  ['a long body', (_request, response) => response.end('x'.repeat(5_000))],
  [
    'a small body that unpacks to a long one',
    (_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('x'.repeat(1_000_000)));
    },
  ],
];
for (const [name, listener] of tooLarge) {
  test(`${name} is refused`, async () => {
    await using server = await startHttp(listener);
    const failure = await failureOf(get(urlOf(server), { maxBytes: 4_000 }));
    assert.equal(failure.kind, 'tooLarge');
    assert.match(failure.message, /at most 4000 bytes from 127\.0\.0\.1/);
  });
}

test('a body cut off in the middle is a reset, packed or not', async () => {
  for (const packed of [false, true]) {
    await using server = await startHttp((_request, response) => {
      response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : { 'content-length': '100' });
      response.write(packed ? gzipSync('x'.repeat(10_000)).subarray(0, 20) : 'half');
      setImmediate(() => response.destroy());
    });
    assert.equal((await failureOf(get(urlOf(server)))).kind, 'reset', packed ? 'packed' : 'plain');
  }
});

test('broken gzip is a failure, not a hang', async () => {
  await using server = await startHttp((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end('this is no gzip');
  });
  assert.equal((await failureOf(get(urlOf(server)))).kind, 'other');
});

test('a connection that breaks before the answer is a reset', async () => {
  await using server = await startTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  assert.equal((await failureOf(get(urlOf(server)))).kind, 'reset');
});

test('a port where nobody listens is a refusal', async () => {
  const server = await startHttp(() => {});
  const url = urlOf(server);
  await server[Symbol.asyncDispose]();
  const failure = await failureOf(get(url));
  assert.equal(failure.kind, 'refused');
  assert.match(failure.message, /127\.0\.0\.1 refused/);
});

test('a server that never answers, or never ends, is a timeout', async () => {
  await using silent = await startHttp(() => {});
  await using endless = await startHttp((_request, response) => response.writeHead(200).write('x'));
  for (const server of [silent, endless]) {
    const failure = await failureOf(get(urlOf(server), { timeoutMs: 60 }));
    assert.equal(failure.kind, 'timeout');
    assert.match(failure.message, /expected an answer from 127\.0\.0\.1:\d+ within 0\.06 s/);
  }
});

test('stopping rejects with the signal’s reason, before and during the exchange', async () => {
  const stop = new AbortController();
  await using server = await startHttp(() => stop.abort(new Error('enough')));
  await using door = createTcpHttpDoor();
  await assert.rejects(door.send(get(urlOf(server)), stop.signal), /enough/);
  await assert.rejects(door.send(get(urlOf(server)), stop.signal), /enough/);
});

test('closing the door ends what is under way', async () => {
  let arrived: () => void = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await using server = await startHttp(() => arrived());
  const door = createTcpHttpDoor();
  const answer = door.send(get(urlOf(server)));
  const ended = assert.rejects(answer, NetworkError);
  await arrival;
  await door[Symbol.asyncDispose]();
  await ended;
  await assert.rejects(door.send(get(urlOf(server))), /the door is closed/);
});

test('a kept connection that the server has closed meanwhile costs no failure', async () => {
  let count = 0;
  await using server = await startTcp((socket) => {
    socket.on('data', () => {
      count += 1;
      // The second request of a connection meets a server that has just gone away.
      if (count === 2) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
  });
  await using door = createTcpHttpDoor();
  assert.equal((await door.send(get(urlOf(server)))).body, 'ok');
  assert.equal((await door.send(get(urlOf(server)))).body, 'ok');
  assert.equal(count, 3);
});

test('redirects of GET are followed, their cookies kept, credentials not carried to another host', async () => {
  const seen: (string | undefined)[] = [];
  await using other = await startHttp((request, response) => {
    seen.push(request.headers.cookie, request.headers.authorization);
    response.setHeader('set-cookie', 'foreign=1');
    response.end('arrived');
  });
  await using server = await startHttp((request, response) => {
    const location = request.url === '/' ? '/next' : `http://localhost:${other.port}/`;
    response.writeHead(302, { location, 'set-cookie': `at=${request.url}` }).end();
  });
  const response = await sendOnce(get(urlOf(server), { headers: { Cookie: 'a=1', Authorization: 'OAuth x' } }));
  assert.equal(response.body, 'arrived');
  assert.deepEqual(response.setCookies, ['at=/', 'at=/next']);
  assert.deepEqual(seen, [undefined, undefined]);
});

test('a redirect of POST is handed back as it is', async () => {
  await using server = await startHttp((_request, response) => response.writeHead(302, { location: '/x' }).end());
  assert.equal((await sendOnce(get(urlOf(server), { method: 'POST', body: '' }))).status, 302);
});

test('a redirect without end, or to another kind of address, is a failure', async () => {
  await using circle = await startHttp((_request, response) => response.writeHead(302, { location: '/' }).end());
  assert.match((await failureOf(get(urlOf(circle)))).message, /at most 5 redirects/);
  await using odd = await startHttp((_request, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  );
  assert.match((await failureOf(get(urlOf(odd)))).message, /redirects to file:/);
});

test('TLS is checked, and a certificate may be added', async () => {
  await using server = await startHttps((_request, response) => response.end('secret'));
  const failure = await failureOf(get(urlOf(server, '/', 'https')));
  assert.equal(failure.kind, 'tls');
  assert.equal(failure.canRetry, false);
  assert.equal((await sendOnce(get(urlOf(server, '/', 'https')), { ca: testCertificate })).body, 'secret');
});

test('nobody is led from https down to http', async () => {
  await using server = await startHttps((_request, response) =>
    response.writeHead(302, { location: 'http://x.test/' }).end(),
  );
  const failure = await failureOf(get(urlOf(server, '/', 'https')), { ca: testCertificate });
  assert.match(failure.message, /redirects to http:, which is not followed/);
});

test('plain http goes to an HTTP proxy with its whole address', async () => {
  await using proxy = await startHttpProxy();
  const response = await sendOnce(get('http://some.host.test/path'), { proxy: proxyAt(proxy, 'http') });
  assert.equal(response.body, 'carried http://some.host.test/path');
  assert.deepEqual(proxy.targets, ['some.host.test']);
});

test('https goes through a tunnel of an HTTP proxy', async () => {
  await using proxy = await startHttpProxy();
  await using server = await startHttps((_request, response) => response.end('through'));
  const url = `https://localhost:${server.port}/`;
  const response = await sendOnce(get(url), { proxy: proxyAt(proxy, 'http'), ca: testCertificate });
  assert.equal(response.body, 'through');
  assert.deepEqual(proxy.targets, [`localhost:${server.port}`]);
});

for (const scheme of ['http', 'https']) {
  test(`a SOCKS proxy carries ${scheme}, and resolves the name itself`, async () => {
    await using proxy = await startSocks();
    const listener: RequestListener = (_request, response) => response.end('through');
    await using server = scheme === 'https' ? await startHttps(listener) : await startHttp(listener);
    const url = `${scheme}://localhost:${server.port}/`;
    const response = await sendOnce(get(url), { proxy: proxyAt(proxy, 'socks5h'), ca: testCertificate });
    assert.equal(response.body, 'through');
    assert.deepEqual(proxy.targets, [`localhost:${server.port}`]);
  });
}

test('wrong credentials are the proxy’s failure, told without them', async () => {
  await using http = await startHttpProxy();
  await using socks = await startSocks();
  for (const [proxy, scheme, target] of [
    [http, 'http', 'http'],
    [http, 'http', 'https'],
    [socks, 'socks5h', 'https'],
  ] as const) {
    const settings = proxyAt(proxy, scheme, 'user:wrongsecret@');
    const failure = await failureOf(get(`${target}://localhost:9/`), { proxy: settings });
    assert.equal(failure.kind, 'proxy', `${scheme} to ${target}: ${failure.message}`);
    assert.match(failure.message, new RegExp(`${scheme}://127\\.0\\.0\\.1:${proxy.port}`));
    assert.doesNotMatch(failure.message, /wrongsecret/);
  }
});

test('a proxy that is not there is the proxy’s failure', async () => {
  const gone = await startHttp(() => {});
  await gone[Symbol.asyncDispose]();
  for (const [scheme, target] of [
    ['http', 'http'],
    ['http', 'https'],
    ['socks5', 'https'],
  ] as const) {
    const failure = await failureOf(get(`${target}://127.0.0.1:9/`), { proxy: proxyAt(gone, scheme) });
    assert.equal(failure.kind, 'proxy', `${scheme} to ${target}: ${failure.message}`);
  }
});
