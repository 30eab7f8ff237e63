import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { missingProgram, openRealProxy } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { makeFolder, startProgram } from '../e2e/processes.ts';
import { failuresOf, figureOf, histogramOf, startAudienceRun } from './audience-run.ts';
import { makeConsentText } from './consent-text.ts';
import { writeProxyList } from './proxy-list.ts';
import { recordedSegments, startRecordingOrigin } from './recording.ts';
import { at, openStage } from './stage.ts';

/** Each has an origin and proxies of its own, so that all of it runs at once. */
const options = { concurrency: true, skip: missingProgram('ffmpeg', 'nginx', 'tinyproxy', 'microsocks', 'ss') };

suite('viewers through tinyproxy and microsocks', options, () => {
  test('without consent nothing is sent through a proxy, loopback or not', async () => {
    await using folder = await makeFolder();
    await using origin = await startRecordingOrigin();
    await using proxy = await openRealProxy('tinyproxy');
    const list = await writeProxyList(folder.path, [proxy]);
    await using run = startProgram(
      ['audience', origin.url, '4', '--proxy-list', list, '--data-dir', folder.path, '--json-events'],
      { stdin: 'pipe' },
    );
    const refused = await run.line('refused');
    assert.match(String(refused.sentence), /consent|dropwise-audience\.txt/);
    await run.end();
  });

  test('one of two proxies is killed: its viewers are lost, the others and the baseline play on', async () => {
    await using stage = await openStage();
    const { origin, folder, watch } = stage;
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

  test('of each proxy the report counts the bytes that the kernel did', async () => {
    const count = 12;
    await using folder = await makeFolder();
    await using origin = await startRecordingOrigin();
    await origin.consent(await makeConsentText(folder.path, '/recording/'));
    await using tinyproxy = await openRealProxy('tinyproxy');
    await using microsocks = await openRealProxy('microsocks');
    const list = await writeProxyList(folder.path, [tinyproxy, microsocks]);
    const flags = ['--join-over', '1s', '--proxy-list', list, '--direct-share', '25%', '--data-dir', folder.path];
    await using run = startAudienceRun([origin.url, `${count}`, ...flags]);
    // Everything is loaded; all of them still play it, over connections that stand idle.
    await run.sample(({ segments }) => segments === count * recordedSegments);
    const counted = await Promise.all([tinyproxy, microsocks].map((proxy) => proxy.countKernelBytes()));
    const report = await run.report();
    assert.deepEqual(failuresOf(report), {});
    const ways = ['proxy-0', 'proxy-1'].map((name) => report.egress.find((way) => way.name === name));
    assert.deepEqual(
      ways.map((way) => ({ fromViewers: way?.writtenBytes, toViewers: way?.readBytes })),
      counted,
    );
    const all = report.egress.reduce((sum, { readBytes, writtenBytes }) => sum + readBytes + writtenBytes, 0);
    assert.equal(figureOf(report, 'wire_bytes'), all);
    assert.equal(
      report.egress.reduce((sum, way) => sum + way.viewers, 0),
      count,
    );
  });
});
