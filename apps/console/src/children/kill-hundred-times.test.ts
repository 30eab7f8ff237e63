import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, randomInt } from '@dropwise/kit';
import { isGroupAlive } from './process-group.ts';
import { define, isGone, openTestFleet } from './testing/test-fleet.ts';
import { until } from './testing/until.ts';

/** A shell that always has a child of its own. */
const shell = ['/bin/sh', '-c', 'echo up; while :; do sleep 1000; done'];
const signals = ['SIGKILL', 'SIGTERM', 'SIGHUP'] as const;

test('a child that is killed a hundred times is started as often, counted right, and leaves nothing behind', async () => {
  await using world = await openTestFleet([define(shell, { stopGraceSeconds: 1 })], { sampleEveryMs: 20 });
  const random = createRandom(7);
  await world.fleet.begin();
  const groups: number[] = [];
  for (let count = 0; count < 100; count++) {
    await until(() => world.fleet.find('child')?.restarts === count, `restart ${count}`);
    // Some before they were ready, others after: whoever never was up and dies quickly is given up in the end.
    if (random() < 0.8) await until(() => world.phase() !== 'starting', 'a child that is up');
    const pid = world.pid();
    groups.push(pid);
    process.kill(pid, signals[randomInt(random, 0, signals.length - 1)]);
    await until(() => world.sink.of('childEnded').length > count, `end ${count + 1}`);
  }
  await until(() => world.fleet.find('child')?.restarts === 100, 'the hundredth restart');
  groups.push(world.pid());
  await world.fleet.stop('child');

  assert.equal(new Set(groups).size, 101);
  for (const pid of groups) {
    assert.ok(isGone(pid), `${pid} runs on`);
    assert.ok(!isGroupAlive(pid), `something of ${pid} runs on`);
  }
  const started = world.sink.of('childStarted');
  const ended = world.sink.of('childEnded');
  assert.deepEqual(
    started.map(({ pid }) => pid),
    groups,
  );
  assert.equal(ended.length, 101);
  assert.equal(ended.filter(({ wanted }) => wanted).length, 1);
  assert.equal(world.fleet.find('child')?.restarts, 100);
});
