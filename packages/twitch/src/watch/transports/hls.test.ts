import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMediaPlaylist, formatMultivariantPlaylist } from '@dropwise/hls';
import { NetworkError } from '@dropwise/kit';
import { inTurn } from '../../testing/fake-http.ts';
import { createWatchWorld, target } from '../../testing/watch-world.ts';
import type { WatchTransport } from '../watch-transport.ts';
import { createHlsTransport } from './hls.ts';

const variant = (name: string, bandwidth: number) => ({
  uri: `https://video.test/${name}/index.m3u8`,
  bandwidth,
  codecs: null,
  resolution: null,
  frameRate: null,
});
const master = formatMultivariantPlaylist({ variants: [variant('best', 8_000_000), variant('last', 200_000)] });
const media = (from: number, count: number, endList = false) =>
  formatMediaPlaylist({
    targetDurationSeconds: 2,
    mediaSequence: from,
    segments: Array.from({ length: count }, (_, index) => ({
      uri: `https://video.test/segment/${from + index}.ts`,
      durationSeconds: 2,
    })),
    endList,
  });

function world(companion: WatchTransport | null = null) {
  const parts = createWatchWorld();
  parts.http
    .on('POST /gql', { json: { data: { streamPlaybackAccessToken: { value: '{"chan":1}', signature: 'abc&d' } } } })
    .on('GET /api/channel/hls/sample_channel.m3u8', { body: master })
    .on('GET /last/index.m3u8', { body: media(1, 3) });
  for (let index = 0; index < 60; index++) parts.http.on(`HEAD /segment/${index}.ts`, {});
  const transport = createHlsTransport({ ...parts, usherUrl: () => 'https://usher.ttvnw.net', companion });
  const heads = () =>
    parts.http.requests.filter(({ method }) => method === 'HEAD').map(({ url }) => Number(/(\d+)\.ts/.exec(url)?.[1]));
  return { ...parts, transport, heads };
}

test('a beat asks for a token, the last variant and the head of every segment', async () => {
  const { http, transport, heads } = world();
  assert.equal(transport.beatMs, 20_000);
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
  assert.deepEqual(heads(), [1, 2, 3]);
  const [usher] = http.sent('/api/channel/hls/sample_channel.m3u8');
  const query = new URL(usher?.url ?? '').searchParams;
  assert.deepEqual([query.get('sig'), query.get('token')], ['abc&d', '{"chan":1}']);
  assert.equal(usher?.headers.authorization, undefined);
});

test('later beats ask for unseen segments only, and for no new token', async () => {
  const { http, transport, heads } = world();
  await transport.send(target);
  http.on('GET /last/index.m3u8', { body: media(2, 4) });
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
  assert.deepEqual(heads(), [1, 2, 3, 4, 5]);
  assert.equal(http.sent('/gql').length, 1);
});

test('of many unseen segments only the newest count', async () => {
  const { http, transport, heads } = world();
  http.on('GET /last/index.m3u8', { body: media(1, 50) });
  await transport.send(target);
  assert.deepEqual(
    heads(),
    Array.from({ length: 15 }, (_, index) => 36 + index),
  );
});

for (const status of [401, 403, 404]) {
  test(`a playlist that answers ${status} is refused and opened anew by the next beat`, async () => {
    const { http, transport } = world();
    http.on('GET /last/index.m3u8', inTurn({ status }, { body: media(1, 3) }));
    const outcome = await transport.send(target);
    assert.ok(outcome.kind === 'refused' && outcome.status === status);
    assert.deepEqual(await transport.send(target), { kind: 'accepted' });
    assert.equal(http.sent('/gql').length, 2);
  });
}

test('a playlist that answers 500 is kept', async () => {
  const { http, transport } = world();
  http.on('GET /last/index.m3u8', inTurn({ status: 500 }, { body: media(1, 3) }));
  assert.equal((await transport.send(target)).kind, 'refused');
  await transport.send(target);
  assert.equal(http.sent('/gql').length, 1);
});

const refusals: readonly [string, (parts: ReturnType<typeof world>) => void, RegExp][] = [
  [
    'an offline channel',
    ({ http }) => http.on('POST /gql', { json: { data: { streamPlaybackAccessToken: null } } }),
    /offline/,
  ],
  [
    'a JSON error instead of a playlist',
    ({ http }) => http.on('GET /api/channel/hls/sample_channel.m3u8', { json: [{ error: 'x' }] }),
    /expected #EXTM3U/,
  ],
  ['an ended playlist', ({ http }) => http.on('GET /last/index.m3u8', { body: media(1, 3, true) }), /over/],
  [
    'a playlist without segments',
    ({ http }) => http.on('GET /last/index.m3u8', { body: media(1, 0) }),
    /no new segment/,
  ],
  ['a segment that answers 404', ({ http }) => http.on('HEAD /segment/2.ts', { status: 404 }), /found 404/],
];
for (const [name, prepare, reason] of refusals) {
  test(`${name} is a refusal with its reason`, async () => {
    const parts = world();
    prepare(parts);
    const outcome = await parts.transport.send(target);
    assert.ok(outcome.kind === 'refused');
    assert.match(outcome.reason, reason);
  });
}

test('a playlist that stands still is refused, so that nobody believes to be watching', async () => {
  const { transport } = world();
  await transport.send(target);
  for (let beat = 0; beat < 3; beat++) assert.equal((await transport.send(target)).kind, 'refused');
});

test('a broken connection is unreachable', async () => {
  const { http, transport } = world();
  const reset = new NetworkError('reset', 'video.test', 'x');
  http.on('HEAD /segment/1.ts', reset);
  assert.deepEqual(await transport.send(target), { kind: 'unreachable', networkError: reset });
});

test('segments that take too long end the beat', async () => {
  const { clock, http, transport, heads } = world();
  http.on('GET /last/index.m3u8', { body: media(1, 12) });
  for (let index = 1; index <= 12; index++) {
    http.on(`HEAD /segment/${index}.ts`, async () => {
      await new Promise<void>((resolve) => clock.after(2_500, resolve));
      return {};
    });
  }
  const outcome = transport.send(target);
  await clock.advance(60_000);
  assert.equal((await outcome).kind, 'refused');
  assert.equal(heads().length, 4);
});

test('the companion goes along at most every 59 seconds and its outcome is ignored', async () => {
  let sent = 0;
  const companion: WatchTransport = {
    name: 'spade',
    beatMs: 60_000,
    async send() {
      sent += 1;
      return { kind: 'refused', reason: 'x', status: 500 };
    },
  };
  const { clock, http, transport } = world(companion);
  for (let beat = 0; beat < 7; beat++) {
    http.on('GET /last/index.m3u8', { body: media(1 + beat, 3) });
    assert.equal((await transport.send(target)).kind, 'accepted');
    await clock.advance(20_000);
  }
  assert.equal(sent, 3);
});
