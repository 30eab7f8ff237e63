import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planRun } from '@dropwise/load';
import { answerWith } from '../testing/origin/origin-script.ts';
import { startVirtualAudience } from '../testing/virtual-audience.ts';

test('a viewer joins three target durations behind the edge and plays a live stream without a stall', () => {
  const lab = startVirtualAudience();
  lab.run(30_000);
  // 30 segments exist; the 28th begins 6 s before the end.
  assert.deepEqual(lab.origin.asked.slice(0, 3), ['/live/index.m3u8', '/live/low/index.m3u8', '/live/low/seg27.ts']);
  assert.deepEqual(lab.failures(), {});
  assert.equal(lab.count('stalls'), 0);
  assert.equal(lab.count('segments'), 17);
  assert.equal(lab.count('watched_ms'), 30_000);
  assert.equal(lab.audience.counts().playing, 1);
});

test('a playlist that changed is loaded again a target duration after the load began', () => {
  const lab = startVirtualAudience();
  lab.run(60_000);
  const reloads = lab.origin.asked.filter((path) => path.endsWith('low/index.m3u8')).length;
  assert.ok(reloads >= 30 && reloads <= 32, `expected about 31 loads in 60 s of 2 s segments, found ${reloads}`);
});

test('timers that are a little late do not add up to a lateness of the origin', () => {
  const lab = startVirtualAudience({ viewers: 5, joinOverMs: 1000, lateMs: 3 });
  lab.run(1_200_000);
  assert.ok(lab.count('segments') > 2_900);
  const latest = lab.largest('ttfb_due') ?? Infinity;
  assert.ok(latest < 50, `expected that no segment seems later than a few timers, found ${latest} ms`);
});

test('every body is parsed once, however many viewers it reaches', () => {
  const lab = startVirtualAudience({ viewers: 50, joinOverMs: 1000 });
  lab.run(20_000);
  assert.ok(lab.count('playlists') > 500);
  // The multivariant playlist, and one for each segment of 20 s.
  assert.ok(lab.audience.parses <= 13, `expected at most 13, found ${lab.audience.parses}`);
});

test('latency is measured by program time, and by the edge where there is none, never both', () => {
  const timed = startVirtualAudience();
  timed.run(30_000);
  assert.ok(timed.values('live_latency_pdt') > 10);
  assert.equal(timed.values('live_latency_edge'), 0);
  const untimed = startVirtualAudience({ broadcast: { programDateTime: false } });
  untimed.run(30_000);
  assert.equal(untimed.values('live_latency_pdt'), 0);
  assert.ok(untimed.values('live_latency_edge') > 10);
  const latency = timed.largest('live_latency_pdt') ?? 0;
  assert.ok(latency >= 6000 && latency <= 9000, `expected 6 to 9 s behind, found ${latency}`);
});

test('a viewer opens a second connection only while the first is busy', () => {
  const idle = startVirtualAudience();
  idle.run(20_000);
  assert.equal(idle.transport.mostConnections, 1);
  const slow = startVirtualAudience();
  slow.origin.bytesPerSecond = 12_000;
  slow.run(20_000);
  assert.equal(slow.transport.mostConnections, 2);
});

test('a frozen origin shows in the time from the instant a segment was due, where the time from sending hides it', () => {
  const lab = startVirtualAudience({ viewers: 20, joinOverMs: 2000 });
  lab.run(20_000);
  lab.origin.frozenUntilMs = 23_000;
  lab.run(40_000);
  const dueMs = lab.largest('ttfb_due') ?? 0;
  assert.ok(dueMs > 900, `expected about a second or more, found ${dueMs}`);
  assert.ok((lab.largest('ttfb_sent') ?? Infinity) < 10, `found ${lab.largest('ttfb_sent')}`);
  assert.equal(lab.count('stalls'), 0);
});

test('a line that is too slow for the media stalls, and the stall is as long as the buffer was empty', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  lab.origin.bytesPerSecond = 5_000;
  lab.run(60_000);
  assert.ok(lab.count('stalls') > 0);
  assert.ok(lab.count('segments_late') > 0);
  const stalledMs = lab.count('stalled_ms');
  const playedMs = lab.count('played_ms');
  const watchedMs = lab.count('watched_ms');
  assert.ok(Math.abs(watchedMs - stalledMs - playedMs) < 10, `${watchedMs} = ${stalledMs} + ${playedMs}`);
});

test('too far behind the edge, a viewer jumps to where it would begin now', () => {
  const lab = startVirtualAudience({ broadcast: { windowSegments: 60 } });
  lab.run(10_000);
  lab.origin.rules.push(({ path }) => (path.endsWith('.ts') ? answerWith(503) : null));
  lab.run(28_000);
  lab.origin.rules.pop();
  lab.run(60_000);
  assert.equal(lab.count('resyncs'), 1);
  // What is due is reckoned anew from there: the outage is in the stall, not in every segment after it.
  assert.ok((lab.largest('ttfb_due') ?? Infinity) < 1500, `found ${lab.largest('ttfb_due')}`);
  assert.equal(lab.audience.counts().playing, 1);
});

test('segments that left the window before they were loaded are counted as missed', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  lab.origin.rules.push(({ path }) => (path.includes('seg3') ? answerWith(503) : null));
  lab.run(28_000);
  lab.origin.rules.pop();
  lab.run(60_000);
  assert.ok(lab.count('segments_missed') > 0);
  assert.equal(lab.audience.counts().playing, 1);
});

test('the end of the broadcast is the end of the session, not a stall or a failure', async () => {
  const lab = startVirtualAudience({ broadcast: { endsAfterSegments: 35 } });
  lab.run(60_000);
  await lab.audience.ended;
  assert.equal(lab.count('sessions_ended'), 1);
  assert.equal(lab.count('stalls'), 0);
  assert.equal(lab.transport.connections, 0);
});

test('what has ended is played from its first segment, no more than half a minute ahead', () => {
  const lab = startVirtualAudience({ broadcast: { type: 'vod', endsAfterSegments: 100 } });
  lab.run(10_000);
  assert.equal(lab.origin.asked[2], '/live/low/seg0.ts');
  const loaded = lab.count('segments');
  assert.ok(loaded >= 20 && loaded <= 22, `expected 40 s of media after 10 s, found ${loaded} segments`);
});

test('viewers leave when they planned to, and hold nothing afterwards', async () => {
  const load = { shape: 'constant', joinOverMs: 1000, stay: { kind: 'fixed', ms: 5000 } } as const;
  const plan = planRun({ viewers: 5, durationMs: 12_000, load }, 3);
  const lab = startVirtualAudience({ plan });
  lab.run(11_000);
  assert.ok(lab.count('sessions') > 5);
  lab.audience.stop();
  await lab.audience.ended;
  assert.equal(lab.count('sessions'), lab.count('sessions_ended'));
  assert.equal(lab.transport.connections, 0);
  assert.equal(lab.wheel.pending, 0);
});

test('a ramp down spreads the leaving over the time it was given', () => {
  const lab = startVirtualAudience({ viewers: 10 });
  lab.run(10_000);
  lab.audience.rampDown(5000);
  lab.run(12_400);
  assert.equal(lab.audience.counts().ended, 5);
  lab.run(15_000);
  assert.equal(lab.audience.counts().ended, 10);
  // Ten seconds each, and half a second more for each that left later.
  assert.ok(Math.abs(lab.count('watched_ms') - 122_500) < 20, `found ${lab.count('watched_ms')}`);
});

test('an adaptive viewer goes up when the line is fast, and down when it is slow', () => {
  const lab = startVirtualAudience({ settings: { rendition: { kind: 'adaptive' } } });
  lab.origin.bytesPerSecond = 2_000_000;
  lab.run(20_000);
  assert.equal(lab.count('switches_up'), 2);
  assert.ok(lab.origin.asked.at(-1)?.startsWith('/live/high/'));
  lab.origin.bytesPerSecond = 100_000;
  lab.run(60_000);
  assert.ok(lab.count('switches_down') >= 1);
  assert.equal(lab.audience.counts().failed, 0);
});

test('a rendition that was taken away does not stop a viewer who wanted to change to it', () => {
  const lab = startVirtualAudience({ settings: { rendition: { kind: 'adaptive' } } });
  lab.origin.rules.push(({ path }) => (path.startsWith('/live/high/') ? answerWith(404) : null));
  lab.run(40_000);
  assert.equal(lab.audience.counts().playing, 1);
  assert.equal(lab.count('stalls'), 0);
  assert.equal(lab.failures().http_4xx, 1);
});

test('a discontinuity plays on, and its initialization section is fetched again', () => {
  const lab = startVirtualAudience({ broadcast: { maps: true, discontinuities: new Set([33]) } });
  lab.run(30_000);
  assert.equal(lab.count('maps'), 2);
  assert.equal(lab.count('discontinuities'), 1);
  assert.equal(lab.count('stalls'), 0);
});

test('a gap is not asked for, and costs a stall only if the buffer ends', () => {
  const lab = startVirtualAudience({ broadcast: { gaps: new Set([33]) } });
  lab.run(30_000);
  assert.equal(lab.count('gaps_skipped'), 1);
  assert.ok(!lab.origin.asked.includes('/live/low/seg33.ts'));
  assert.deepEqual(lab.failures(), {});
});

test('byte ranges are asked for as ranges', () => {
  const lab = startVirtualAudience({ broadcast: { byteRanges: true } });
  lab.run(20_000);
  assert.deepEqual(lab.failures(), {});
  assert.ok(lab.count('segments') > 10);
});

test('a key is fetched once, from a host that consented, and nothing is decrypted', () => {
  const lab = startVirtualAudience({ broadcast: { key: { method: 'AES-128', uri: 'key.bin' } } });
  lab.run(20_000);
  assert.equal(lab.count('keys'), 1);
  assert.equal(lab.values('key_time'), 1);
  assert.ok(lab.count('segments') > 10);
});

test('the server of a licence is not contacted, and that is reported', () => {
  const lab = startVirtualAudience({ broadcast: { key: { method: 'SAMPLE-AES', uri: 'skd://licence' } } });
  lab.run(20_000);
  assert.equal(lab.count('drm_skipped'), 1);
  assert.equal(lab.count('keys'), 0);
  assert.ok(lab.count('segments') > 10);
});

test('viewers come back after a broadcast ended, where they are to rejoin', () => {
  const lab = startVirtualAudience({ broadcast: { endsAfterSegments: 31 }, settings: { onEnd: 'rejoin' } });
  lab.run(40_000);
  assert.ok(lab.count('sessions') > 1);
  assert.equal(lab.count('start_failures'), 0);
});
