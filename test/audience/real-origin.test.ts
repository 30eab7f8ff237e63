import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { missingProgram } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { failuresOf, figureOf, histogramOf } from './audience-run.ts';
import { at, openStage, viewers } from './stage.ts';

/** Each harms an origin of its own, so that all of it runs at once. */
const options = { concurrency: true, skip: missingProgram('ffmpeg', 'nginx') };

suite('viewers before ffmpeg and nginx', options, () => {
  test('three seconds of frozen origin show from the instant that segments were due', async () => {
    await using stage = await openStage();
    const { origin, watch } = stage;
    await using run = watch('--duration', '8s');
    await at(run, 3_000);
    await origin.server.freeze();
    await at(run, 6_000);
    await origin.server.thaw();
    const report = await run.report();
    const { p95, max } = histogramOf(report, 'ttfb_due');
    assert.ok((p95 ?? 0) > 1_000 && (max ?? 0) > 1_500, `p95 ${p95}, max ${max}`);
    const { p95: sentP95 } = histogramOf(report, 'ttfb_sent');
    assert.ok((sentP95 ?? 0) < (p95 ?? 0) / 3, `once it was asked for, each was answered within ${sentP95} ms (p95)`);
    assert.ok(report.notes.some((note) => /something held the viewers up before/.test(note)));
    assert.equal(figureOf(report, 'playback_failure_pct'), 0);
    assert.deepEqual(failuresOf(report), {});
  });

  test('an origin too slow for its rendition shows as stalls; who may choose goes down', async () => {
    await using stage = await openStage();
    const { origin, watch } = stage;
    await using fixed = watch('--duration', '10s', '--rendition', 'highest');
    // What was measured before at the speed of this machine is forgotten within some six seconds.
    await using adaptive = watch('--duration', '14s');
    await Promise.all([at(fixed, 3_000), at(adaptive, 3_000)]);
    await origin.server.limitRate(12_000);
    const [stalled, moved] = await Promise.all([fixed.report(), adaptive.report()]);
    assert.ok((figureOf(stalled, 'stalled_time_pct') ?? 0) > 5);
    assert.ok((figureOf(stalled, 'segments_late_pct') ?? 0) > 0);
    assert.ok((histogramOf(stalled, 'stall_duration').max ?? 0) > 1_000);
    const { min } = histogramOf(stalled, 'segment_throughput');
    assert.ok((min ?? 1_000) < 200, `nginx let 96 kbit/s through, found ${min}`);
    assert.equal(figureOf(stalled, 'switches_down'), 0);
    const switches = figureOf(moved, 'switches_down') ?? 0;
    assert.ok(switches >= viewers / 2, `${switches} switches down`);
    assert.ok(moved.renditions.some(({ bandwidth, mediaSeconds }) => bandwidth !== 400_000 && mediaSeconds > viewers));
  });

  test('a rendition that is removed shows as what was not found', async () => {
    await using stage = await openStage();
    const { origin, watch } = stage;
    await using run = watch('--duration', '10s');
    await at(run, 3_000);
    await origin.removeRendition('high');
    const report = await run.report();
    const failures = failuresOf(report);
    assert.ok((failures.http_4xx ?? 0) + (failures.gone ?? 0) >= viewers, JSON.stringify(failures));
    assert.deepEqual(
      Object.keys(failures).filter((name) => name !== 'http_4xx' && name !== 'gone'),
      [],
    );
    const outcome = ['playback_failure_pct', 'switches_down'].map((metric) => figureOf(report, metric) ?? 0);
    assert.ok(Math.max(...outcome) > 0, 'they go down to another, or end');
  });

  test('a playlist that is stuck is stale for everybody, and no failure of anything', async () => {
    await using stage = await openStage();
    const { origin, watch } = stage;
    await using run = watch('--duration', '8s');
    await at(run, 3_000);
    origin.stickPlaylists();
    const report = await run.report();
    assert.equal(figureOf(report, 'stale_playlist'), viewers);
    assert.equal(figureOf(report, 'very_stale_playlist'), viewers);
    assert.equal(figureOf(report, 'stall_count'), viewers);
    assert.deepEqual(failuresOf(report), {});
  });
});
