import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DueLine } from './due-line.ts';

test('without an anchor the first byte is measured from the request', () => {
  assert.equal(new DueLine().ttfbDueMs(100, 130), 30);
});

test('segments are due one duration after another, whenever they are really loaded', () => {
  const line = new DueLine();
  line.anchor(1000);
  line.pass(2);
  line.pass(2.5);
  assert.equal(line.dueMs, 5500);
});

test('a freeze of three seconds is seen from the due instants, and hidden from the requests', () => {
  const line = new DueLine();
  line.anchor(0);
  // One request hangs for 3 s; those behind it are sent late, and answered at once.
  const exchanges = [
    { sentMs: 0, firstByteMs: 3000 },
    { sentMs: 3000, firstByteMs: 3001 },
    { sentMs: 3001, firstByteMs: 3002 },
    { sentMs: 6000, firstByteMs: 6001 },
  ];
  const samples = exchanges.map(({ sentMs, firstByteMs }) => {
    const sample = { sent: firstByteMs - sentMs, due: line.ttfbDueMs(sentMs, firstByteMs) };
    line.pass(2);
    return sample;
  });
  assert.deepEqual(samples, [
    { sent: 3000, due: 3000 },
    { sent: 1, due: 1001 },
    { sent: 1, due: 1 },
    { sent: 1, due: 1 },
  ]);
});

test('a segment that is sent before it is due is measured from when it was sent', () => {
  const line = new DueLine();
  line.anchor(5000);
  assert.equal(line.ttfbDueMs(4000, 4100), 100);
});

test('a line that was cleared measures nothing by its old anchor', () => {
  const line = new DueLine();
  line.anchor(0);
  line.clear();
  assert.equal(line.ttfbDueMs(9000, 9010), 10);
});
