import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieJar } from '../cookies/cookie-jar.ts';
import { createExchange } from '../http/exchange.ts';
import { createTcpHttpDoor } from '../http/tcp-http-door.ts';
import { createRequestCounters } from '../request-counters.ts';
import { startHttp } from '../testing/loopback.ts';
import { fetchImage, isImageAddress, maxImageBytes } from './fetch-image.ts';

const host = 'https://static-cdn.jtvnw.net';
const addresses: readonly (readonly [url: string, isOne: boolean])[] = [
  [`${host}/ttv-boxart/1-144x192.jpg`, true],
  ['https://STATIC-CDN.jtvnw.net:443/a.png', true],
  ['http://static-cdn.jtvnw.net/a.png', false],
  ['https://static-cdn.jtvnw.net:8443/a.png', false],
  ['https://static-cdn.jtvnw.net.example.test/a.png', false],
  ['https://static-cdn.jtvnw.net@example.test/a.png', false],
  ['https://someone@static-cdn.jtvnw.net/a.png', false],
  ['https://example.test/static-cdn.jtvnw.net/a.png', false],
  ['https://127.0.0.1/a.png', false],
  ['//static-cdn.jtvnw.net/a.png', false],
  ['file:///etc/passwd', false],
  ['data:image/png;base64,AAAA', false],
  ['', false],
];
for (const [url, isOne] of addresses) {
  test(`${url || 'nothing'} is ${isOne ? 'an address' : 'no address'} of the image host`, () => {
    assert.equal(isImageAddress(url, host), isOne);
  });
}

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80]);

async function world() {
  const asked: { readonly path: string; readonly cookie: string | undefined }[] = [];
  const server = await startHttp((request, response) => {
    asked.push({ path: request.url ?? '', cookie: request.headers.cookie });
    switch (request.url) {
      case '/picture.png':
        return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      case '/elsewhere.png':
        return response.writeHead(302, { location: '/picture.png' }).end();
      case '/large.png':
        return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(maxImageBytes + 1));
      default:
        return response.writeHead(404).end();
    }
  });
  const door = createTcpHttpDoor();
  const counters = createRequestCounters();
  const jar = new CookieJar({ now: () => 0 });
  const exchange = createExchange({
    http: door,
    jar,
    counters,
    userAgent: () => 'test',
    trace: null,
    timeoutMs: 20_000,
  });
  const origin = `http://127.0.0.1:${server.port}`;
  jar.storeResponse(origin, ['auth-token=secret; Path=/']);
  assert.ok(jar.headerFor(origin), 'there is a cookie that could go');
  return {
    asked,
    counters,
    fetch: (path: string) => fetchImage(exchange, origin, `${origin}${path}`),
    elsewhere: () => fetchImage(exchange, origin, `http://localhost:${server.port}/picture.png`),
    async [Symbol.asyncDispose]() {
      await door[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

test('a picture arrives byte for byte, is counted, and no cookie goes with the request', async () => {
  await using here = await world();
  const fetched = await here.fetch('/picture.png');
  assert.ok(fetched.ok);
  assert.deepEqual(Buffer.from(fetched.value.bytes), picture);
  assert.equal(fetched.value.contentType, 'image/png');
  assert.deepEqual(here.asked, [{ path: '/picture.png', cookie: undefined }]);
  assert.deepEqual(here.counters.snapshot().requests, { image: 1 });
});

test('a redirect is not followed, and what is too large is not read to its end', async () => {
  await using here = await world();
  const redirected = await here.fetch('/elsewhere.png');
  assert.deepEqual(redirected, { ok: false, failure: { kind: 'notFound', status: 302 } });
  assert.equal(here.asked.length, 1);
  const large = await here.fetch('/large.png');
  assert.ok(!large.ok && large.failure.kind === 'unreachable');
  assert.equal(large.failure.networkError.kind, 'tooLarge');
});

test('another host is never asked, also where the same server would answer', async () => {
  await using here = await world();
  const refused = await here.elsewhere();
  assert.ok(!refused.ok && refused.failure.kind === 'foreign');
  assert.deepEqual(here.asked, []);
});
