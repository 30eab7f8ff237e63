import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePlaylists } from './compare-playlists.ts';
import type { LivePlaylist } from './live-playlist.ts';
import { anyWrittenPlaylist } from './testing/any-written-playlist.ts';
import { readMedia } from './testing/read-written.ts';
import { textOf, type WrittenPlaylist, writtenPlaylist } from './testing/written-playlist.ts';

const read = (playlist: WrittenPlaylist) => readMedia(textOf(playlist));
/** `0.ts` to `9.ts`, those from `from` on. */
const window = (from: number, to: number, changes: Partial<WrittenPlaylist> = {}) =>
  read({
    ...writtenPlaylist(Array.from({ length: to - from }, (_, index) => `${from + index}.ts`)),
    mediaSequence: from,
    ...changes,
  });

test('any window of a well-kept stream can follow an earlier one, and no fault is seen', () => {
  const windows = anyWrittenPlaylist({ minSegments: 2 }).chain((whole) =>
    fc.record({
      whole: fc.constant(whole),
      first: fc.integer({ min: 1, max: whole.segments.length - 1 }),
      dropped: fc.integer({ min: 0, max: whole.segments.length - 1 }),
    }),
  );
  fc.assert(
    fc.property(windows, ({ whole, first, dropped }) => {
      fc.pre(dropped <= first);
      const gone = whole.segments.slice(0, dropped).filter(({ discontinuity }) => discontinuity).length;
      const before = read({ ...whole, endList: false, segments: whole.segments.slice(0, first) });
      const after = read({
        ...whole,
        endList: false,
        mediaSequence: whole.mediaSequence + dropped,
        discontinuitySequence: whole.discontinuitySequence + gone,
        segments: whole.segments.slice(dropped),
      });
      assert.deepEqual(comparePlaylists(before, after), {
        changed: true,
        advancedSegments: whole.segments.length - first,
        faults: [],
      });
    }),
  );
});

test('a playlist has not changed against itself', () => {
  fc.assert(
    fc.property(anyWrittenPlaylist(), (written) => {
      const same = { changed: false, advancedSegments: 0, faults: [] };
      assert.deepEqual(comparePlaylists(read(written), read(written)), same);
    }),
  );
});

test('a part more, another hint and the end are changes, though no segment came', () => {
  const parts = ['#EXT-X-PART:DURATION=0.5,URI="p0"', '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="p1"'];
  const lowLatency = (tail: readonly string[]) => window(0, 3, { head: ['#EXT-X-PART-INF:PART-TARGET=0.5'], tail });
  const still = { advancedSegments: 0, faults: [] };
  assert.deepEqual(comparePlaylists(lowLatency([]), lowLatency(parts)), { changed: true, ...still });
  assert.deepEqual(comparePlaylists(lowLatency(parts.slice(0, 1)), lowLatency(parts)), { changed: true, ...still });
  assert.deepEqual(comparePlaylists(window(0, 3), window(0, 3, { endList: true })), { changed: true, ...still });
});

const faults: readonly [
  name: string,
  before: LivePlaylist,
  after: LivePlaylist,
  kind: string,
  segments: number,
  message: RegExp,
][] = [
  ['starts before', window(5, 8), window(3, 8), 'sequence_went_back', 2, /from 5 on, found 3/],
  ['ends before', window(5, 8), window(5, 7), 'sequence_went_back', 1, /up to 7 at least, found them end at 6/],
  ['starts anew', window(5, 8), window(0, 2), 'sequence_went_back', 6, /from 5 on, found 0/],
  ['left segments out', window(0, 3), window(5, 8), 'window_skipped', 2, /segment 3 to be listed once.* begin at 5/],
  [
    'replaced segments',
    window(0, 3),
    window(0, 3, { segments: writtenPlaylist(['0.ts', 'x.ts', 'y.ts']).segments }),
    'segment_replaced',
    2,
    /segment 1 as it was listed before, found it with another address/,
  ],
  [
    'renumbered discontinuities',
    window(0, 3),
    window(1, 4, { discontinuitySequence: 1 }),
    'discontinuity_sequence_inconsistent',
    2,
    /segment 1 as it was listed before, found it with another discontinuity sequence/,
  ],
];
for (const [name, before, after, kind, segments, message] of faults) {
  test(`a window that ${name} is a fault: ${kind}`, () => {
    const found = comparePlaylists(before, after).faults;
    assert.deepEqual(
      found.map((fault) => [fault.kind, fault.segments]),
      [[kind, segments]],
    );
    assert.match(found[0]?.message ?? '', message);
  });
}

test('another range of the same resource is another segment', () => {
  const ranged = (offset: number) =>
    window(0, 1, {
      segments: writtenPlaylist(['0.ts']).segments.map((segment) => ({ ...segment, byteRange: { length: 9, offset } })),
    });
  assert.equal(comparePlaylists(ranged(0), ranged(9)).faults[0]?.kind, 'segment_replaced');
});

test('a discontinuity sequence that goes back over a hole is told beside the hole', () => {
  const found = comparePlaylists(
    window(0, 3, { discontinuitySequence: 4 }),
    window(5, 8, { discontinuitySequence: 3 }),
  );
  assert.deepEqual(
    found.faults.map(({ kind }) => kind),
    ['window_skipped', 'discontinuity_sequence_inconsistent'],
  );
});

test('a hole of one segment is a hole, and none is none', () => {
  assert.equal(comparePlaylists(window(0, 3), window(4, 6)).faults[0]?.segments, 1);
  assert.deepEqual(comparePlaylists(window(0, 3), window(3, 6)).faults, []);
});

test('a window that follows an empty one skips nothing', () => {
  assert.deepEqual(comparePlaylists(window(0, 0), window(5, 8)).faults, []);
});
