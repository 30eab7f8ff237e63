import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startPositionOf } from './start-position.ts';
import { anyWrittenPlaylist } from './testing/any-written-playlist.ts';
import { readMedia } from './testing/read-written.ts';
import { textOf, type WrittenPlaylist, writtenPlaylist } from './testing/written-playlist.ts';

const names = Array.from({ length: 8 }, (_, index) => `${index}.ts`);
const read = (changes: Partial<WrittenPlaylist>) =>
  readMedia(textOf({ ...writtenPlaylist(names, { mediaSequence: 100 }), ...changes }));

test('a live stream begins three target durations before its end', () => {
  const expected = { mediaSequence: 105, partIndex: null, targetLatencySeconds: 6 };
  assert.deepEqual(startPositionOf(read({})), expected);
});

test('a server that says HOLD-BACK is heeded', () => {
  const head = ['#EXT-X-SERVER-CONTROL:HOLD-BACK=7.5'];
  const expected = { mediaSequence: 104, partIndex: null, targetLatencySeconds: 7.5 };
  assert.deepEqual(startPositionOf(read({ head })), expected);
});

test('a window shorter than that begins with its first segment, and an empty one has no beginning', () => {
  const { segments } = writtenPlaylist(['a.ts', 'b.ts']);
  assert.equal(startPositionOf(read({ segments }))?.mediaSequence, 100);
  assert.equal(startPositionOf(read({ segments: [] })), null);
});

test('what has ended is played from its beginning', () => {
  const expected = { mediaSequence: 100, partIndex: null, targetLatencySeconds: 0 };
  assert.deepEqual(startPositionOf(read({ endList: true, head: ['#EXT-X-PLAYLIST-TYPE:VOD'] })), expected);
  assert.equal(startPositionOf(read({ endList: true, segments: [] })), null);
});

/** Two whole segments of four parts, and `trailing` parts of the next; the named ones can be decoded by themselves. */
function lowLatency(trailing: number, independent: readonly string[]): string {
  const part = (name: string) =>
    `#EXT-X-PART:DURATION=0.5,URI="${name}"${independent.includes(name) ? ',INDEPENDENT=YES' : ''}`;
  const parts = (segment: number, count: number) => Array.from({ length: count }, (_, index) => `${segment}.${index}`);
  const lines = [
    '#EXTM3U',
    '#EXT-X-TARGETDURATION:2',
    '#EXT-X-PART-INF:PART-TARGET=0.5',
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.2',
    '#EXT-X-MEDIA-SEQUENCE:4',
    '#EXTINF:2,\n4.ts',
    ...parts(5, 4).map(part),
    '#EXTINF:2,\n5.ts',
    ...parts(6, 4).map(part),
    '#EXTINF:2,\n6.ts',
    ...parts(7, trailing).map(part),
  ];
  return lines.join('\n');
}

const starts: readonly [name: string, trailing: number, independent: readonly string[], msn: number, part: number][] = [
  ['the newest part far enough back', 2, ['6.3'], 6, 3],
  ['a part in the segment that is being made', 4, ['7.1'], 7, 1],
  ['further back, where a part can be decoded', 2, ['6.2'], 6, 2],
  ['at the segment’s first part, where no part says so', 2, [], 6, 0],
  ['in the segment before, where the first would be too near', 0, ['6.1'], 6, 1],
];
for (const [name, trailing, independent, mediaSequence, partIndex] of starts) {
  test(`a low-latency stream begins at ${name}`, () => {
    const expected = { mediaSequence, partIndex, targetLatencySeconds: 1.2 };
    assert.deepEqual(startPositionOf(readMedia(lowLatency(trailing, independent))), expected);
  });
}

test('whoever does not want low latency begins by whole segments', () => {
  const start = startPositionOf(readMedia(lowLatency(2, [])), { lowLatency: false });
  assert.deepEqual(start, { mediaSequence: 4, partIndex: null, targetLatencySeconds: 6 });
});

test('a low-latency stream with too few parts begins by whole segments', () => {
  const text = lowLatency(0, []).replace(/#EXT-X-PART:.*\n/g, '');
  assert.deepEqual(startPositionOf(readMedia(text)), { mediaSequence: 4, partIndex: null, targetLatencySeconds: 6 });
});

test('nothing between the beginning and the end of a live window is shorter than it must be, nor a segment longer', () => {
  fc.assert(
    fc.property(anyWrittenPlaylist({ minSegments: 1 }), (written) => {
      const playlist = readMedia(textOf({ ...written, endList: false }));
      const start = startPositionOf(playlist);
      assert.ok(start !== null);
      const from = start.mediaSequence - playlist.mediaSequence;
      const secondsFrom = (index: number) =>
        playlist.segments.slice(index).reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
      assert.ok(from === 0 || secondsFrom(from) >= start.targetLatencySeconds - 1e-6);
      assert.ok(secondsFrom(from + 1) < start.targetLatencySeconds);
    }),
  );
});
