import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { type AudienceReport, audienceReport } from '@dropwise/contract/audience';
import * as v from 'valibot';
import { missingProgram } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { makeFolder, startProgram } from '../e2e/processes.ts';
import { failuresOf, figureOf, histogramOf } from './audience-run.ts';
import { type RecordingOrigin, recordedSegments, startRecordingOrigin } from './recording.ts';
import { codeOf, type EndedRun, startTerminalRun } from './terminal-run.ts';

const viewers = 12;
const processes = 3;

suite('an audience in parts, before ffmpeg and nginx', { skip: missingProgram('ffmpeg', 'nginx') }, () => {
  const stack = new AsyncDisposableStack();
  let whole: EndedRun;
  let split: EndedRun;
  let parts: readonly EndedRun[];
  let partFiles: readonly string[];

  before(async () => {
    const origin = stack.use(await startRecordingOrigin());
    const start = async (id: string, ...flags: readonly string[]) => stack.use(await startRun(origin, id, flags));
    // Names of one length, because every request says the name of its run.
    const started = await Promise.all([
      start('run-of-one-process', '--shards', '1'),
      start('run-of-3-processes', '--shards', `${processes}`),
      start('run-of-2-machines-', '--shard', '0/2'),
      start('run-of-2-machines-', '--shard', '1/2'),
    ]);
    const [one, three, ...two] = await Promise.all(started.map((run) => run.end()));
    assert.ok(one && three);
    [whole, split, parts] = [one, three, two];
    partFiles = started
      .slice(2)
      .map(({ folder }, index) => join(folder, 'audience', 'runs', `run-of-2-machines--${index}of2`, 'part.json'));
  });
  after(() => stack.disposeAsync());

  test('every viewer loads the whole recording once, and the run ends with the last of them', () => {
    assert.deepEqual(failuresOf(whole.report), {});
    assert.equal(histogramOf(whole.report, 'startup_time').count, viewers);
    assert.equal(histogramOf(whole.report, 'ttfb_sent').count, viewers * recordedSegments);
    assert.equal(whole.report.endedEarly, null);
    assert.equal(whole.exitCode, codeOf(whole.report, 0));
  });

  test('processes of one machine measure together what one would, to the byte', () => {
    assert.equal(split.report.generator.shards, processes);
    assert.deepEqual(countsOf(split.report), countsOf(whole.report));
  });

  test('machines that know nothing of each other each take their part', () => {
    for (const { report, exitCode } of parts) {
      assert.equal(histogramOf(report, 'startup_time').count, viewers / 2);
      assert.equal(exitCode, codeOf(report, 0));
    }
  });

  test('their parts are put together without loss', async () => {
    const { merged, exitCode } = await merge(partFiles);
    assert.equal(exitCode, codeOf(merged, 0));
    assert.deepEqual(countsOf(merged), countsOf(whole.report));
    assert.equal(merged.endedEarly, null);
    const slowest = parts.map(({ report }) => histogramOf(report, 'ttfb_sent').max ?? 0);
    assert.equal(histogramOf(merged, 'ttfb_sent').max, Math.max(...slowest));
    const watched = parts.reduce((sum, { report }) => sum + (figureOf(report, 'viewer_hours') ?? 0), 0);
    assert.equal(figureOf(merged, 'viewer_hours')?.toFixed(9), watched.toFixed(9));
  });

  test('a part that is missing makes a partial run of it', async () => {
    const { merged, exitCode } = await merge(partFiles.slice(0, 1));
    assert.equal(exitCode, codeOf(merged, 9));
    assert.equal(histogramOf(merged, 'startup_time').count, viewers / 2);
    assert.match(merged.verdict, /of 2 parts part 1 is missing/);
    assert.equal(merged.outcome, merged.generator.saturated ? 'saturated' : 'partial');
  });

  async function merge(files: readonly string[]) {
    await using folder = await makeFolder();
    const out = join(folder.path, 'merged.json');
    await using program = startProgram(['audience', 'merge', ...files, '--out', out]);
    const { code } = await program.end();
    return { merged: v.parse(audienceReport, JSON.parse(await readFile(out, 'utf8'))), exitCode: code };
  }
});

function startRun({ url }: RecordingOrigin, runId: string, flags: readonly string[]) {
  return startTerminalRun([url, `${viewers}`, '--join-over', '1s', '--run-id', runId, ...flags]);
}

/** What does not depend on how fast anything was. */
function countsOf(report: AudienceReport): Readonly<Record<string, unknown>> {
  const counted = ['startup_time', 'ttfb_sent', 'playlist_rtt', 'segment_throughput'];
  return {
    ...Object.fromEntries(counted.map((metric) => [metric, histogramOf(report, metric).count])),
    failures: failuresOf(report),
    mediaSeconds: report.renditions.map(({ name, mediaSeconds }) => [name, mediaSeconds]),
    ways: report.egress.map(({ name, viewers: many, readBytes, writtenBytes }) => ({
      name,
      many,
      readBytes,
      writtenBytes,
    })),
  };
}
