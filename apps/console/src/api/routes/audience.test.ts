import assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildReport } from '../../audience/testing/build-report.ts';
import { behaving, type OpenTestAudience, openTestAudience } from '../../audience/testing/open-test-audience.ts';
import { until } from '../../children/testing/until.ts';
import { createTestApi, type TestApi } from '../testing/create-test-api.ts';

interface World extends AsyncDisposable {
  readonly api: TestApi;
  readonly audience: OpenTestAudience;
}

async function openWorld(options: Parameters<typeof openTestAudience>[0] = {}): Promise<World> {
  const audience = await openTestAudience(options);
  const api = await createTestApi({ audience });
  return {
    api,
    audience,
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]();
      await audience[Symbol.asyncDispose]();
    },
  };
}

const runs = '/api/audience/runs';
const start = ({ api }: World, payload: object) => api.send({ method: 'POST', url: runs, payload });
const stop = ({ api }: World) => api.send({ method: 'POST', url: '/api/audience/current/stop' });
const patch = ({ api }: World, payload: object) => api.send({ method: 'PATCH', url: '/api/audience/current', payload });
const sentenceOf = (answer: { json(): { error: { sentence: string } } }): string => answer.json().error.sentence;

async function keep({ audience }: World, runId: string): Promise<string> {
  const folder = join(audience.runsFolder, runId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), JSON.stringify(buildReport({ runId })));
  return folder;
}

describe('an audience over HTTP', () => {
  it('is started, seen, changed and stopped, and all of it is written down', async () => {
    await using world = await openWorld();
    const { api, audience } = world;
    assert.deepEqual((await api.send({ url: '/api/audience' })).json(), {
      current: null,
      ended: null,
      runs: [],
      problems: [],
      fingerprint: null,
    });
    const begun = await start(world, { ...behaving('obey'), failIf: ['stalls>9'] });
    assert.equal(begun.statusCode, 202);
    assert.equal((await start(world, behaving('obey'))).statusCode, 409);
    await until(() => audience.runs.current?.samples.length === 1, 'a sample');
    const { current } = (await api.send({ url: '/api/audience' })).json();
    assert.deepEqual([current.state, current.samples[0].atMs, current.failIf], ['running', 1_000, ['stalls>9']]);
    assert.match((await api.send({ url: '/metrics' })).body, /^dropwise_audience_viewers\{state="playing"\} 20$/m);

    assert.equal((await patch(world, { viewers: 7 })).json().viewers, 7);
    const refused = await patch(world, { viewers: 666 });
    assert.deepEqual([refused.statusCode, sentenceOf(refused)], [409, 'The origin allows 10 viewers at once.']);
    assert.equal((await stop(world)).json().state, 'stopping');
    await until(() => audience.runs.current === null, 'its end');
    const { ended } = (await api.send({ url: '/api/audience' })).json();
    assert.deepEqual(ended, { runId: 'scripted-run-1', outcome: 'partial', sentence: 'Held.' });
    assert.match((await api.send({ url: '/metrics' })).body, /^dropwise_audience_running 0$/m);
    assert.doesNotMatch((await api.send({ url: '/metrics' })).body, /^dropwise_audience_(?:stalls|segments)\{/m);
    assert.deepEqual(
      api.audit.actions,
      ['start scripted-run-1', 'start', 'change scripted-run-1', 'change scripted-run-1', 'stop scripted-run-1'].map(
        (action) => `audience.${action}`,
      ),
    );
  });

  it('is not begun with what the schema or the lab refuses, and says why', async () => {
    await using world = await openWorld();
    const misspelt = await start(world, { ...behaving('obey'), viewer: 3 });
    assert.deepEqual([misspelt.statusCode, misspelt.json().error.at], [400, 'body.viewer']);
    const misfit = await start(world, behaving('misfit'));
    assert.equal(misfit.statusCode, 400);
    assert.match(sentenceOf(misfit), /^There is no metric "nonsense"/);
    const missing = await patch(world, { viewers: 3 });
    assert.deepEqual([missing.statusCode, (await stop(world)).statusCode], [409, 409]);
  });

  it('takes a list of thousands of proxies, of whose credentials nothing is told again', async () => {
    await using world = await openWorld();
    const proxies = Array.from({ length: 9_000 }, (_, at) => `http://user${at}:hunter2-${at}@10.0.0.1:80 name=p${at}`);
    const given = { ...behaving('die'), proxies: proxies.join('\n') };
    const begun = await start(world, given);
    assert.equal(begun.statusCode, 202);
    await until(() => world.audience.runs.ended !== null, 'its end');
    const overview = await world.api.send({ url: '/api/audience' });
    assert.equal(overview.json().ended.outcome, 'died');
    const told = [
      begun.body,
      overview.body,
      JSON.stringify(world.api.audit.entries),
      JSON.stringify(world.audience.news),
    ];
    for (const text of told) assert.doesNotMatch(text, /hunter2|user17/);
    assert.match(JSON.stringify(world.api.audit.entries), /9000, not shown/);
  });
});

describe('runs that are over', () => {
  it('are listed, read, and deleted', async () => {
    await using world = await openWorld();
    const { api } = world;
    const folder = await keep(world, 'made-by-hand-1');
    await writeFile(join(folder, 'report.html'), '<!doctype html><script>alert(1)</script>');
    await writeFile(join(folder, 'audience-2026-11-28.log'), 'one\n');
    await writeFile(join(folder, 'audience-2026-11-29.log'), 'two\n');
    const { runs: listed } = (await api.send({ url: '/api/audience' })).json();
    assert.deepEqual([listed.length, listed[0].runId, listed[0].viewers], [1, 'made-by-hand-1', 20]);
    assert.deepEqual(
      (await api.send({ url: `${runs}/made-by-hand-1` })).json(),
      buildReport({ runId: 'made-by-hand-1' }),
    );
    const page = await api.send({ url: `${runs}/made-by-hand-1/report.html` });
    const policy = String(page.headers['content-security-policy']);
    assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; /);
    assert.match(policy, /sandbox$/);
    assert.doesNotMatch(policy, /script-src|allow-scripts/);
    assert.equal((await api.send({ url: `${runs}/made-by-hand-1/run.log` })).body, 'one\ntwo\n');
    assert.equal((await api.send({ method: 'DELETE', url: `${runs}/made-by-hand-1` })).statusCode, 200);
    await assert.rejects(stat(folder));
    assert.deepEqual(api.audit.actions, ['audience.delete made-by-hand-1']);
  });

  it('that are not there, or have another name than runs have, are not found', async () => {
    await using world = await openWorld();
    await writeFile(join(world.audience.folder, 'report.json'), JSON.stringify(buildReport()));
    for (const path of ['', '/report.html', '/run.log']) {
      assert.equal((await world.api.send({ url: `${runs}/none-of-them${path}` })).statusCode, 404, path);
      assert.equal((await world.api.send({ url: `${runs}/..%2f..%2fxx${path}` })).statusCode, 400, path);
    }
    assert.equal((await world.api.send({ method: 'DELETE', url: `${runs}/none-of-them` })).statusCode, 404);
  });

  it('whose report is broken are named, and the rest is listed', async () => {
    await using world = await openWorld();
    await keep(world, 'good-run-1');
    await writeFile(join(await keep(world, 'broken-run'), 'report.json'), 'no report');
    const { runs: listed, problems } = (await world.api.send({ url: '/api/audience' })).json();
    assert.deepEqual([listed.length, problems.length], [1, 1]);
    assert.match(problems[0], /broken-run.report\.json cannot be shown: it is not JSON/);
    const broken = await world.api.send({ url: `${runs}/broken-run` });
    assert.equal(broken.statusCode, 503);
    assert.equal((await world.api.send({ method: 'DELETE', url: `${runs}/broken-run` })).statusCode, 200);
  });

  it('cannot be deleted while they are on', async () => {
    await using world = await openWorld();
    assert.equal((await start(world, behaving('obey'))).statusCode, 202);
    const refused = await world.api.send({ method: 'DELETE', url: `${runs}/scripted-run-1` });
    assert.deepEqual([refused.statusCode, sentenceOf(refused).slice(0, 15)], [409, 'This run is on.']);
  });
});

describe('the key that origins consent to', () => {
  const file = { maxViewers: 50, maxMbps: 20.5, paths: ['/live/', '/vod/'], notAfter: '2026-12-31T00:00:00Z' };
  const askFile = ({ api }: World, payload: object) =>
    api.send({ method: 'POST', url: '/api/audience/consent-file', payload });
  const askKey = ({ api }: World) => api.send({ method: 'POST', url: '/api/audience/key' });

  it('is made once, stays, and is never shown', async () => {
    await using world = await openWorld({ real: true });
    const early = await askFile(world, file);
    assert.deepEqual(
      [early.statusCode, sentenceOf(early)],
      [409, 'There is no key yet that an origin could consent to. Make it first.'],
    );
    const { fingerprint } = (await askKey(world)).json();
    assert.match(fingerprint, /^SHA256:/);
    const path = join(world.audience.folder, 'audience', 'key.pem');
    const key = await readFile(path, 'utf8');
    assert.equal((await askKey(world)).json().fingerprint, fingerprint);
    assert.equal(await readFile(path, 'utf8'), key);
    assert.equal((await world.api.send({ url: '/api/audience' })).json().fingerprint, fingerprint);
    assert.deepEqual(world.api.audit.actions, [`audience.key ${fingerprint}`, `audience.key ${fingerprint}`]);

    const { text, path: at } = (await askFile(world, file)).json();
    assert.equal(at, '/.well-known/dropwise-audience.txt');
    for (const line of [`key: ${fingerprint}`, 'max-viewers: 50', 'max-mbps: 20.5', 'paths: /live/ /vod/'])
      assert.ok(text.includes(`${line}\n`), line);
    const misfit = await askFile(world, { ...file, notAfter: '2026-02-30T00:00:00Z' });
    assert.deepEqual([misfit.statusCode, misfit.json().error.at], [400, 'body']);
    assert.match(sentenceOf(misfit), /not-after/);
  });

  it('that cannot be used is told with what to do', async () => {
    await using world = await openWorld();
    const refused = await askKey(world);
    assert.deepEqual([refused.statusCode, sentenceOf(refused)], [503, 'There is no key to be had here.']);
    await mkdir(join(world.audience.folder, 'audience'));
    await writeFile(join(world.audience.folder, 'audience', 'key.pem'), 'no key');
    const { fingerprint, problems } = (await world.api.send({ url: '/api/audience' })).json();
    assert.deepEqual([fingerprint, problems], [null, ['There is no key to be had here.']]);
  });
});

it('who may do what with an audience', async () => {
  await using api = await createTestApi();
  const scopes = api.routes
    .filter(({ method, url }) => url.startsWith('/api/audience') && method !== 'HEAD')
    .map(({ method, url, options }) => `${options.config?.scope} ${method} ${url.slice('/api/audience'.length)}`);
  assert.deepEqual(scopes.sort(), [
    'control POST /consent-file',
    'control POST /current/stop',
    'owner DELETE /runs/:runId',
    'owner PATCH /current',
    'owner POST /key',
    'owner POST /runs',
    'read GET ',
    'read GET /runs/:runId',
    'read GET /runs/:runId/report.html',
    'read GET /runs/:runId/run.log',
  ]);
});
