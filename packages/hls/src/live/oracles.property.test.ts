import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, setOptions, types } from 'hls-parser';
import { Parser } from 'm3u8-parser';
import { anyWrittenPlaylist } from './testing/any-written-playlist.ts';
import { baseUrl, readMedia } from './testing/read-written.ts';
import { textOf } from './testing/written-playlist.ts';

const absolute = (name: string) => new URL(name, baseUrl).href;

test('what is read is what hls-parser makes of the whole text', () => {
  setOptions({ strictMode: false, silent: true });
  fc.assert(
    fc.property(anyWrittenPlaylist(), (written) => {
      const text = textOf(written);
      const theirs = parse(text);
      assert.ok(theirs instanceof types.MediaPlaylist);
      const ours = readMedia(text);
      assert.equal(ours.endList, theirs.endlist);
      assert.deepEqual(
        ours.segments.map((segment) => [
          segment.mediaSequence,
          segment.uri,
          segment.durationSeconds,
          segment.discontinuitySequence,
          segment.gap,
          segment.key?.uri ?? null,
          segment.map?.uri ?? null,
          segment.byteRange?.offset ?? null,
        ]),
        theirs.segments.map((segment) => [
          segment.mediaSequenceNumber,
          absolute(segment.uri),
          segment.duration,
          segment.discontinuitySequence,
          segment.gap ?? false,
          segment.key?.uri === undefined ? null : absolute(segment.key.uri),
          segment.map === null ? null : absolute(segment.map.uri),
          segment.byterange?.offset ?? null,
        ]),
      );
    }),
  );
});

test('what is read is what m3u8-parser makes of it, dates carried forward where both carry them', () => {
  fc.assert(
    fc.property(anyWrittenPlaylist({ minSegments: 1 }), (written) => {
      const text = textOf(written);
      const parser = new Parser();
      parser.push(text);
      parser.end();
      const { manifest } = parser;
      const ours = readMedia(text);
      assert.equal(ours.mediaSequence, manifest.mediaSequence);
      assert.equal(ours.targetDurationSeconds, manifest.targetDuration);
      assert.equal(ours.endList, manifest.endList ?? false);
      assert.deepEqual(
        ours.segments.map(({ uri, durationSeconds, byteRange, key, map }) => [
          uri,
          durationSeconds,
          byteRange?.offset ?? null,
          byteRange?.lengthBytes ?? null,
          key?.uri ?? null,
          map?.uri ?? null,
        ]),
        manifest.segments.map(({ uri, duration, byterange, key, map }) => [
          absolute(uri),
          duration,
          byterange?.offset ?? null,
          byterange?.length ?? null,
          key === undefined ? null : absolute(key.uri),
          map === undefined ? null : absolute(map.uri),
        ]),
      );
    }),
  );
});

test('a segment’s date is its own, or follows from the one before it within a discontinuity', () => {
  fc.assert(
    fc.property(anyWrittenPlaylist(), (written) => {
      let nextMs: number | null = null;
      const expected = written.segments.map(({ dateMs, discontinuity, durationMs }) => {
        const ownMs: number | null = dateMs ?? (discontinuity ? null : nextMs);
        nextMs = ownMs === null ? null : ownMs + durationMs;
        return ownMs;
      });
      const read = readMedia(textOf(written)).segments.map(({ programDateTimeMs }) =>
        programDateTimeMs === null ? null : Math.round(programDateTimeMs),
      );
      assert.deepEqual(read, expected);
    }),
  );
});
