import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildDefinition, buildHealth, buildView } from '../testing/build-views.ts';
import { createTestApi } from '../testing/create-test-api.ts';
import { personGraceMs, startGraceMs } from './readiness.ts';

describe('healthz and readyz', () => {
  it('are open to everybody, also while the setup has not been done', async () => {
    await using api = await createTestApi();
    for (const url of ['/healthz', '/readyz']) {
      const { config } = api.routes.find((route) => route.url === url)?.options ?? {};
      assert.deepEqual([config?.scope, config?.duringSetup], ['public', true]);
    }
  });

  it('differ when the miner is down: the console is alive, and not ready', async () => {
    await using api = await createTestApi();
    assert.equal((await api.send({ url: '/readyz' })).statusCode, 200);
    api.fleet.change('miner', { phase: 'givenUp' });
    assert.deepEqual((await api.send({ url: '/healthz' })).json(), { alive: true });
    const answer = await api.send({ url: '/readyz' });
    assert.equal(answer.statusCode, 503);
    assert.deepEqual(answer.json(), { ready: false, level: 'broken', codes: ['miner-given-up'] });
  });

  it('give a start its time, counted anew for every start', async () => {
    await using api = await createTestApi();
    const statusAfter = async (ms: number) => {
      await api.clock.advance(ms);
      return (await api.send({ url: '/readyz' })).statusCode;
    };
    api.fleet.change('miner', { phase: 'starting' });
    assert.equal(await statusAfter(startGraceMs), 200);
    assert.equal(await statusAfter(1), 503);
    api.fleet.change('miner', { phase: 'running' });
    assert.equal(await statusAfter(0), 200);
    api.fleet.change('miner', { phase: 'starting' });
    assert.equal(await statusAfter(startGraceMs), 200);
    api.fleet.change('miner', { phase: 'running' }, buildView({ health: buildHealth('login-needed') }));
    assert.equal(await statusAfter(personGraceMs - startGraceMs), 200);
    assert.equal(await statusAfter(1), 503);
  });

  it('tell a stranger no name, no sentence and no number', async () => {
    await using api = await createTestApi();
    await api.fleet.define([
      buildDefinition(),
      buildDefinition({ id: 'secret-name', name: 'Secret', adapter: 'command' }),
    ]);
    api.fleet.change('secret-name', { phase: 'givenUp' });
    api.condition.store = { failing: 'no space left in /home/someone', replaced: false };
    const answer = await api.send({ url: '/readyz' });
    assert.deepEqual(answer.json(), {
      ready: false,
      level: 'broken',
      codes: ['store-failing', 'other-miner-down', 'working'],
    });
  });

  it('do not count a child that is not meant to run', async () => {
    await using api = await createTestApi();
    await api.fleet.define([buildDefinition(), buildDefinition({ id: 'off', name: 'Off', enabled: false })]);
    api.fleet.change('off', { phase: 'stopped' });
    assert.deepEqual((await api.send({ url: '/readyz' })).json().codes, ['working']);
  });

  it('stop listening to the fleet when the server ends', async () => {
    const api = await createTestApi();
    assert.equal(api.fleet.listenerCount, 1);
    await api[Symbol.asyncDispose]();
    assert.equal(api.fleet.listenerCount, 0);
  });
});

describe('metrics', () => {
  it('count drops, minutes, health, children, clients and answers', async () => {
    await using api = await createTestApi();
    api.reader.storedMinutes.push({
      day: '2026-03-01',
      gameName: 'Rust',
      campaignId: 'c',
      campaignName: 'C',
      confirmedMinutes: 30,
      estimatedMinutes: 40,
    });
    await api.send({ url: '/api/campaigns/none' });
    await api.send({ url: '/nothing/here' });
    const answer = await api.send({ url: '/metrics' });
    for (const line of [
      'dropwise_drops_claimed_total 0',
      'dropwise_minutes_total{kind="confirmed"} 30',
      'dropwise_minutes_total{kind="estimated"} 40',
      'dropwise_store_bytes 4096',
      'dropwise_ready 1',
      'dropwise_health_level{child="miner",level="working"} 1',
      'dropwise_health_level{child="miner",level="broken"} 0',
      'dropwise_reason{child="miner",code="working"} 1',
      'dropwise_child_up{child="miner"} 1',
      'dropwise_child_restarts{child="miner"} 0',
      'dropwise_child_resident_bytes{child="miner"} 70000000',
      'dropwise_live_clients 3',
      'dropwise_ingest_queue 0',
      'dropwise_http_request_duration_seconds_count{method="GET",route="/api/campaigns/:id",status="4xx"} 1',
    ])
      assert.ok(answer.body.split('\n').includes(line), `${line} is missing in\n${answer.body}`);
    assert.doesNotMatch(answer.body, /nothing\/here/);
  });

  it('are of now: what a child said before is gone', async () => {
    await using api = await createTestApi();
    await api.send({ url: '/metrics' });
    api.fleet.change('miner', { phase: 'givenUp', usage: null });
    const { body } = await api.send({ url: '/metrics' });
    assert.match(body, /dropwise_reason\{child="miner",code="miner-given-up"\} 1/);
    assert.doesNotMatch(body, /code="working"|child_resident_bytes\{/);
    assert.match(body, /dropwise_child_up\{child="miner"\} 0/);
  });

  it('keep their labels few, whatever a miner calls its troubles', async () => {
    await using api = await createTestApi();
    const health = { ...buildHealth(), code: 'invented-by-a-stranger' };
    api.fleet.change('miner', {}, buildView({ health }));
    const { body } = await api.send({ url: '/metrics' });
    assert.match(body, /code="other"/);
    assert.doesNotMatch(body, /invented/);
  });

  it('are not served where they are turned off', async () => {
    await using api = await createTestApi();
    api.condition.metrics = false;
    const answer = await api.send({ url: '/metrics' });
    assert.equal(answer.statusCode, 404);
    assert.match(answer.json().error.sentence, /console\.metrics/);
  });
});
