import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError } from '@dropwise/kit';
import { createWatchWorld } from '../testing/watch-world.ts';
import { discoverWatchUrls, watchUrlsIn } from './discover-watch-urls.ts';

const spade = 'https://spade.twitch.tv/track';
const beacon = 'https://beacon.twitch.tv/track';
const script = 'https://assets.twitch.tv/config/settings.0123456789abcdef0123456789abcdef.js';
const page = 'https://www.twitch.tv/sample_channel';

/** text, whether plain http may be named → addresses */
const texts: readonly [string, string, boolean, readonly string[] | null][] = [
  ['both keys', `{"beacon_url":"${beacon}","spade_url":"${spade}"}`, false, [spade, beacon]],
  ['a key without underscore, other case, spaces', `{"SpadeUrl" : "${spade}"}`, false, [spade]],
  ['escaped slashes', `{"spade_url":"https:\\/\\/spade.twitch.tv\\/track"}`, false, [spade]],
  ['the same address twice', `"spade_url":"${spade}","beacon_url":"${spade}"`, false, [spade]],
  ['plain http from https', '"spade_url":"http://spade.twitch.tv/track"', false, null],
  [
    'plain http with a port from http',
    '"spade_url":"http://127.0.0.1:8090/track"',
    true,
    ['http://127.0.0.1:8090/track'],
  ],
  ['another scheme', '"spade_url":"ftp://spade.twitch.tv"', true, null],
  ['nothing', '<html></html>', false, null],
];
for (const [name, text, allowsHttp, urls] of texts) {
  test(`${name}: ${urls?.join(', ') ?? 'none'}`, () => assert.deepEqual(watchUrlsIn(text, allowsHttp), urls));
}

test('the page itself is enough when it names the address', async () => {
  const { http, exchange } = createWatchWorld();
  http.on('GET /sample_channel', { body: `"beacon_url":"${beacon}"` });
  assert.deepEqual(await discoverWatchUrls(exchange, page), { ok: true, value: [beacon] });
});

test('otherwise the settings script of the page is read', async () => {
  const { http, exchange } = createWatchWorld();
  http.on('GET /sample_channel', { body: `<script src="${script}"></script>` });
  http.on(`GET ${new URL(script).pathname}`, { body: `"spade_url":"${spade}"` });
  assert.deepEqual(await discoverWatchUrls(exchange, page), { ok: true, value: [spade] });
});

const failures: readonly [string, (world: ReturnType<typeof createWatchWorld>) => void, string][] = [
  ['no connection', ({ http }) => http.on('GET /sample_channel', new NetworkError('reset', 'h', 'x')), 'unreachable'],
  ['a page of another status', ({ http }) => http.on('GET /sample_channel', { status: 404 }), 'notFound'],
  ['a page that names nothing', ({ http }) => http.on('GET /sample_channel', { body: 'hello' }), 'notFound'],
  [
    'a script over plain http',
    ({ http }) => http.on('GET /sample_channel', { body: `src="${script.replace('https', 'http')}"` }),
    'notFound',
  ],
  [
    'a script that names nothing',
    ({ http }) =>
      http.on('GET /sample_channel', { body: `src="${script}"` }).on(`GET ${new URL(script).pathname}`, { body: '' }),
    'notFound',
  ],
];
for (const [name, prepare, kind] of failures) {
  test(`${name} ends as ${kind}`, async () => {
    const world = createWatchWorld();
    prepare(world);
    const found = await discoverWatchUrls(world.exchange, page);
    assert.equal(!found.ok && found.failure.kind, kind);
  });
}
