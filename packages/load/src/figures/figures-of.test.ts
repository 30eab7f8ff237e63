import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noRendition, Recorder } from '../recorder/index.ts';
import type { Snapshot } from '../recorder/snapshot.ts';
import { distributionsOf } from './distributions-of.ts';
import { figureMetrics } from './figure-metrics.ts';
import { figuresOf } from './figures-of.ts';
import { everybody, type Scope } from './scope.ts';

/** Ten viewers for an hour: two through a proxy that fails one of them. */
function anHour(): Snapshot {
  const recorder = new Recorder();
  const direct = recorder.series('direct', noRendition);
  direct.count('sessions', 8);
  direct.count('stalls', 4);
  direct.count('stalled_ms', 28_800);
  direct.count('watched_ms', 8 * 3_600_000);
  direct.count('played_ms', 8 * 3_600_000 - 28_800 - 8000);
  direct.count('playlists', 1000);
  direct.count('unchanged_reloads', 100);
  direct.count('stale_playlists', 3);
  direct.count('playlist_sequence_regressions', 1);
  direct.count('playlist_content_changes', 2);
  direct.count('attempts', 4000);
  direct.count('wire_read_bytes', 3000);
  direct.count('wire_written_bytes', 500);
  const low = recorder.series('direct', '360p');
  low.count('media_ms', 30_000);
  low.count('declared_bits', 30 * 800_000);
  low.count('segments', 15);
  const high = recorder.series('direct', '720p');
  high.count('media_ms', 90_000);
  high.count('declared_bits', 90 * 2_000_000);
  high.count('segments', 45);
  high.count('segments_late', 9);
  high.count('media_bytes', 1_000_000);
  high.count('switches_up', 6);
  const proxied = recorder.series('proxy-1', noRendition);
  proxied.count('sessions', 2);
  proxied.count('start_failures', 1);
  proxied.count('midstream_failures', 1);
  proxied.count('watched_ms', 3_600_000);
  proxied.count('attempts', 100);
  for (let i = 0; i < 5; i++) recorder.failure('reset', 'proxy-1');
  return recorder.snapshot(3_600_000);
}

function valueIn(snapshot: Snapshot, metric: string, scope: Scope = everybody): number | null {
  const found = figuresOf(snapshot).find(
    ({ metric: name, series }) =>
      name === metric && series.egress === scope.egress && series.rendition === scope.rendition,
  );
  assert.ok(found, `${metric} is not told for that scope`);
  return found.value;
}

const direct: Scope = { egress: 'direct', rendition: null };
const proxy: Scope = { egress: 'proxy-1', rendition: null };
const high: Scope = { egress: null, rendition: '720p' };

const table: readonly (readonly [metric: string, scope: Scope, value: number | null])[] = [
  ['stalled_time_pct', direct, 0.1],
  ['stalled_time_pct', everybody, (28_800 / (9 * 3_600_000)) * 100],
  ['rebuffer_ratio', direct, 28_800 / (8 * 3_600_000 - 8000)],
  ['stall_count', everybody, 4],
  ['stalls_per_viewer_hour', direct, 0.5],
  ['viewer_hours', everybody, 9],
  ['start_failure_pct', everybody, 10],
  ['start_failure_pct', proxy, 50],
  ['playback_failure_pct', proxy, 100],
  ['avg_playback_bitrate', everybody, 1700],
  ['rendition_time_pct', high, 75],
  ['switches_per_viewer_minute', direct, 6 / 480],
  ['segments_late_pct', high, 20],
  ['segments_late_pct', everybody, 15],
  ['goodput', everybody, 8_000_000 / 3_600_000],
  ['wire_bytes', direct, 3500],
  ['stale_playlist', direct, 3],
  ['playlist_regression', direct, 3],
  ['unchanged_reload_pct', direct, 10],
  ['errors', proxy, 5],
  ['errors', direct, 0],
  ['error_pct', proxy, 5],
  ['stalled_time_pct', proxy, 0],
  ['segments_late_pct', proxy, null],
  ['avg_playback_bitrate', proxy, null],
  ['stale_playlist', proxy, null],
];

for (const [metric, scope, value] of table) {
  test(`${metric} of ${scope.egress ?? scope.rendition ?? 'everybody'} is ${value ?? 'not known'}`, () => {
    const told = valueIn(anHour(), metric, scope);
    if (value === null) assert.equal(told, null);
    else assert.ok(told !== null && Math.abs(told - value) < 1e-9, `told ${told}`);
  });
}

test('from nothing nothing is reckoned: every figure of an empty run is null', () => {
  const figures = figuresOf(new Recorder().snapshot(1000));
  assert.equal(figures.length, figureMetrics.length);
  assert.deepEqual(
    figures.filter(({ value }) => value !== null),
    [],
  );
});

test('without a window there is no goodput', () => {
  const recorder = new Recorder();
  recorder.series('direct', '').count('media_bytes', 5);
  assert.equal(valueIn(recorder.snapshot(), 'goodput'), null);
});

test('names are given once', () => {
  assert.equal(new Set(figureMetrics.map(({ name }) => name)).size, figureMetrics.length);
});

test('distributions are told for everybody, by egress, by rendition and by both', () => {
  const recorder = new Recorder();
  for (let i = 1; i <= 100; i++) recorder.series('direct', '360p').record('ttfb_due', i);
  recorder.series('proxy-1', '720p').record('ttfb_due', 500);
  const told = distributionsOf(recorder.snapshot()).filter(({ metric }) => metric === 'ttfb_due');
  assert.deepEqual(
    told.map(({ series, count }) => [series.egress, series.rendition, count]),
    [
      [null, null, 101],
      ['direct', null, 100],
      ['proxy-1', null, 1],
      [null, '360p', 100],
      [null, '720p', 1],
      ['direct', '360p', 100],
      ['proxy-1', '720p', 1],
    ],
  );
  const own = told[1];
  assert.deepEqual([own?.min, own?.mean, own?.max, own?.unit], [1, 50.5, 100, 'ms']);
  assert.ok(Math.abs((own?.p50 ?? 0) - 50) < 0.1 && Math.abs((own?.p99 ?? 0) - 99) < 0.2);
  assert.equal(told[2]?.p999, 500, 'no percentile is above the greatest value');
});

test('a distribution without a value is told as such', () => {
  const empty = distributionsOf(new Recorder().snapshot());
  assert.ok(empty.length > 10);
  for (const { count, mean, p99, max } of empty) assert.deepEqual([count, mean, p99, max], [0, null, null, null]);
});
