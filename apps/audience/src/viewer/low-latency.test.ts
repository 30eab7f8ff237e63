import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LowLatencySettings } from '../testing/origin/broadcast.ts';
import { answerFromBroadcast } from '../testing/origin/origin-script.ts';
import { startVirtualAudience, type VirtualAudience } from '../testing/virtual-audience.ts';

const media = '/live/low/index.m3u8';

function startLowLatency(changes: Partial<LowLatencySettings> = {}, viewers = 1): VirtualAudience {
  const lowLatency = { partsPerSegment: 4, canBlockReload: true, canSkipUntilSeconds: 12, partHoldBackSeconds: null };
  return startVirtualAudience({
    viewers,
    broadcast: { lowLatency: { ...lowLatency, ...changes }, windowSegments: 20 },
  });
}

function blockingLoads(lab: VirtualAudience): readonly string[] {
  return lab.origin.asked.filter((path) => path.includes('_HLS_msn='));
}

test('with blocking reloads a viewer plays by parts, closer to the edge', () => {
  const lab = startLowLatency();
  lab.run(30_000);
  assert.ok(lab.count('parts') > 50, `found ${lab.count('parts')}`);
  assert.equal(lab.count('stalls'), 0);
  assert.deepEqual(lab.failures(), {});
  const latencyMs = lab.largest('live_latency_pdt') ?? Infinity;
  assert.ok(latencyMs < 3000, `expected under 3 s, found ${latencyMs}`);
});

test('every part is loaded once and in order, and none is jumped over', () => {
  const lab = startLowLatency();
  lab.run(20_000);
  const parts = lab.origin.asked.filter((path) => path.includes('.part'));
  const numbers = parts.map((path) => {
    const [, segment, part] = /seg(\d+)\.part(\d+)/.exec(path) ?? [];
    return Number(segment) * 4 + Number(part);
  });
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => (numbers[0] ?? 0) + index),
  );
});

test('a playlist is asked for as a delta where the server skips, and whole where it does not', () => {
  const skipping = startLowLatency();
  skipping.run(10_000);
  assert.ok(blockingLoads(skipping).every((path) => path.includes('_HLS_skip=YES')));
  const whole = startLowLatency({ canSkipUntilSeconds: null });
  whole.run(10_000);
  assert.ok(blockingLoads(whole).length > 10);
  assert.ok(blockingLoads(whole).every((path) => !path.includes('_HLS_skip')));
  assert.equal(skipping.count('parts'), whole.count('parts'));
});

test('without the option of blocking, parts wait for ordinary reloads', () => {
  const lab = startLowLatency({ canBlockReload: false });
  lab.run(20_000);
  assert.equal(blockingLoads(lab).length, 0);
  assert.deepEqual(lab.failures(), {});
});

test('a server that answers a blocking reload at once is not asked more often than twice a part, and then the ordinary way', () => {
  const lab = startLowLatency();
  lab.origin.playlistsStuckAtMs = 0;
  lab.origin.rules.push((request, origin) =>
    request.path === media ? { ...answerFromBroadcast(origin, request, () => 0), delayMs: 0 } : null,
  );
  lab.run(5_000);
  assert.ok(blockingLoads(lab).length <= 21, `expected at most 4 a second, found ${blockingLoads(lab).length} in 5 s`);
  lab.run(7_000);
  const given = blockingLoads(lab).length;
  lab.run(30_000);
  assert.equal(blockingLoads(lab).length, given);
  assert.equal(lab.count('very_stale_playlists'), 1);
});

test('a blocking reload that is never answered is given up after three target durations, and the ordinary one goes on', () => {
  const lab = startLowLatency();
  lab.origin.rules.push((request, origin) =>
    request.url.searchParams.has('_HLS_msn')
      ? { ...answerFromBroadcast(origin, request, lab.now), delayMs: Infinity }
      : null,
  );
  lab.run(30_000);
  assert.deepEqual(lab.failures(), { ttfb_timeout: 1 });
  assert.equal(blockingLoads(lab).length, 1);
  assert.equal(lab.audience.counts().playing, 1);
});

test('a delta that skips what the viewer never had is loaded whole instead', () => {
  const lab = startLowLatency();
  lab.run(10_000);
  lab.origin.rules.push((request, origin) => {
    if (!request.url.searchParams.has('_HLS_skip')) return null;
    const answer = answerFromBroadcast(origin, request, lab.now);
    return {
      ...answer,
      body: () =>
        Buffer.from(
          answer
            .body()
            .toString()
            .replace(/SKIPPED-SEGMENTS=\d+/, 'SKIPPED-SEGMENTS=900'),
        ),
    };
  });
  lab.run(30_000);
  assert.equal(lab.failures().semantic, 1);
  assert.equal(lab.audience.counts().playing, 1);
});

test('a hundred viewers of one blocking playlist parse it once for each part', () => {
  const lab = startLowLatency({}, 100);
  lab.run(10_000);
  // 20 parts in 10 s, as delta and as whole, and the multivariant one.
  assert.ok(lab.audience.parses <= 45, `found ${lab.audience.parses}`);
});

test('parts of a segment that is still being made have their program time as well', () => {
  const lab = startLowLatency();
  lab.run(30_000);
  assert.ok(lab.values('live_latency_pdt') > 50, `found ${lab.values('live_latency_pdt')}`);
  assert.equal(lab.values('live_latency_edge'), 0, 'the two kinds are never mixed');
});
