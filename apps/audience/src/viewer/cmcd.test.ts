import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromCmcdHeaders } from '@svta/cml-cmcd';
import { formatCmcd } from './cmcd.ts';

function read(lines: string): ReturnType<typeof fromCmcdHeaders> {
  const pairs = lines.split('\r\n').filter((line) => line !== '');
  return fromCmcdHeaders(Object.fromEntries(pairs.map((line) => line.split(': ', 2))) as Record<string, string>);
}

const facts = {
  object: 'av',
  durationSeconds: 2,
  sessionId: 'run-1-7',
  isLive: true,
  bandwidth: 1_000_000,
  topBandwidth: 3_000_000,
  bufferSeconds: 5.123,
  throughput: 4_321_000,
  isUrgent: false,
  hasStalled: false,
} as const;

test('a segment is told of with its bitrate, the buffer rounded to 100 ms, and the run it belongs to', () => {
  assert.deepEqual(read(formatCmcd(facts)), {
    br: 1000,
    bl: 5100,
    d: 2000,
    dl: 5100,
    mtp: 4300,
    ot: 'av',
    rtp: 4000,
    sf: 'h',
    sid: 'run-1-7',
    st: 'l',
    tb: 3000,
  });
});

test('a playlist has no bitrate and no duration, and what is urgent says so', () => {
  const playlist = { ...facts, object: 'm', durationSeconds: null, isUrgent: true, hasStalled: true } as const;
  assert.deepEqual(read(formatCmcd(playlist)), {
    bs: true,
    mtp: 4300,
    ot: 'm',
    sf: 'h',
    sid: 'run-1-7',
    st: 'l',
    su: true,
  });
});

test('every line ends as a header does, and holds nothing but ASCII', () => {
  assert.match(formatCmcd({ ...facts, sessionId: 'ü"\r\nX: y' }), /^(?:CMCD-[A-Z][a-z]+: [\x20-\x7e]*\r\n)+$/);
});
