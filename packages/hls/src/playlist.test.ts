import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatMediaPlaylist,
  formatMultivariantPlaylist,
  parseMediaPlaylist,
  parseMultivariantPlaylist,
} from './index.ts';

const base = 'https://video.test/live/index.m3u8';
const uris = fc.stringMatching(/^[a-z0-9_-]{1,20}$/).map((name) => `https://video.test/${name}.ts?x=1`);
const milliseconds = (min: number, max: number) => fc.integer({ min, max }).map((count) => count / 1_000);

/** Strict comparison sees the prototype. */
const plain = { noNullPrototype: true } as const;

const mediaPlaylists = fc.record(
  {
    targetDurationSeconds: fc.integer({ min: 1, max: 60 }),
    mediaSequence: fc.integer({ min: 0, max: 1_000_000_000 }),
    segments: fc.array(fc.record({ uri: uris, durationSeconds: milliseconds(1, 10_000) }, plain), { maxLength: 20 }),
    endList: fc.boolean(),
  },
  plain,
);
const variants = fc.record(
  {
    uri: uris,
    bandwidth: fc.integer({ min: 1, max: 20_000_000 }),
    codecs: fc.constantFrom(null, 'avc1.64002A,mp4a.40.2'),
    resolution: fc.option(
      fc.record({ width: fc.integer({ min: 1, max: 8_000 }), height: fc.integer({ min: 1, max: 8_000 }) }, plain),
    ),
    frameRate: fc.constantFrom(null, 30, 59.94, 60),
  },
  plain,
);

test('any media playlist comes back from its text', () => {
  fc.assert(
    fc.property(mediaPlaylists, (playlist) => {
      assert.deepEqual(parseMediaPlaylist(formatMediaPlaylist(playlist), base), { ok: true, value: playlist });
    }),
  );
});

test('any multivariant playlist comes back from its text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(variants, { minLength: 1, maxLength: 8, selector: ({ uri }) => uri }), (list) => {
      const text = formatMultivariantPlaylist({ variants: list });
      assert.deepEqual(parseMultivariantPlaylist(text, base), { ok: true, value: { variants: list } });
    }),
  );
});

test('no text makes the parsers throw or print', (context) => {
  const printed = context.mock.method(console, 'error', () => {});
  const lines = fc.constantFrom(
    '#EXTINF:',
    '#EXTINF:2,',
    '#EXT-X-STREAM-INF:BANDWIDTH=1',
    '#EXT-X-TARGETDURATION:x',
    'a.ts',
    '',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(lines, fc.string())).map((rest) => ['#EXTM3U', ...rest].join('\n')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      parseMediaPlaylist(text, base);
      parseMultivariantPlaylist(text, base);
    }),
  );
  assert.equal(printed.mock.callCount(), 0);
});

test('addresses are seen from the playlist’s own', () => {
  const text = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2.000,\nsegment.ts\n#EXTINF:2.000,\n/root.ts\n';
  const read = parseMediaPlaylist(text, base);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.segments.map(({ uri }) => uri),
    ['https://video.test/live/segment.ts', 'https://video.test/root.ts'],
  );
});

test('tags of Twitch’s own do not disturb', () => {
  const text = [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    '#EXT-X-TARGETDURATION:6',
    '#EXT-X-MEDIA-SEQUENCE:941',
    '#EXT-X-TWITCH-LIVE-SEQUENCE:941',
    '#EXT-X-TWITCH-ELAPSED-SECS:1882.000',
    '#EXT-X-PROGRAM-DATE-TIME:2026-08-01T12:00:00.000Z',
    '#EXTINF:2.000,live',
    'https://video.test/941.ts',
    '#EXT-X-TWITCH-PREFETCH:https://video.test/942.ts',
  ].join('\n');
  const read = parseMediaPlaylist(text, base);
  assert.ok(read.ok);
  assert.equal(read.value.mediaSequence, 941);
  assert.deepEqual(read.value.segments, [{ uri: 'https://video.test/941.ts', durationSeconds: 2 }]);
});

const problems: readonly [string, string, RegExp][] = [
  ['JSON', '[{"error":"x"}]', /expected #EXTM3U at the start, found "\[/],
  ['nothing', '', /expected #EXTM3U/],
  ['no target duration', '#EXTM3U\n#EXTINF:2,\na.ts', /expected #EXT-X-TARGETDURATION above 0/],
  [
    'a list of variants',
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8',
    /expected a list of segments, found a list of variants/,
  ],
  [
    'an address of another kind',
    '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd',
    /expected an http address for segment 0/,
  ],
  ['too much', `#EXTM3U\n${'x'.repeat(2_000_001)}`, /expected at most 2000000 characters/],
];
for (const [name, text, message] of problems) {
  test(`${name} is no media playlist, and the problem says so`, () => {
    const read = parseMediaPlaylist(text, base);
    assert.ok(!read.ok);
    assert.match(read.failure.message, message);
  });
}

test('a list of segments is no multivariant playlist', () => {
  const read = parseMultivariantPlaylist('#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\na.ts', base);
  assert.ok(!read.ok);
  assert.match(read.failure.message, /expected a list of variants, found a list of segments/);
});
