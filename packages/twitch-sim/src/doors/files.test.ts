import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { setUp } from '../testing/setup.ts';
import { answerImage } from './images.ts';

test('the catalogue comes in both versions with the campaigns that are on or to come', async () => {
  const { client, clock } = setUp();
  const first = JSON.parse((await client.get('https://drops.example/drops')).body);
  const second = JSON.parse((await client.get('https://drops.example/v2/drops')).body);
  assert.deepEqual(
    first.map(({ gameDisplayName }: { gameDisplayName: string }) => gameDisplayName),
    ['Lanterns of Vael', 'Night Ferry'],
  );
  assert.deepEqual(second.data, first);
  assert.equal(second.refreshIntervalSeconds, 3600);
  assert.ok(clock.now() - Date.parse(second.lastUpdatedAt) < 30 * 60_000);
  const [reward] = first[1].rewards;
  assert.equal(reward.allow.channels.length, 2);
  assert.deepEqual(Object.keys(reward.timeBasedDrops[0]).toSorted(), [
    'benefitEdges',
    'endAt',
    'id',
    'name',
    'preconditionDrops',
    'requiredMinutesWatched',
    'requiredSubs',
    'startAt',
  ]);
  await clock.advance(4 * 24 * 3_600_000);
  assert.deepEqual(JSON.parse((await client.get('https://drops.example/drops')).body), []);
});

test('a PNG is a real one, and unlike the next', () => {
  const { body, contentType } = answerImage('/sim/benefit/a.png');
  const png = Buffer.from(body as Uint8Array);
  assert.equal(contentType, 'image/png');
  assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
  const start = png.indexOf('IDAT');
  const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  assert.equal(pixels.length, 160 * (1 + 160 * 3));
  assert.notDeepEqual(answerImage('/sim/benefit/b.png').body, body);
});

test('box art shows the same in every size, and each game something else', () => {
  const meanOf = (path: string, width: number, height: number): readonly number[] => {
    const answer = answerImage(path);
    assert.ok('body' in answer);
    const { data, ...size } = jpeg.decode(answer.body as Uint8Array, { useTArray: true });
    assert.deepEqual([size.width, size.height], [width, height]);
    return [0, 1, 2].map(
      (channel) => data.reduce((sum, byte, at) => (at % 4 === channel ? sum + byte : sum), 0) / (width * height),
    );
  };
  const small = meanOf('/ttv-boxart/1-40x56.jpg', 40, 56);
  const large = meanOf('/ttv-boxart/1-144x192.jpg', 144, 192);
  for (const [channel, mean] of small.entries())
    assert.ok(Math.abs(mean - (large[channel] ?? 0)) < 12, `${small} ${large}`);
  const others = [2, 3, 4, 5].map((id) => meanOf(`/ttv-boxart/${id}-40x56.jpg`, 40, 56));
  for (const other of others) assert.notDeepEqual(other, small);
});

test('a picture is never larger than what a client shows', () => {
  const answer = answerImage('/ttv-boxart/1-9999x9999.jpg');
  assert.ok('body' in answer && jpeg.decode(answer.body as Uint8Array, { useTArray: true }).width === 600);
});

test('JPEG and SVG are served by ending, anything else is 404', () => {
  const bytes = Buffer.from(answerImage('/ttv-boxart/1-40x56.jpg').body as Uint8Array);
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'ffd8ff');
  assert.equal(bytes.subarray(-2).toString('hex'), 'ffd9');
  assert.match(String(answerImage('/a.svg').body), /^<svg /);
  assert.equal(answerImage('/a.gif').status, 404);
});

test('paths that nobody knows are 404, wrong methods 405', async () => {
  const { client } = setUp();
  assert.equal((await client.get('https://www.twitch.tv/a/b/c')).status, 404);
  assert.equal((await client.get('https://gql.twitch.tv/gql')).status, 405);
  assert.equal((await client.get('https://id.twitch.tv/oauth2/token')).status, 405);
});

test('a picture comes as bytes in process, as over a port, to who asks for bytes', async () => {
  const { sim } = setUp();
  const url = 'https://static-cdn.jtvnw.net/sim/benefit/a.png';
  const request = { method: 'GET', url, headers: {}, timeoutMs: 1_000, maxBytes: 100_000 } as const;
  const { body, bytes } = await sim.http.send({ ...request, answerAs: 'bytes' });
  assert.equal(body, '');
  const served = answerImage('/sim/benefit/a.png');
  assert.deepEqual(bytes, 'body' in served && served.body);
  assert.equal((await sim.http.send(request)).bytes, undefined);
  await assert.rejects(sim.http.send({ ...request, answerAs: 'bytes', maxBytes: 10 }), { kind: 'tooLarge' });
});
