import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { define, isGone, openTestFleet, scripted } from './testing/test-fleet.ts';

const idle = scripted('idle');

describe('the list of children', () => {
  test('is started as far as it is enabled', async () => {
    await using world = await openTestFleet([define(idle), define(idle, { id: 'other', enabled: false })]);
    await world.fleet.begin();
    assert.notEqual(world.fleet.find('child')?.pid, null);
    assert.equal(world.fleet.find('other')?.phase, 'stopped');
    assert.equal(world.fleet.primaryId, 'child');
  });

  test('is not started where somebody stopped it before it began', async () => {
    await using world = await openTestFleet([define(idle), define(idle, { id: 'other' })]);
    await world.fleet.stop('child');
    await world.fleet.stop('other');
    await world.fleet.start('other');
    await world.fleet.begin();
    assert.equal(world.fleet.find('child')?.phase, 'stopped');
    assert.notEqual(world.fleet.find('other')?.pid, null);
  });

  test('may change: what is new is started, what is gone is stopped, what changed is restarted', async () => {
    await using world = await openTestFleet([
      define(idle),
      define(idle, { id: 'leaving' }),
      define(idle, { id: 'changing' }),
    ]);
    await world.fleet.begin();
    const pidOf = (id: string) => world.fleet.find(id)?.pid ?? 0;
    const before = { child: pidOf('child'), leaving: pidOf('leaving'), changing: pidOf('changing') };
    await world.fleet.define([
      define(idle, { id: 'new' }),
      define(idle, { name: 'Another name' }),
      define(idle, { id: 'changing', env: { A: '1' } }),
    ]);
    assert.equal(pidOf('child'), before.child, 'a name is only a name');
    assert.equal(world.fleet.find('child')?.name, 'Another name');
    assert.ok(isGone(before.leaving));
    assert.equal(world.fleet.find('leaving'), null);
    assert.ok(isGone(before.changing));
    assert.notEqual(pidOf('changing'), 0);
    assert.notEqual(pidOf('new'), 0);
    assert.deepEqual(
      world.fleet.list().map(({ id }) => id),
      ['new', 'child', 'changing'],
    );
    assert.equal(world.fleet.primaryId, 'new');
  });

  test('starts what is enabled and stops what no longer is', async () => {
    await using world = await openTestFleet([define(idle), define(idle, { id: 'other', enabled: false })]);
    await world.fleet.begin();
    await world.fleet.define([define(idle, { enabled: false }), define(idle, { id: 'other' })]);
    assert.equal(world.fleet.find('child')?.phase, 'stopped');
    assert.notEqual(world.fleet.find('other')?.pid, null);
  });

  test('leaves alone what a person stopped, whatever else of it changes', async () => {
    await using world = await openTestFleet([define(idle)]);
    await world.fleet.begin();
    await world.fleet.stop('child');
    await world.fleet.define([define(idle, { env: { A: '1' } })]);
    assert.equal(world.fleet.find('child')?.phase, 'stopped');
  });

  test('takes another adapter for another child', async () => {
    await using world = await openTestFleet([define(idle)]);
    await world.fleet.begin();
    const pid = world.pid();
    await world.fleet.define([define(idle, { adapter: 'tdm' })]);
    assert.ok(isGone(pid));
    assert.equal(world.fleet.find('child')?.adapter, 'tdm');
  });

  test('is applied one after the other', async () => {
    await using world = await openTestFleet([define(idle)]);
    await world.fleet.begin();
    const lists = [
      [define(idle, { env: { A: '1' } })],
      [define(idle, { id: 'other' })],
      [define(idle, { env: { A: '2' } })],
    ];
    await Promise.all(lists.map((list) => world.fleet.define(list)));
    assert.deepEqual(world.fleet.definitions, lists[2]);
    assert.equal(world.fleet.list().length, 1);
    assert.equal(world.sink.of('childStarted').length - world.sink.of('childEnded').length, 1);
  });

  test('refuses two children of one id, and one that is called like the console', async () => {
    await using world = await openTestFleet([]);
    await assert.rejects(world.fleet.define([define(idle), define(idle)]), /"child" is there twice/);
    await assert.rejects(world.fleet.define([define(idle, { id: 'console' })]), /"console" is the console itself/);
    assert.equal(world.fleet.primaryId, 'miner');
  });
});

test('nothing starts once the console ends', async () => {
  await using world = await openTestFleet([define(idle)]);
  await world.fleet.begin();
  const pid = world.pid();
  const disposing = world.fleet[Symbol.asyncDispose]();
  const started = await world.fleet.start('child');
  assert.match(started.ok ? '' : started.failure, /The console is ending/);
  await disposing;
  assert.ok(isGone(pid));
  await world.fleet.define([define(idle, { id: 'late' })]);
  assert.equal(world.fleet.find('late'), null);
});
