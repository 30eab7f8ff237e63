import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AudienceAnswer, AudienceCurrent } from '@dropwise/contract';
import type { AudienceReport } from '@dropwise/contract/audience';
import { startAudienceOrigin } from './audience-origin.ts';
import { type ApiAnswer, type RunningConsole, startConsole } from './console.ts';
import { startLiveClient } from './live-client.ts';
import { makeFolder, startProgram } from './processes.ts';

const credentials = { user: 'someone-of-ours', password: 'hunter2-of-the-proxy' };
/** Nobody is there: a Twitch is not what this is about. */
const withoutTwitch = { args: ['--endpoints', 'http://127.0.0.1:9'] };

const start = (console: RunningConsole, body: object): Promise<ApiAnswer> =>
  console.call('POST', 'api/audience/runs', body);
const overview = (console: RunningConsole): Promise<AudienceAnswer> => console.get('api/audience');

test('an audience is run from the console: seen live, changed, stopped, and kept beside those of the command line', async () => {
  await using folder = await makeFolder();
  await using origin = await startAudienceOrigin();
  await using console = await startConsole(null, folder.path, withoutTwitch);
  using client = startLiveClient(console.url);
  await client.until('a greeting', ({ state }) => state !== null);

  const load = { shape: 'constant', joinOverMs: 500 };
  const begun = await start(console, {
    url: origin.url,
    viewers: 5,
    durationMs: null,
    load,
    failIf: ['stalled_time_pct>99'],
  });
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  assert.equal((await start(console, { url: origin.url, viewers: 5 })).status, 409);
  await client.until('viewers that play', ({ audience }) =>
    audience.some(({ current, sample }) => current?.state === 'running' && (sample?.viewers.playing ?? 0) === 5),
  );
  const changed = await console.call('PATCH', 'api/audience/current', { viewers: 8 });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  await client.until('eight of them', ({ audience }) => audience.some(({ sample }) => sample?.viewers.playing === 8));
  const misfit = await console.call('PATCH', 'api/audience/current', { failIf: ['nonsense>1'] });
  assert.equal(misfit.status, 409);
  assert.match(JSON.stringify(misfit.body), /there is no metric/);
  const metrics = await console.call('GET', 'metrics');
  assert.match(String(metrics.body), /^dropwise_audience_viewers\{state="playing"\} 8$/m);

  const stopping = await console.call('POST', 'api/audience/current/stop');
  assert.equal((stopping.body as AudienceCurrent).state, 'stopping');
  await client.until('its end', ({ audience }) => audience.some(({ ended }) => ended !== null));
  const { current, ended, runs } = await overview(console);
  assert.equal(current, null);
  const [run] = runs;
  assert.ok(run !== undefined && ended?.runId === run.runId);
  assert.deepEqual([run.viewers, run.verdict], [8, ended.sentence]);
  const report = await console.get<AudienceReport>(`api/audience/runs/${run.runId}`);
  assert.deepEqual([report.verdict, report.outcome], [run.verdict, run.outcome]);
  assert.match(report.endedEarly ?? '', /stopped from the console/);
  const page = await console.call('GET', `api/audience/runs/${run.runId}/report.html`);
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'unsafe-inline';.*sandbox$/,
  );
  assert.match(String(page.body), /^<!doctype html>/i);
  assert.match(String((await console.call('GET', `api/audience/runs/${run.runId}/run.log`)).body), /5 viewers of/);

  await using byHand = startProgram(['audience', origin.url, '2', '--duration', '2s', '-q', '--data-dir', folder.path]);
  await byHand.end();
  const { runs: both } = await overview(console);
  assert.equal(both.length, 2, JSON.stringify(both));
  for (const { runId } of both) assert.equal((await console.call('DELETE', `api/audience/runs/${runId}`)).status, 200);
  assert.deepEqual((await overview(console)).runs, []);
  assert.deepEqual(client.problems, []);
});

test('an origin that does not consent is told, and the credentials of a run are in no file, answer or log', async () => {
  await using folder = await makeFolder();
  await using origin = await startAudienceOrigin();
  await using console = await startConsole(null, folder.path, withoutTwitch);
  const proxies = `http://${credentials.user}:${credentials.password}@127.0.0.1:9 name=there`;
  const begun = await start(console, { url: origin.url, viewers: 2, durationMs: 2_000, proxies });
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  // Through a proxy, loopback is somebody else's: it takes a key, and there is none.
  const refused = await console.until<AudienceAnswer>('a refusal', 'api/audience', ({ ended }) => ended !== null);
  assert.equal(refused.ended?.outcome, 'refused');
  assert.match(refused.ended?.sentence ?? '', /keygen/);
  assert.deepEqual(refused.runs, []);
  const audit = await console.get<object>('api/audit');
  assert.match(JSON.stringify(audit), /1, not shown/);
  console.program.send('SIGTERM');
  await console.program.end();
  const told = [begun.body, refused, audit, console.program.stdout, console.program.stderr].map((each) =>
    JSON.stringify(each),
  );
  for (const text of [...told, ...(await filesIn(folder.path))]) {
    for (const secret of Object.values(credentials)) assert.ok(!text.includes(secret), text.slice(0, 500));
  }
});

test('an audience ends with its console, also when that is killed, and leaves its report', async () => {
  await using folder = await makeFolder();
  await using origin = await startAudienceOrigin();
  await using console = await startConsole(null, folder.path, withoutTwitch);
  assert.equal((await start(console, { url: origin.url, viewers: 2, durationMs: null })).status, 202);
  await console.until<AudienceAnswer>('a sample', 'api/audience', ({ current }) => (current?.samples.length ?? 0) > 0);
  console.program.send('SIGKILL');
  await console.program.end();
  await using next = await startConsole(null, folder.path, withoutTwitch);
  const { runs } = await next.until<AudienceAnswer>(
    'its report',
    'api/audience',
    ({ runs: found }) => found.length === 1,
  );
  assert.equal(runs[0]?.outcome === 'partial' || runs[0]?.outcome === 'saturated', true, runs[0]?.verdict);

  assert.equal((await start(next, { url: origin.url, viewers: 2, durationMs: null })).status, 202);
  await next.until<AudienceAnswer>('a sample', 'api/audience', ({ current }) => (current?.samples.length ?? 0) > 0);
  next.program.send('SIGTERM');
  assert.deepEqual(await next.program.end(), { code: 0, signal: null }, next.program.stderr);
  assert.equal((await readdir(join(folder.path, 'audience', 'runs'))).length, 2);
  assert.deepEqual(await readdir(join(folder.path, 'audience', 'run')), []);
});

/** The content of every file below it. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async (name) =>
      (await stat(join(folder, name))).isFile() ? readFile(join(folder, name), 'latin1') : '',
    ),
  );
  return files;
}
