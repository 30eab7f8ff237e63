import assert from 'node:assert/strict';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inOtherWords } from '@dropwise/core';
import { fail, succeed } from '@dropwise/kit';
import { sayOfPrepare } from '../adapters/prepare-sayings.ts';
import { define, openTestFleet, scripted } from './testing/test-fleet.ts';
import { until } from './testing/until.ts';

describe('a start', () => {
  test('of what is not there fails with the reason', async () => {
    await using world = await openTestFleet([define(['/nowhere/to/be/found'])]);
    const started = await world.fleet.start('child');
    assert.match(started.ok ? '' : started.failure, /ENOENT.*the program or its working folder is not there/);
    await until(() => world.phase() === 'givenUp', 'a child that is given up');
    assert.equal(world.fleet.find('child')?.restarts, 0);
  });

  test('whose arguments the system does not take fails with the reason', async () => {
    await using world = await openTestFleet([define([process.execPath, 'a\0b'])]);
    const started = await world.fleet.start('child');
    assert.match(started.ok ? '' : started.failure, /could not be started/);
  });

  test('that cannot be prepared fails in the adapter’s words, also when it throws', async () => {
    let attempt = 0;
    const prepare = async () => {
      attempt += 1;
      if (attempt > 1) throw new Error('the disk is gone');
      return fail(sayOfPrepare('prepare-tdm-no-display'));
    };
    await using world = await openTestFleet([define([])], { adapter: { prepare } });
    const { sentence } = sayOfPrepare('prepare-tdm-no-display');
    assert.deepEqual(await world.fleet.start('child'), fail(sentence));
    assert.equal(world.fleet.find('child')?.said?.[0]?.code, 'prepare-tdm-no-display');
    await until(() => world.fleet.find('child')?.lastExit?.sentence.includes('disk') === true, 'the next attempt');
  });

  test('that is stopped while it is prepared starts nothing', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const prepare = async () => {
      await promise;
      return succeed({ command: process.execPath, args: [], workingFolder: null, env: {}, ipc: false });
    };
    await using world = await openTestFleet([define([])], { adapter: { prepare } });
    const starting = world.fleet.start('child');
    await until(() => world.phase() === 'starting', 'a start');
    assert.deepEqual(await world.fleet.stop('child'), succeed(undefined));
    assert.equal((await starting).ok, false);
    resolve();
    await world.fleet[Symbol.asyncDispose]();
    assert.deepEqual(world.sink.of('childStarted'), []);
  });

  test('of a child that nobody knows names those that are known', async () => {
    await using world = await openTestFleet([define([])]);
    assert.deepEqual(await world.fleet.start('other'), fail('There is no child "other". Known: child.'));
    assert.equal(world.fleet.find('other'), null);
    assert.equal(world.fleet.view('other'), null);
    const asked = await world.fleet.ask('other', { kind: 'reload' });
    assert.equal(!asked.ok && asked.failure.kind, 'notRunning');
  });

  test('with an adapter that this console has not says so', async () => {
    await using world = await openTestFleet([define([], { adapter: 'tdm' })]);
    const started = await world.fleet.start('child');
    assert.match(started.ok ? '' : started.failure, /no adapter "tdm"/);
  });

  test('gives the child its folder and an environment without the console’s secrets', async () => {
    await using world = await openTestFleet([], {});
    const folder = join(world.runFolder, 'elsewhere');
    await mkdir(folder, { recursive: true });
    const env = {
      PATH: process.env.PATH,
      DROPWISE_PASSWORD: 'hunter2',
      DROPWISE_PROXY: 'p',
      TAKEN_OUT: '1',
      KEPT: '1',
    };
    await using other = await openTestFleet(
      [define(scripted('environment'), { workingFolder: folder, env: { OWN: 'value' } })],
      { env, adapter: { ipc: true, env: { TAKEN_OUT: undefined } } },
    );
    await other.fleet.start('child');
    await until(() => other.sink.heard.length > 0, 'a line');
    const said = JSON.parse(other.sink.heard[0]?.text ?? '{}');
    assert.equal(said.cwd, await realpath(folder));
    const { OWN, KEPT, TAKEN_OUT, DROPWISE_PASSWORD, DROPWISE_PROXY, DROPWISE_STOP_WITH_PARENT } = said.env;
    assert.deepEqual(
      { OWN, KEPT, TAKEN_OUT, DROPWISE_PASSWORD, DROPWISE_PROXY, DROPWISE_STOP_WITH_PARENT },
      {
        OWN: 'value',
        KEPT: '1',
        TAKEN_OUT: undefined,
        DROPWISE_PASSWORD: undefined,
        DROPWISE_PROXY: undefined,
        DROPWISE_STOP_WITH_PARENT: '1',
      },
    );
  });
});

describe('a miner that runs elsewhere', () => {
  const elsewhere = { prepare: async () => succeed(null) };

  test('has the same life without a process', async () => {
    await using world = await openTestFleet([define([])], {
      adapter: { ...elsewhere, onAttach: ({ sink }) => sink.ready({ version: null }) },
    });
    assert.deepEqual(await world.fleet.start('child'), succeed(undefined));
    assert.equal(world.phase(), 'ready');
    const [fake] = world.adapter.lives;
    fake?.sink.alive();
    assert.equal(world.phase(), 'running');
    fake?.sink.degraded(inOtherWords('It answers slowly.'));
    assert.equal(world.fleet.find('child')?.sentence, 'It answers slowly.');
    fake?.sink.degraded(null);
    assert.equal(world.phase(), 'running');
    fake?.sink.lost(inOtherWords('It does not answer any more.'));
    assert.equal(fake?.life.ended.aborted, false, 'told after the adapter’s own call has returned');
    await until(() => world.adapter.lives.length === 2, 'another attempt');
    assert.equal(fake?.isDisposed, true);
    assert.equal(world.sink.of('childEnded')[0]?.sentence, 'It does not answer any more.');
    assert.equal(world.fleet.find('child')?.pid, null);
  });

  test('may be lost before its adapter has begun', async () => {
    await using world = await openTestFleet([define([])], {
      adapter: { ...elsewhere, onAttach: ({ sink }) => sink.lost(inOtherWords('Nobody is there.')) },
    });
    await world.fleet.start('child');
    await until(() => world.adapter.lives.length > 12, 'it is tried for ever');
    await world.fleet.stop('child');
    assert.ok(world.adapter.lives.every(({ isDisposed }) => isDisposed));
  });

  test('is let go by a stop, not ended', async () => {
    await using world = await openTestFleet([define([])], { adapter: elsewhere });
    await world.fleet.start('child');
    await world.fleet.stop('child');
    assert.deepEqual(world.adapter.lives[0]?.asked, []);
    assert.equal(world.adapter.lives[0]?.life.ended.aborted, true);
  });
});
