import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AudienceReport } from '@dropwise/contract/audience';
import { openTempFolder } from '../auth/testing/temp-folder.ts';
import { createRunArchive } from './run-archive.ts';
import { buildReport, buildSample } from './testing/build-report.ts';

async function write(
  folder: string,
  runId: string,
  report: Partial<AudienceReport> | string,
  atMs = 1_000,
): Promise<void> {
  const path = join(folder, runId, 'report.json');
  await mkdir(join(folder, runId), { recursive: true });
  await writeFile(path, typeof report === 'string' ? report : JSON.stringify(buildReport({ runId, ...report })));
  await utimes(path, atMs / 1_000, atMs / 1_000);
}

test('runs are listed newest first with the most that watched at once; a folder that is not there has none', async () => {
  await using folder = await openTempFolder();
  const viewers = { planned: 9, joining: 1, playing: 4, stalled: 2, ended: 9, failed: 9, lost: 9 };
  await write(folder.path, 'earlier-run', { endedAt: '2026-11-27T00:00:00Z', timeline: [buildSample(1, { viewers })] });
  await write(folder.path, 'later-run', { endedAt: '2026-11-28T00:00:00Z', outcome: 'failed' });
  const { runs, problems } = await createRunArchive(folder.path).list();
  assert.deepEqual(
    runs.map(({ runId, viewers, outcome }) => [runId, viewers, outcome]),
    [
      ['later-run', 20, 'failed'],
      ['earlier-run', 7, 'passed'],
    ],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(await createRunArchive(join(folder.path, 'none')).list(), { runs: [], problems: [] });
});

test('what cannot be read is named and hides nothing else; what has no report yet, or is no run, is left out', async () => {
  await using folder = await openTempFolder();
  await write(folder.path, 'good-run-1', {});
  await write(folder.path, 'broken-run', '{"format":');
  await write(folder.path, 'foreign-run', '{"format":"something-else"}');
  await write(folder.path, 'timeless-run', { endedAt: 'never' });
  await write(folder.path, 'Not A Run', '{}');
  await mkdir(join(folder.path, 'running-1'));
  const archive = createRunArchive(folder.path);
  const { runs, problems } = await archive.list();
  assert.deepEqual(
    runs.map(({ runId }) => runId),
    ['good-run-1'],
  );
  assert.equal(problems.length, 3);
  for (const [name, why] of [
    ['broken-run', 'it is not JSON'],
    ['foreign-run', 'format is not as in a report'],
    ['timeless-run', 'it does not say when it was'],
  ]) {
    const said = `${join(folder.path, name ?? '', 'report.json')} cannot be shown: ${why}. Delete the run, or mend it.`;
    assert.ok(problems.includes(said), `${said} is not in ${problems.join('\n')}`);
  }
  const report = await archive.report('foreign-run');
  assert.equal(report.ok || report.failure.kind, 'broken');
  const missing = await archive.report('running-1');
  assert.equal(missing.ok || missing.failure.kind, 'missing');
});

test('a report is read anew when it has changed, and only then', async () => {
  await using folder = await openTempFolder();
  const archive = createRunArchive(folder.path);
  await write(folder.path, 'one-run-1', { verdict: 'first' }, 1_000);
  assert.equal((await archive.list()).runs[0]?.verdict, 'first');
  await write(folder.path, 'one-run-1', { verdict: 'other' }, 1_000);
  assert.equal((await archive.list()).runs[0]?.verdict, 'first', 'same size, same time: not read');
  await write(folder.path, 'one-run-1', { verdict: 'third' }, 2_000);
  assert.equal((await archive.list()).runs[0]?.verdict, 'third');
});

test('the newest stay, the oldest go, and nobody else’s', async () => {
  await using folder = await openTempFolder();
  const archive = createRunArchive(folder.path, 2);
  for (const [index, runId] of ['run-old-1', 'run-new-1', 'run-mid-1'].entries()) {
    await write(folder.path, runId, {}, [1_000, 3_000, 2_000][index]);
  }
  await write(folder.path, 'Mine', '{}', 0);
  await mkdir(join(folder.path, 'run-on-now'));
  assert.equal((await archive.list()).runs.length, 2);
  assert.equal(await archive.trim(Date.now()), 1);
  assert.deepEqual((await readdir(folder.path)).sort(), ['Mine', 'run-mid-1', 'run-new-1', 'run-on-now']);
  assert.equal(await archive.trim(Date.now() + 9 * 86_400_000), 1, 'no run takes nine days: it never ended');
  assert.deepEqual((await readdir(folder.path)).sort(), ['Mine', 'run-mid-1', 'run-new-1']);
});

test('a run is removed with all that is kept of it, and only a run', async () => {
  await using folder = await openTempFolder();
  const archive = createRunArchive(folder.path);
  await write(folder.path, 'one-run-1', {});
  await writeFile(join(folder.path, 'one-run-1', 'audience-2026-11-29.log'), 'b');
  await writeFile(join(folder.path, 'one-run-1', 'audience-2026-11-28.log'), 'a');
  await mkdir(join(folder.path, 'running-1'));
  assert.deepEqual(
    (await archive.findLogs('one-run-1')).map((path) => path.slice(-14)),
    ['2026-11-28.log', '2026-11-29.log'],
  );
  assert.equal(await archive.findPage('one-run-1'), null);
  assert.equal(await archive.remove('running-1'), false);
  assert.equal(await archive.remove('one-run-1'), true);
  assert.equal(await archive.remove('one-run-1'), false);
  assert.deepEqual(await readdir(folder.path), ['running-1']);
});
