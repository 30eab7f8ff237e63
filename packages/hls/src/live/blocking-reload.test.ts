import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextBlockingReload, reloadUri } from './blocking-reload.ts';
import { readMedia } from './testing/read-written.ts';
import { textOf, type WrittenPlaylist, writtenPlaylist } from './testing/written-playlist.ts';

const blocking = '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.5';
const partInf = '#EXT-X-PART-INF:PART-TARGET=0.5';
const next = (changes: Partial<WrittenPlaylist>, skipped = 0) =>
  nextBlockingReload(
    readMedia(textOf({ ...writtenPlaylist(['7.ts', '8.ts'], { mediaSequence: 7 }), ...changes }, skipped)),
  );

test('a blocking reload asks for what comes after all that is listed', () => {
  const part = '#EXT-X-PART:DURATION=0.5,URI="9.0.ts"';
  assert.deepEqual(next({ head: [blocking] }), { msn: 9, part: null });
  assert.deepEqual(next({ head: [blocking, partInf] }), { msn: 9, part: 0 });
  assert.deepEqual(next({ head: [blocking, partInf], tail: [part, part] }), { msn: 9, part: 2 });
  assert.deepEqual(next({ head: [blocking] }, 1), { msn: 9, part: null }, 'what an update skipped is counted');
});

test('a server that does not hold requests back, and a stream that ended, are not asked to', () => {
  assert.equal(next({}), null);
  assert.equal(next({ head: [partInf] }), null);
  assert.equal(next({ head: [blocking], endList: true }), null);
});

const uris: readonly [uri: string, msn: number | null, part: number | null, skip: boolean, expected: string][] = [
  ['https://a.test/x.m3u8', 3, null, false, 'https://a.test/x.m3u8?_HLS_msn=3'],
  ['https://a.test/x.m3u8', 3, 1, true, 'https://a.test/x.m3u8?_HLS_msn=3&_HLS_part=1&_HLS_skip=YES'],
  ['https://a.test/x.m3u8', null, null, false, 'https://a.test/x.m3u8'],
  ['https://a.test/x.m3u8?t=a%2Fb+c', 3, 0, false, 'https://a.test/x.m3u8?t=a%2Fb+c&_HLS_msn=3&_HLS_part=0'],
  ['https://a.test/x?_HLS_msn=2&t=1&_HLS_skip=YES', 3, null, false, 'https://a.test/x?t=1&_HLS_msn=3'],
  ['https://a.test/x?_HLS_msn=2', null, null, false, 'https://a.test/x'],
  ['https://a.test/x?y#part', null, null, true, 'https://a.test/x?y&_HLS_skip=YES'],
];
for (const [uri, msn, part, skip, expected] of uris) {
  test(`${uri} with ${msn}, ${part} and skip ${skip} is ${expected}`, () => {
    assert.equal(reloadUri(uri, { blocking: msn === null ? null : { msn, part }, skip }), expected);
  });
}
