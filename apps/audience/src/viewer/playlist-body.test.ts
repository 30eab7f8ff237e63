import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PlaylistBody } from './playlist-body.ts';
import { PlaylistCache } from './playlist-cache.ts';
import type { PlaylistVersion } from './playlist-version.ts';

const uri = 'http://origin.test/index.m3u8';

function receive(body: PlaylistBody, text: string, cuts: readonly number[]): PlaylistVersion {
  const bytes = Buffer.from(text);
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  body.begin(uri, 'identity');
  let start = 0;
  // Everybody's buffer: what came before is overwritten.
  const shared = Buffer.alloc(bytes.length + 7);
  for (const end of ends) {
    shared.fill(0);
    bytes.copy(shared, 7, start, end);
    if (end > start) body.add(shared, 7, 7 + end - start);
    start = end;
  }
  return body.end();
}

test('however bodies are cut and whatever came before, each distinct one is kept once, byte for byte', () => {
  const text = fc.constantFrom(
    '',
    '#EXTM3U',
    '#EXTM3U\na',
    '#EXTM3U\nb',
    '#EXTM3U\nab',
    '#EXTM3U\nabc',
    'x',
    'ab',
    '#exTM3U\nab',
  );
  const cuts = fc.array(fc.nat(20), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, cuts), { minLength: 1, maxLength: 30 }), (bodies) => {
      const cache = new PlaylistCache();
      const viewers = [new PlaylistBody(cache), new PlaylistBody(cache)];
      for (const [index, [each, where]] of bodies.entries()) {
        const version = receive(viewers[index % 2] as PlaylistBody, each, where);
        assert.equal(version.bytes.toString(), each);
        assert.equal(receive(viewers[0] as PlaylistBody, each, []), version);
      }
      assert.ok(cache.parses >= new Set(bodies.map(([each]) => each)).size);
    }),
  );
});

test('a body that begins as one version and goes on as another is neither of them', () => {
  const cache = new PlaylistCache();
  const body = new PlaylistBody(cache);
  receive(body, 'AAAA', []);
  receive(body, 'BBBB', []);
  assert.equal(receive(body, 'BBAA', [2]).bytes.toString(), 'BBAA');
  assert.equal(receive(body, 'AABB', [2]).bytes.toString(), 'AABB');
});

test('a body that did not change is neither kept nor parsed again', () => {
  const cache = new PlaylistCache();
  const body = new PlaylistBody(cache);
  const first = receive(body, '#EXTM3U\n#EXT-X-TARGETDURATION:2\n', [3]);
  for (let i = 0; i < 5; i++) assert.equal(receive(body, '#EXTM3U\n#EXT-X-TARGETDURATION:2\n', [i, i * 7]), first);
  assert.equal(cache.parses, 1);
});

test('the cache forgets the playlists that were changed longest ago', () => {
  const cache = new PlaylistCache();
  for (let i = 0; i < 2000; i++) cache.add(cache.shelf(`${uri}?${i}`), Buffer.from(`#EXTM3U ${i}`), 'identity');
  const parses = cache.parses;
  cache.add(cache.shelf(`${uri}?1999`), Buffer.from('#EXTM3U 1999'), 'identity');
  assert.equal(cache.parses, parses);
  cache.add(cache.shelf(`${uri}?0`), Buffer.from('#EXTM3U 0'), 'identity');
  assert.equal(cache.parses, parses + 1);
});
