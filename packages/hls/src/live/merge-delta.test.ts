import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeDelta } from './merge-delta.ts';
import { anyWrittenPlaylist } from './testing/any-written-playlist.ts';
import { readMedia } from './testing/read-written.ts';
import { textOf, type WrittenPlaylist, writtenPlaylist } from './testing/written-playlist.ts';

/** The whole window of an origin at two moments, and what the second one's update leaves out. */
const updates = anyWrittenPlaylist({ minSegments: 2 }).chain((whole) =>
  fc.record({
    before: fc.integer({ min: 1, max: whole.segments.length }),
    skipped: fc.integer({ min: 1, max: whole.segments.length }),
    whole: fc.constant(whole),
  }),
);

const cut = (playlist: WrittenPlaylist, count: number) => ({
  ...playlist,
  endList: false,
  segments: playlist.segments.slice(0, count),
});

test('a delta update on what was held is the whole playlist', () => {
  fc.assert(
    fc.property(updates, ({ whole, before, skipped }) => {
      fc.pre(skipped <= before);
      const merged = mergeDelta(readMedia(textOf(cut(whole, before))), readMedia(textOf(whole, skipped)));
      assert.deepEqual(merged, { ok: true, value: readMedia(textOf(whole)) });
    }),
  );
});

test('an update that skips more than is held is refused, and the message says what is held', () => {
  fc.assert(
    fc.property(updates, ({ whole, before, skipped }) => {
      fc.pre(skipped > before);
      const merged = mergeDelta(readMedia(textOf(cut(whole, before))), readMedia(textOf(whole, skipped)));
      assert.ok(!merged.ok);
      assert.equal(merged.failure.class, 'semantic');
      assert.match(merged.failure.message, /expected an update that skips segments \d+ to \d+ alone, found/);
    }),
  );
});

test('an update of a window that has moved on keeps what is still in it', () => {
  const names = ['0.ts', '1.ts', '2.ts', '3.ts', '4.ts'];
  const held = readMedia(textOf(writtenPlaylist(names.slice(0, 4))));
  const moved = writtenPlaylist(names.slice(2), { mediaSequence: 2 });
  const merged = mergeDelta(held, readMedia(textOf(moved, 2)));
  assert.deepEqual(merged, { ok: true, value: readMedia(textOf(moved)) });
});

test('an update that begins before what is held is refused', () => {
  const held = readMedia(textOf(writtenPlaylist(['5.ts', '6.ts'], { mediaSequence: 5 })));
  const merged = mergeDelta(
    held,
    readMedia(textOf(writtenPlaylist(['4.ts', '5.ts', '6.ts'], { mediaSequence: 4 }), 2)),
  );
  assert.ok(!merged.ok);
  assert.match(merged.failure.message, /skips segments 5 to 6 alone, found 4 to 5 skipped/);
});

test('where nothing is held, nothing can be skipped', () => {
  const merged = mergeDelta(
    readMedia(textOf(writtenPlaylist([]))),
    readMedia(textOf(writtenPlaylist(['0.ts', '1.ts']), 1)),
  );
  assert.ok(!merged.ok);
  assert.match(merged.failure.message, /skips nothing, found 0 to 0 skipped/);
});

test('a whole playlist needs no merging', () => {
  const whole = readMedia(textOf(writtenPlaylist(['0.ts'])));
  const merged = mergeDelta(readMedia(textOf(writtenPlaylist([]))), whole);
  assert.ok(merged.ok && merged.value === whole);
});
