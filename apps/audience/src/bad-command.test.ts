import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { GivenFlags } from './config/read-flags.ts';
import { createOperatorKey } from './consent/operator-key.ts';
import { runLab } from './main.ts';
import { openCommandStage } from './testing/command-stage.ts';

/** The command in a folder of its own. */
async function openCommand(t: TestContext) {
  const { folder, io, printed } = await openCommandStage(t);
  const run = (words: readonly string[], flags: GivenFlags = {}) =>
    runLab({ words, flags, verbose: 0, quiet: true, dataDir: undefined, jsonEvents: false, version: '0' }, io);
  return { root: join(folder, '.dropwise'), printed, run };
}

/** On this machine; counts what it is asked for. */
async function openOrigin(t: TestContext, answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  t.after(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live/index.m3u8`, asked };
}

test('a command line that does not fit sends nothing, makes no folder and says everything at once', async (t) => {
  const { printed, run } = await openCommand(t);
  assert.equal(await run(['ftp://stream.example/'], { duration: ['5'], 'fail-if': ['x>1'] }), 2);
  assert.match(printed.err, /--duration must be .*\n/);
  assert.equal(printed.out, '');
});

const noStreams: readonly (readonly [what: string, answer: RequestListener, found: RegExp])[] = [
  ['a page', (_, response) => response.end('<!doctype html><title>Hello</title>'), /no playlist/],
  ['nothing', (_, response) => response.end(), /no playlist/],
  ['404', (_, response) => response.writeHead(404).end(), /must answer 200, found 404/],
  ['503', (_, response) => response.writeHead(503).end(), /must answer 200, found 503/],
  ['itself, for ever', (request, response) => response.writeHead(302, { Location: request.url }).end(), /redirects/],
  ['a line without an end', (_, response) => response.end(`#EXTM3U\n#${'x'.repeat(70_000)}`), /no playlist/],
  ['five megabytes', (_, response) => response.end(`#EXTM3U\n${'#x\n'.repeat(1_700_000)}`), /bytes|large|playlist/],
  [
    'a bomb',
    (_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(50_000_000, 0x0a)));
    },
    /inflate|4000000|bytes|times/,
  ],
  [
    'half an answer',
    (_, response) => response.writeHead(200, { 'Content-Length': 99 }).write('#EXTM3U\n', () => response.destroy()),
    /could not be read/,
  ],
  ['no HTTP', (request) => request.socket.end('SSH-2.0-OpenSSH\r\n'), /could not be read/],
];

for (const [what, answer, found] of noStreams) {
  test(`an origin that answers ${what} is refused before anybody watches`, async (t) => {
    const { printed, run } = await openCommand(t);
    const { url, asked } = await openOrigin(t, answer);
    assert.equal(await run([url, '5']), 8);
    assert.match(printed.err, found);
    assert.ok(asked.length <= 7, `${asked.length} requests`);
  });
}

test('without a key nothing but this machine is asked anything', async (t) => {
  const { printed, run } = await openCommand(t);
  const { url, asked } = await openOrigin(t, (_, response) => response.end());
  assert.equal(await run([url, '5'], { proxy: ['http://127.0.0.1:1'] }), 8);
  assert.match(printed.err, /run "dropwise audience keygen"/);
  assert.deepEqual(asked, []);
});

test('with a key, and no consent, an origin behind a proxy hears one question', async (t) => {
  const { root, printed, run } = await openCommand(t);
  await createOperatorKey(root);
  const { url, asked } = await openOrigin(t, (_, response) => response.writeHead(404).end());
  assert.equal(await run([url, '5'], { proxy: ['http://127.0.0.1:1'] }), 8);
  assert.match(printed.err, /dropwise-audience\.txt at 127\.0\.0\.1 must answer 200, found status 404/);
  assert.deepEqual(asked, ['/.well-known/dropwise-audience.txt']);
});

for (const address of ['http://0.0.0.0/', 'http://[::]/', 'http://224.0.0.1/', 'http://255.255.255.255/']) {
  test(`${address} is refused at once`, async (t) => {
    const { printed, run } = await openCommand(t);
    assert.equal(await run([address, '5']), 8);
    assert.match(printed.err, /nobody’s address/);
  });
}

test('more than this machine or the configuration allows is refused with the arithmetic', async (t) => {
  const { printed, run } = await openCommand(t);
  const playlist =
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000\nlow.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=5000000\nhigh.m3u8\n';
  const { url } = await openOrigin(t, (_, response) => response.end(playlist));
  assert.equal(await run([url, '25'], { 'max-mbps': ['100'] }), 8);
  assert.match(printed.err, /allows 100 Mbit\/s; 25 viewers × 5 Mbit\/s = 125 Mbit\/s\. At most 20 of them fit/);
});

test('a report that could not be written where it is wanted is found before anybody watches', async (t) => {
  const { printed, run } = await openCommand(t);
  const { url, asked } = await openOrigin(t, (_, response) => response.end());
  const wanted = { out: ['no/report.json'], html: ['.'], prometheus: ['same.prom'] };
  assert.equal(await run([url, '5'], wanted), 2);
  assert.match(printed.err, /^--out: .*no must be a folder that can be written to, .*ENOENT/m);
  assert.match(printed.err, /^--html must be a file, found the folder /m);
  assert.equal(await run([url, '5'], { out: ['same'], html: ['same'] }), 2);
  assert.match(printed.err, /must be files of their own, found one twice/);
  assert.deepEqual(asked, []);
});
