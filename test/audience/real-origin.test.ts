import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { missingProgram, openRealProxy } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { startProgram } from '../e2e/processes.ts';
import { type AudienceRun, failuresOf, figureOf, histogramOf, startAudienceRun } from './audience-run.ts';
import { makeConsentText } from './consent-text.ts';
import { writeProxyList } from './proxy-list.ts';
import { type RealOrigin, startRealOrigin } from './real-origin.ts';

const viewers = 10;

suite('viewers before ffmpeg and nginx', { skip: missingProgram('ffmpeg', 'nginx') }, () => {
  const stack = new AsyncDisposableStack();
  let origin: RealOrigin;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dropwise-audience-'));
    stack.defer(() => rm(folder, { recursive: true }));
    origin = stack.use(await startRealOrigin());
  });
  after(() => stack.disposeAsync());

  const watch = (...flags: readonly string[]): AudienceRun =>
    startAudienceRun([origin.url, `${viewers}`, '--join-over', '1s', '--data-dir', folder, ...flags]);
  const at = (run: AudienceRun, ms: number) => run.sample(({ atMs }) => atMs >= ms);

  test('three seconds of frozen origin show from the instant that segments were due', async () => {
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
    await using fixed = watch('--duration', '10s', '--rendition', 'highest');
    // What was measured before at the speed of this machine is forgotten within some six seconds.
    await using adaptive = watch('--duration', '14s');
    await Promise.all([at(fixed, 3_000), at(adaptive, 3_000)]);
    await origin.server.limitRate(12_000);
    const [stalled, moved] = await Promise.all([fixed.report(), adaptive.report()]);
    await origin.server.limitRate(null);
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
    await using run = watch('--duration', '10s');
    await at(run, 3_000);
    await origin.removeRendition('high');
    const report = await run.report();
    await origin.restoreRendition('high');
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
    await using run = watch('--duration', '8s');
    await at(run, 3_000);
    origin.stickPlaylists();
    const report = await run.report();
    origin.unstickPlaylists();
    assert.equal(figureOf(report, 'stale_playlist'), viewers);
    assert.equal(figureOf(report, 'very_stale_playlist'), viewers);
    assert.equal(figureOf(report, 'stall_count'), viewers);
    assert.deepEqual(failuresOf(report), {});
  });

  suite('through tinyproxy and microsocks', { skip: missingProgram('tinyproxy', 'microsocks') }, () => {
    test('without consent nothing is sent through a proxy, loopback or not', async () => {
      await using proxy = await openRealProxy('tinyproxy');
      const list = await writeProxyList(folder, [proxy]);
      await using run = startProgram(
        ['audience', origin.url, '4', '--proxy-list', list, '--data-dir', folder, '--json-events'],
        { stdin: 'pipe' },
      );
      const refused = await run.line('refused');
      assert.match(String(refused.sentence), /consent|dropwise-audience\.txt/);
      await run.end();
    });

    test('one of two proxies is killed: its viewers are lost, the others and the baseline play on', async () => {
      await origin.consent(await makeConsentText(folder, '/live/'));
      await using tinyproxy = await openRealProxy('tinyproxy');
      await using microsocks = await openRealProxy('microsocks');
      const list = await writeProxyList(folder, [tinyproxy, microsocks]);
      await using run = watch('--duration', '10s', '--proxy-list', list, '--direct-share', '20%');
      await at(run, 3_000);
      await microsocks.kill();
      const lost = await run.sample(({ viewers: { lost: count } }) => count > 0);
      assert.equal(lost.egress.find(({ name }) => name === 'proxy-1')?.state, 'open');
      const report = await run.report();
      const ways = new Map(report.egress.map((way) => [way.name, way]));
      assert.deepEqual([...ways.keys()].toSorted(), ['direct', 'proxy-0', 'proxy-1']);
      for (const name of ['direct', 'proxy-0']) {
        assert.equal(figureOf(report, 'stalled_time_pct', name), 0, name);
        assert.ok((histogramOf(report, 'ttfb_due', name).count ?? 0) > 0, name);
        assert.ok((ways.get(name)?.readBytes ?? 0) > 100_000, name);
      }
      assert.deepEqual([...new Set(report.failures.map(({ egress }) => egress))], ['proxy-1']);
      assert.equal(ways.get('proxy-1')?.state, 'open');
      assert.ok((figureOf(report, 'sessions_lost_pct') ?? 0) > 0);
      assert.deepEqual(report.consent.map(({ by }) => by).toSorted(), ['file', 'loopback']);
      assert.equal(JSON.stringify(report).includes(tinyproxy.endpoint.credentials?.password ?? 'none'), false);
    });
  });
});
