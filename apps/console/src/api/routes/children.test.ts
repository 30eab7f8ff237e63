import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChildDefinition } from '@dropwise/contract';
import { buildDefinition, testNow } from '../testing/build-views.ts';
import { createTestApi, type TestApi } from '../testing/create-test-api.ts';

const secretive = buildDefinition({
  id: 'other',
  name: 'Other',
  adapter: 'command',
  command: ['run', '--proxy', 'http://someone:hunter2@proxy.test:8080', '--api-token=abcdef123'],
  env: { TOKEN: 'very-secret', PLAIN: 'also hidden' },
});

async function apiWith(...definitions: readonly ChildDefinition[]): Promise<TestApi> {
  const api = await createTestApi();
  await api.fleet.define([buildDefinition(), ...definitions]);
  return api;
}

const put = (api: TestApi, id: string, payload: object) =>
  api.send({ method: 'PUT', url: `/api/children/${id}`, payload });

describe('children', () => {
  it('are listed, the first being the one that is meant', async () => {
    await using api = await apiWith(secretive);
    const answer = (await api.send({ url: '/api/children' })).json();
    assert.equal(answer.primaryId, 'miner');
    assert.deepEqual(
      answer.children.map((each: { id: string }) => each.id),
      ['miner', 'other'],
    );
    assert.equal((await api.send({ url: '/api/children/none' })).json().error.at, 'params.id');
  });

  for (const move of ['start', 'stop', 'restart']) {
    it(`can be asked to ${move}, which is written down`, async () => {
      await using api = await apiWith();
      assert.equal((await api.send({ method: 'POST', url: `/api/children/miner/${move}` })).statusCode, 200);
      assert.deepEqual(api.fleet.moved, [`${move} miner`]);
      assert.deepEqual(api.audit.actions, [`child.${move} miner`]);
      api.fleet.moveAnswer = { ok: false, failure: 'It cannot be.' };
      const refused = await api.send({ method: 'POST', url: `/api/children/miner/${move}` });
      assert.deepEqual([refused.statusCode, refused.json().error.sentence], [409, 'It cannot be.']);
    });
  }

  it('are not restarted more than ten times a minute', async () => {
    await using api = await apiWith();
    const restart = { method: 'POST', url: '/api/children/miner/restart' } as const;
    for (let count = 0; count < 10; count++) await api.send(restart);
    assert.equal((await api.send(restart)).statusCode, 429);
    assert.equal(api.fleet.moved.length, 10);
  });

  it('show their samples, as does the console', async () => {
    await using api = await apiWith();
    const sample = { at: testNow - 60_000, cpuPercent: 2, rssBytes: 1_000 };
    api.reader.storedSamples.set('miner', [{ ...sample, at: testNow - 7_200_000 }, sample]);
    api.reader.storedSamples.set('console', [sample]);
    for (const id of ['miner', 'console'])
      assert.deepEqual((await api.send({ url: `/api/children/${id}/samples` })).json().samples, [sample]);
    const since = testNow - 8_000_000;
    assert.equal((await api.send({ url: `/api/children/miner/samples?since=${since}` })).json().samples.length, 2);
    assert.equal((await api.send({ url: '/api/children/none/samples' })).statusCode, 404);
    assert.equal((await api.send({ url: '/api/children/miner/samples?since=5&until=5' })).statusCode, 400);
  });
});

describe('the definition of a child', () => {
  it('is shown without what is secret in it', async () => {
    await using api = await apiWith(secretive);
    const { body } = await api.send({ url: '/api/children/other' });
    assert.doesNotMatch(body, /hunter2|very-secret|also hidden|abcdef123/);
    assert.deepEqual(JSON.parse(body).definition.env, { TOKEN: '[set]', PLAIN: '[set]' });
  });

  it('sent back as it was shown is the definition as it was', async () => {
    await using api = await apiWith(secretive);
    const { definition } = (await api.send({ url: '/api/children/other' })).json();
    const answer = await put(api, 'other', { ...definition, name: 'Renamed' });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(api.fleet.definitions[1], { ...secretive, name: 'Renamed' });
    assert.deepEqual(api.audit.actions, ['child.define other']);
    assert.doesNotMatch(JSON.stringify(api.audit.entries), /hunter2|very-secret|also hidden|abcdef123/);
  });

  it('of a new child is added at the end', async () => {
    await using api = await apiWith();
    const payload = { id: 'tdm', name: 'TDM', adapter: 'tdm', command: ['python', 'main.py'] };
    assert.equal((await put(api, 'tdm', payload)).statusCode, 200);
    assert.deepEqual(
      api.fleet.definitions.map(({ id }) => id),
      ['miner', 'tdm'],
    );
    assert.equal(api.audit.entries[0]?.before, null);
  });

  const refusals = [
    ['other', { id: 'else', name: 'X', adapter: 'dropwise' }, 400, 'body.id', /the id "other".*found "else"/],
    ['console', { id: 'console', name: 'X', adapter: 'dropwise' }, 400, 'params.id', /stands for the console/],
    ['x', { id: 'x', name: 'X', adapter: 'command' }, 400, 'body.command', /the program and its arguments/],
    ['x', { id: 'x', name: 'X', adapter: 'rangermix' }, 400, 'body.url', /http:\/\/127\.0\.0\.1:8080/],
    ['x', { id: 'x', name: 'X', adapter: 'dropwise', env: { A: '[set]' } }, 400, 'body.env.A', /a value for A/],
    ['x', { id: 'x', name: 'X', adapter: 'other' }, 400, 'body.adapter', /one of "dropwise", "tdm"/],
    ['x', { id: 'x', adapter: 'dropwise' }, 400, 'body.name', /the field "name", which is missing/],
    ['x', { id: 'x', name: 'X', adapter: 'dropwise', limits: { memory: 5 } }, 400, 'body.limits.memory', /"memoryMb"/],
    [
      'x',
      { id: 'x', name: 'X', adapter: 'command', command: ['x'], patterns: [{ pattern: '(a+', fact: 'alive' }] },
      400,
      'body.patterns',
      /Pattern 1 \(\(a\+\): .*missing closing/,
    ],
    ['X..', { id: 'x', name: 'X', adapter: 'dropwise' }, 400, 'params.id', /Expected the id of a child/],
  ] as const;
  for (const [id, payload, status, at, sentence] of refusals) {
    it(`is refused for ${JSON.stringify(payload)} at ${id}`, async () => {
      await using api = await apiWith();
      const answer = await put(api, id, payload);
      const { error } = answer.json();
      assert.deepEqual([answer.statusCode, error.at], [status, at]);
      assert.match(error.sentence, sentence);
      assert.equal(api.fleet.definitions.length, 1);
    });
  }

  it('is taken from the owner alone: it is a command that is run here', async () => {
    await using api = await apiWith();
    for (const method of ['PUT', 'DELETE'])
      assert.equal(
        api.routes.find((each) => each.method === method && each.url === '/api/children/:id')?.options.config?.scope,
        'owner',
      );
  });

  it('is not changed when it cannot be written down, and that is said', async () => {
    await using api = await apiWith();
    api.condition.defining = { ok: false, failure: 'The file cannot be written.' };
    const answer = await put(api, 'x', { id: 'x', name: 'X', adapter: 'dropwise' });
    assert.deepEqual([answer.statusCode, answer.json().error.sentence], [409, 'The file cannot be written.']);
    assert.deepEqual(api.audit.entries[0]?.after, { problem: 'The file cannot be written.' });
  });

  it('can be removed, but for the last one', async () => {
    await using api = await apiWith(secretive);
    assert.equal((await api.send({ method: 'DELETE', url: '/api/children/other' })).statusCode, 200);
    assert.deepEqual(api.audit.actions, ['child.forget other']);
    assert.equal(api.audit.entries[0]?.after, null);
    assert.equal((await api.send({ method: 'DELETE', url: '/api/children/other' })).statusCode, 404);
    assert.equal((await api.send({ method: 'DELETE', url: '/api/children/miner' })).statusCode, 409);
  });

  it('is one of at most twenty', async () => {
    await using api = await apiWith(...Array.from({ length: 19 }, (_, at) => buildDefinition({ id: `c${at}` })));
    assert.equal((await put(api, 'more', { id: 'more', name: 'X', adapter: 'dropwise' })).statusCode, 409);
  });
});
