import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { succeed } from '@dropwise/kit';
import { createRawTransport } from '../wire/raw-transport.ts';
import { CountingMeter, testOptions } from '../wire/testing/routes.ts';
import type { Transport } from '../wire/transport.ts';
import { createUndiciTransport } from '../wire/undici-transport.ts';
import { formatConsentFile } from './consent-file.ts';
import { ScriptedInternet, usualTerms } from './testing/scripted-internet.ts';

const makes: Readonly<Record<string, () => Transport>> = {
  raw: () => createRawTransport(testOptions().options),
  undici: () => createUndiciTransport(testOptions().options),
};

/** A real origin; through a proxy, even this machine is asked for its file. */
async function openOrigin(t: TestContext, answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  t.after(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/live/index.m3u8`;
}

async function askOverSockets(make: () => Transport, url: string) {
  const transport = make();
  const meter = new CountingMeter();
  const office = new ScriptedInternet().openOffice({
    transport,
    meter,
    proxies: [{ host: '127.0.0.1', port: 3128 }],
    resolve: async (host) => succeed(isIP(host) === 0 ? [] : [host]),
  });
  const answer = await office.check(url, true);
  office.close();
  await transport.close();
  return { answer, meter };
}

const origins: readonly (readonly [what: string, answer: RequestListener, words: RegExp | null])[] = [
  [
    'serves the file',
    (request, response) => {
      assert.equal(request.url, '/.well-known/dropwise-audience.txt');
      assert.equal(request.headers['accept-encoding'], 'identity');
      assert.match(request.headers['user-agent'] ?? '', /./);
      assert.equal(request.headers.cookie, undefined);
      response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(formatConsentFile(usualTerms));
    },
    null,
  ],
  [
    'packs it nevertheless',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' });
      response.end(gzipSync(formatConsentFile(usualTerms)));
    },
    /Content-Encoding "gzip"/,
  ],
  [
    'sends the question elsewhere',
    (request, response) => {
      if (request.url !== '/.well-known/dropwise-audience.txt') return void response.end(formatConsentFile(usualTerms));
      response.writeHead(301, { Location: '/consent.txt' }).end();
    },
    /found status 301/,
  ],
  [
    'answers without an end',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write('a: b\n'.repeat(100)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    },
    /at most 4096 bytes, found more/,
  ],
  [
    'breaks off',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '300' });
      response.write('dropwise-audience: 1\n', () => response.destroy());
    },
    /could not be fetched: (?:truncated|reset)/,
  ],
];

for (const [make, openTransport] of Object.entries(makes)) {
  for (const [what, listener, words] of origins) {
    test(`over ${make} sockets, an origin that ${what} is ${words === null ? 'granted' : 'refused'}`, async (t) => {
      const { answer, meter } = await askOverSockets(openTransport, await openOrigin(t, listener));
      assert.ok(meter.readBytes > 0 && meter.writtenBytes > 0);
      if (words === null)
        assert.deepEqual(answer.ok && [answer.value.by, answer.value.addresses], ['file', ['127.0.0.1']]);
      else {
        assert.ok(!answer.ok);
        assert.match(answer.failure, words);
      }
    });
  }
}
