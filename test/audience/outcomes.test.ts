import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { missingProgram } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { makeFolder, startProgram } from '../e2e/processes.ts';
import { failuresOf, figureOf, histogramOf, startAudienceRun } from './audience-run.ts';
import { descendantsOf } from './descendants.ts';
import { type RealOrigin, startRealOrigin } from './real-origin.ts';
import { codeOf, startTerminalRun } from './terminal-run.ts';

/** Nobody harms the origin here, so that all of it runs at once. */
const options = { concurrency: true, skip: missingProgram('ffmpeg', 'nginx') };

suite('what a person and a script hear of a run', options, () => {
  const stack = new AsyncDisposableStack();
  let origin: RealOrigin;

  before(async () => {
    origin = stack.use(await startRealOrigin());
  });
  after(() => stack.disposeAsync());

  test('an origin in good health is held: everybody plays the best rendition, some three seconds behind', async () => {
    const viewers = 10;
    await using folder = await makeFolder();
    await using run = startAudienceRun([
      ...[origin.url, `${viewers}`, '--join-over', '1s', '--duration', '6s', '--data-dir', folder.path],
    ]);
    const report = await run.report();
    assert.deepEqual(failuresOf(report), {});
    for (const metric of ['stalled_time_pct', 'start_failure_pct', 'playback_failure_pct', 'stale_playlist']) {
      assert.equal(figureOf(report, metric), 0, metric);
    }
    assert.equal(histogramOf(report, 'startup_time').count, viewers);
    const { count, p50 } = histogramOf(report, 'live_latency_pdt');
    assert.ok(count >= 3 * viewers && p50 !== null && p50 > 2_000 && p50 < 6_000, `${count} with ${p50} ms`);
    assert.equal(figureOf(report, 'switches_up'), viewers);
    const best = report.renditions.find(({ bandwidth }) => bandwidth === 400_000);
    assert.ok((best?.mediaSeconds ?? 0) > 2 * viewers);
    assert.ok((figureOf(report, 'goodput') ?? 0) > 1_000);
  });

  test('25 viewers are held: the verdict comes first, everything is kept, and the code is 0', async () => {
    await using run = await startTerminalRun([
      ...[origin.url, '25', '--join-over', '1s', '--duration', '6s', '--fail-if', 'stalled_time_pct>0.5'],
    ]);
    const { report, exitCode, text } = await run.end();
    assert.equal(exitCode, codeOf(report, 0));
    assert.equal(report.outcome, report.generator.saturated ? 'saturated' : 'passed');
    assert.deepEqual(report.thresholds, [{ expression: 'stalled_time_pct>0.5', value: 0, failed: false }]);
    assert.match(report.verdict, /25 viewers|^GENERATOR SATURATED/);
    const [verdict] = text.slice(text.indexOf('\n\n')).trim().split('\n');
    assert.equal(verdict, report.verdict);
    assert.equal(histogramOf(report, 'startup_time').count, 25);
    const kept = join(run.folder, 'audience', 'runs', report.runId);
    assert.match(text, new RegExp(`Kept in ${kept}`));
    assert.deepEqual(JSON.parse(await readFile(join(kept, 'report.json'), 'utf8')), report);
    assert.match(await readFile(join(kept, 'report.html'), 'utf8'), /^<!doctype html>/i);
  });

  test('a condition that is met decides the code, whatever else held', async () => {
    const conditions = ['live_latency_pdt_p50_ms>1', 'playback_failure_pct>0', 'ttfb_due_p99_ms@direct>60000'];
    await using run = await startTerminalRun([
      ...[origin.url, '4', '--join-over', '1s', '--duration', '5s'],
      ...conditions.flatMap((condition) => ['--fail-if', condition]),
    ]);
    const { report, exitCode } = await run.end();
    assert.equal(exitCode, codeOf(report, 6));
    assert.deepEqual(
      report.thresholds.map(({ expression, failed }) => [expression, failed]),
      conditions.map((condition, index) => [condition, index === 0]),
    );
    const verdict = report.generator.saturated
      ? /^GENERATOR SATURATED/
      : /^Did not hold: live_latency_pdt_p50_ms>1 \(found \d+/;
    assert.match(report.verdict, verdict);
  });

  test('Ctrl-C lets everybody leave, and what was measured until then is a partial report', async () => {
    await using run = await startTerminalRun([origin.url, '6', '--join-over', '1s', '--duration', 'unlimited', '-v']);
    await run.program.until('the third second', ({ stdout }) => stdout.includes('\n00:03 '));
    run.program.send('SIGINT');
    const { report, exitCode } = await run.end();
    assert.equal(exitCode, codeOf(report, 9));
    assert.match(report.verdict, /Partial run \(It was stopped by hand\)/);
    assert.equal(histogramOf(report, 'startup_time').count, 6);
    assert.equal(figureOf(report, 'playback_failure_pct'), 0, 'to be stopped is no failure');
    assert.deepEqual(failuresOf(report), {});
  });

  test('a generator that stood still says so before anything else, and blames no origin', async () => {
    await using run = await startTerminalRun([origin.url, '6', '--join-over', '1s', '--duration', '7s', '-v']);
    await run.program.until('the second second', ({ stdout }) => stdout.includes('\n00:02 '));
    const shard = descendantsOf(run.program.pid).find(({ command }) => command.includes('shard-program'));
    assert.ok(shard, 'a run has a process with its viewers');
    process.kill(shard.pid, 'SIGSTOP');
    try {
      await published(2);
    } finally {
      process.kill(shard.pid, 'SIGCONT');
    }
    const { report, exitCode, text } = await run.end();
    assert.equal(exitCode, 7);
    assert.equal(report.outcome, 'saturated');
    assert.match(report.verdict, /^GENERATOR SATURATED: requests left [\d.]+ m?s after their time/);
    assert.ok((report.generator.toolLagP99Ms ?? 0) > 100);
    assert.match(text, /^GENERATOR SATURATED/m);
  });

  test('a condition that cannot be measured is said before anybody watches, with the nearest name', async () => {
    await using program = startProgram(['audience', origin.url, '4', '--fail-if', 'stalled_time>0.5']);
    assert.deepEqual(await program.end(), { code: 2, signal: null });
    assert.match(program.stderr, /stalled_time_pct/);
  });

  /** Waits until the origin has published so many segments more. */
  async function published(segments: number): Promise<void> {
    const media = new URL('low/index.m3u8', origin.url);
    const readSequence = async (): Promise<number> =>
      Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(await (await fetch(media)).text())?.[1]);
    const before = await readSequence();
    while ((await readSequence()) < before + segments) await pause(50);
  }
});
