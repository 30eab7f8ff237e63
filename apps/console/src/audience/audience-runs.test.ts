import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openTempFolder } from '../auth/testing/temp-folder.ts';
import { readProcessStart } from '../children/process-identity.ts';
import { writeRunRecord } from '../children/run-record.ts';
import { isGone } from '../children/testing/test-fleet.ts';
import { until } from '../children/testing/until.ts';
import { behaving, type OpenTestAudience, openTestAudience } from './testing/open-test-audience.ts';

const password = 'hunter2-of-the-proxy';
const proxies = `http://someone:${password}@127.0.0.1:8080\n`;

async function begun(behaviour: string, options: Parameters<typeof openTestAudience>[0] = {}) {
  const audience = await openTestAudience(options);
  const started = await audience.runs.start({ ...behaving(behaviour), proxies });
  assert.ok(started.ok, started.ok ? '' : started.failure.sentence);
  return audience;
}

const problemOf = ({ runs }: OpenTestAudience): string => runs.current?.problem ?? '';
const over = (audience: OpenTestAudience) => until(() => audience.runs.ended !== null, 'an end');

describe('a run', () => {
  it('is told from its first word to its verdict, and another may follow', async () => {
    await using audience = await begun('obey');
    await until(() => audience.runs.current?.samples.length === 1, 'a sample');
    const { runId, state, target, viewers } = audience.runs.current ?? {};
    assert.deepEqual([runId, state, target, viewers], ['scripted-run-1', 'running', 'http://127.0.0.1:9/obey', 20]);
    assert.equal(audience.runs.stop()?.state, 'stopping');
    await over(audience);
    assert.deepEqual(audience.runs.ended, { runId: 'scripted-run-1', outcome: 'partial', sentence: 'Held.' });
    assert.equal(audience.runs.current, null);
    await until(() => (audience.news.at(-1)?.ended ?? null) !== null, 'the news of its end');
    assert.deepEqual(audience.news.at(-1)?.ended, audience.runs.ended);
    assert.ok(audience.news.some(({ sample }) => sample?.atMs === 1_000));
    assert.ok((await audience.runs.start(behaving('end'))).ok);
  });

  it('is the only one, also while it is but wished for', async () => {
    await using audience = await openTestAudience();
    const [first, second] = await Promise.all([
      audience.runs.start(behaving('obey')),
      audience.runs.start(behaving('obey')),
    ]);
    assert.ok(first.ok);
    assert.deepEqual(second.ok || second.failure.kind, 'busy');
  });

  it('that is refused by an origin says why, where it can be read afterwards', async () => {
    await using audience = await openTestAudience();
    await audience.runs.start(behaving('refuse'));
    await over(audience);
    const sentence = 'The origin does not consent.';
    assert.deepEqual(audience.runs.ended, { runId: 'scripted-run-1', outcome: 'refused', sentence });
  });

  it('does not begin with settings that the lab does not take, and another may follow at once', async () => {
    await using audience = await openTestAudience();
    const refused = await audience.runs.start({ ...behaving('misfit'), proxies });
    assert.ok(!refused.ok);
    assert.equal(refused.failure.kind, 'refused');
    assert.match(refused.failure.sentence, /^There is no metric "nonsense"\.\nAnd of the proxies: /);
    assert.ok(!refused.failure.sentence.includes(password));
    assert.ok((await audience.runs.start(behaving('end'))).ok);
  });

  it('that cannot be started is told', async () => {
    await using folder = await openTempFolder();
    await writeFile(join(folder.path, 'run'), 'no folder');
    await using audience = await openTestAudience({ folder: folder.path });
    const refused = await audience.runs.start(behaving('obey'));
    assert.match(refused.ok ? '' : refused.failure.sentence, /^The settings of the run cannot be handed over: /);
    assert.equal(audience.runs.current, null);
  });
});

describe('changes of a run', () => {
  it('hold when the lab took them, and its sentence says why it did not', async () => {
    await using audience = await begun('obey');
    await until(() => audience.runs.current?.state === 'running', 'a start');
    const changed = await audience.runs.change({ viewers: 5, failIf: ['stalls>1'] });
    assert.ok(changed?.ok);
    assert.deepEqual([changed.value.viewers, changed.value.failIf], [5, ['stalls>1']]);
    const refused = await audience.runs.change({ viewers: 666 });
    assert.deepEqual(refused, { ok: false, failure: 'The origin allows 10 viewers at once.' });
    assert.equal(audience.runs.current?.viewers, 5);
  });

  it('are given up when the lab does not answer, and when there is none', async () => {
    await using audience = await begun('mute', { patience: { answerMs: 50 } });
    const changed = await audience.runs.change({ viewers: 5 });
    assert.deepEqual(changed, { ok: false, failure: 'The lab did not answer within 0.05 s.' });
    audience.runs.stop();
    await over(audience);
    assert.equal(await audience.runs.change({ viewers: 5 }), null);
    assert.equal(audience.runs.stop(), null);
  });
});

describe('a lab that fails', () => {
  it('by dying is told with its last words, without credentials', async () => {
    await using audience = await begun('die');
    await over(audience);
    const { outcome, sentence = '' } = audience.runs.ended ?? {};
    assert.equal(outcome, 'died');
    assert.match(sentence, /^The lab ended with exit code 1 and left no report\. Its last words:\nIt broke at /);
    assert.doesNotMatch(JSON.stringify([sentence, audience.news]), new RegExp(password));
  });

  it('by writing nonsense has it counted, and none of it believed', async () => {
    await using audience = await begun('nonsense');
    const sentence =
      '4 lines of the lab were not understood and are ignored, the last: "started" does not fit to what came before.';
    await until(() => problemOf(audience) === sentence, 'four lines counted');
    assert.equal(audience.runs.current?.samples.length, 1);
    audience.runs.stop();
    await over(audience);
    assert.equal(audience.runs.ended?.outcome, 'partial');
  });

  it('by flooding is ended', async () => {
    await using audience = await begun('flood', { patience: { termMs: 50 } });
    await over(audience);
    assert.match(
      audience.runs.ended?.sentence ?? '',
      /^1000 of its lines were not understood: this is another program/,
    );
    assert.equal(audience.runs.ended?.outcome, 'died');
  });

  it('by saying more than a run has is kept in bounds', async () => {
    await using audience = await begun('many');
    await until(() => problemOf(audience) === 'all said', 'everything');
    const { samples = [] } = audience.runs.current ?? {};
    assert.ok(samples.length <= 600, `${samples.length} samples`);
    assert.equal(samples.at(-1)?.atMs, 5_000_000);
    assert.ok(audience.news.length < 1_000, `${audience.news.length} news`);
  });

  it('by hanging when it is told to stop is ended with all that it started', async () => {
    await using audience = await begun('hang', { patience: { stopMs: 50, termMs: 50 } });
    await until(() => /^\d+ \d+$/.test(problemOf(audience)), 'its processes');
    const pids = problemOf(audience).split(' ').map(Number);
    audience.runs.stop();
    await over(audience);
    for (const pid of pids) assert.ok(isGone(pid), `process ${pid}`);
    assert.match(
      audience.runs.ended?.sentence ?? '',
      /^It was told to stop and had not ended after 0\.05 s\. .* SIGKILL /,
    );
  });

  it('by staying after its report is ended, and its verdict holds', async () => {
    await using audience = await begun('linger', { patience: { stopMs: 50, termMs: 50 } });
    await over(audience);
    assert.deepEqual(audience.runs.ended, { runId: 'scripted-run-1', outcome: 'passed', sentence: 'Held.' });
  });
});

describe('what a lab is given', () => {
  it('is in a file for its owner alone, gone when it was read; not in its arguments, and no secret of the console', async () => {
    const env = { DROPWISE_PASSWORD: 'let-me-in', DROPWISE_DATA_DIR: '/elsewhere' };
    await using audience = await begun('look', { env });
    assert.match(
      problemOf(audience),
      /^600 DROPWISE_STOP_WITH_PARENT audience --json-events --config \S+ --data-dir \S+$/,
    );
    assert.ok(!problemOf(audience).includes(password));
    await until(() => audience.runs.current !== null, 'a run');
    audience.runs.stop();
    await over(audience);
    assert.deepEqual(await readdir(audience.runFolder), []);
  });

  it('and what it is, are looked after when a console was killed', async () => {
    await using folder = await openTempFolder();
    const runFolder = join(folder.path, 'run');
    await mkdir(runFolder);
    await writeFile(join(runFolder, 'left.configuration.json'), JSON.stringify({ proxies }));
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 9e8)'], { detached: true, stdio: 'ignore' });
    const gone = once(orphan, 'exit');
    const pid = orphan.pid ?? 0;
    writeRunRecord(runFolder, {
      childId: 'audience',
      pid,
      startTime: readProcessStart(pid),
      command: process.execPath,
    });
    await using audience = await openTestAudience({ folder: folder.path });
    assert.ok((await audience.runs.start(behaving('end'))).ok);
    await gone;
    await over(audience);
    assert.deepEqual(await readdir(runFolder), []);
  });

  it('ends with the console', async () => {
    const audience = await begun('hang', { patience: { stopMs: 50, termMs: 50 } });
    await until(() => /^\d+ \d+$/.test(problemOf(audience)), 'its processes');
    const pids = problemOf(audience).split(' ').map(Number);
    await audience[Symbol.asyncDispose]();
    for (const pid of pids) assert.ok(isGone(pid), `process ${pid}`);
    const late = await audience.runs.start(behaving('obey'));
    assert.equal(late.ok, false);
  });
});
