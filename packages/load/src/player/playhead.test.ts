import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Playhead, type PlayheadListener, type PlayheadThresholds } from './playhead.ts';

/** Writes down what it hears. */
class Witness implements PlayheadListener {
  readonly heard: string[] = [];
  stallsMs = 0;

  playbackStarted(atMs: number, startupMs: number): void {
    this.heard.push(`started at ${atMs} after ${startupMs}`);
  }
  stallStarted(atMs: number): void {
    this.heard.push(`stalled at ${atMs}`);
  }
  stallEnded(atMs: number, durationMs: number): void {
    this.stallsMs += durationMs;
    this.heard.push(`on at ${atMs} after ${durationMs}`);
  }
  playbackEnded(atMs: number): void {
    this.heard.push(`ended at ${atMs}`);
  }
}

function begin(atMs: number, thresholds?: PlayheadThresholds): { playhead: Playhead; witness: Witness } {
  const witness = new Witness();
  return { playhead: new Playhead(atMs, witness, thresholds), witness };
}

test('playback starts with the first whole segment, counted from when it was asked for', () => {
  const { playhead, witness } = begin(1000);
  playhead.addMedia(0.5, 1200, false);
  assert.equal(playhead.state, 'starting');
  playhead.addMedia(1.5, 1400);
  assert.equal(playhead.state, 'playing');
  assert.deepEqual(witness.heard, ['started at 1400 after 400']);
  assert.equal(playhead.nextEmptyAtMs(), 3400);
});

test('a higher threshold waits for as many segments, at the start and after a stall', () => {
  const { playhead, witness } = begin(0, { startSegments: 2, resumeSegments: 3 });
  for (const nowMs of [100, 200]) playhead.addMedia(2, nowMs);
  for (const nowMs of [5000, 5100, 5200]) playhead.addMedia(2, nowMs);
  assert.deepEqual(witness.heard, ['started at 200 after 200', 'stalled at 4200', 'on at 5200 after 1000']);
});

test('a stall begins when the buffer was empty, though it is noticed later', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(2, 0);
  playhead.advance(9000);
  playhead.addMedia(2, 10_000);
  assert.deepEqual(witness.heard, ['started at 0 after 0', 'stalled at 2000', 'on at 10000 after 8000']);
  assert.equal(playhead.playedSeconds(11_000), 3);
  assert.equal(playhead.bufferSeconds(11_000), 1);
  assert.equal(playhead.stalledMs(11_000), 8000);
  assert.equal(playhead.watchedMs(11_000), 11_000);
});

test('media that comes in the instant the buffer ends is too late: a stall of no length', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(2, 0);
  playhead.addMedia(2, 2000);
  assert.deepEqual(witness.heard, ['started at 0 after 0', 'stalled at 2000', 'on at 2000 after 0']);
});

test('after the last media an empty buffer is the end, not a stall', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(2, 0);
  playhead.endMedia(500);
  playhead.advance(5000);
  assert.deepEqual(witness.heard, ['started at 0 after 0', 'ended at 2000']);
  assert.equal(playhead.watchedMs(5000), 2000);
});

test('a broadcast that is shorter than the start threshold is played all the same', () => {
  const { playhead, witness } = begin(0, { startSegments: 3, resumeSegments: 1 });
  playhead.addMedia(2, 100);
  playhead.endMedia(200);
  playhead.advance(3000);
  assert.deepEqual(witness.heard, ['started at 200 after 200', 'ended at 2200']);
});

test('the end of the broadcast ends a stall: there is nothing more to wait for', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(1, 0);
  playhead.endMedia(4000);
  assert.deepEqual(witness.heard, [
    'started at 0 after 0',
    'stalled at 1000',
    'on at 4000 after 3000',
    'ended at 4000',
  ]);
});

test('an open stall counts until the viewer leaves', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(1, 0);
  playhead.end(2500);
  assert.deepEqual(witness.heard.slice(1), ['stalled at 1000', 'on at 2500 after 1500', 'ended at 2500']);
  assert.equal(playhead.stalledMs(9000), 1500);
  assert.equal(playhead.playedSeconds(9000), 1);
  assert.equal(playhead.watchedMs(9000), 2500);
});

test('a session that never started has played and stalled nothing', () => {
  const { playhead, witness } = begin(0);
  playhead.end(7000);
  assert.deepEqual(witness.heard, ['ended at 7000']);
  assert.equal(playhead.stalledMs(7000), 0);
  assert.equal(playhead.watchedMs(7000), 7000);
});

test('what is jumped over was not watched, and the wait for new media is a stall', () => {
  const { playhead, witness } = begin(0);
  playhead.addMedia(4, 0);
  playhead.jump(1000);
  assert.equal(playhead.bufferSeconds(1000), 0);
  playhead.addMedia(4, 1500);
  playhead.advance(2500);
  assert.deepEqual(witness.heard, ['started at 0 after 0', 'stalled at 1000', 'on at 1500 after 500']);
  assert.equal(playhead.playedSeconds(2500), 2);
});

test('a jump before anything played is no stall', () => {
  const { playhead, witness } = begin(0, { startSegments: 2, resumeSegments: 1 });
  playhead.addMedia(2, 100);
  playhead.jump(200);
  playhead.addMedia(2, 300);
  assert.equal(playhead.state, 'starting', 'the segment that was dropped does not count');
  playhead.addMedia(2, 400);
  assert.deepEqual(witness.heard, ['started at 400 after 400']);
  assert.equal(playhead.playedSeconds(1400), 1);
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('media' as const), seconds: fc.integer({ min: 1, max: 12 }), whole: fc.boolean() }),
  fc.record({ kind: fc.constant('advance' as const) }),
  fc.record({ kind: fc.constant('jump' as const) }),
);

test('watched time is start-up, play and stalls, whatever happens and however often it is looked at', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), step), { maxLength: 40 }), (steps) => {
      const { playhead, witness } = begin(0);
      let nowMs = 0;
      let startupMs: number | null = null;
      for (const [waitMs, one] of steps) {
        nowMs += waitMs;
        if (one.kind === 'media') playhead.addMedia(one.seconds, nowMs, one.whole);
        else if (one.kind === 'jump') playhead.jump(nowMs);
        else playhead.advance(nowMs);
        if (startupMs === null && playhead.state === 'playing') startupMs = nowMs;
        assert.ok(playhead.bufferSeconds(nowMs) >= 0);
      }
      playhead.end(nowMs);
      const playedMs = playhead.playedSeconds(nowMs) * 1000;
      const accounted = (startupMs ?? nowMs) + playedMs + playhead.stalledMs(nowMs);
      assert.ok(Math.abs(accounted - playhead.watchedMs(nowMs)) < 1e-6, `${accounted} of ${playhead.watchedMs(nowMs)}`);
      assert.equal(witness.stallsMs, playhead.stalledMs(nowMs));
    }),
    { numRuns: 300 },
  );
});
