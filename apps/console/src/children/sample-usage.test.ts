import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import { hasProc } from './proc-stat.ts';
import { sampleUsage } from './sample-usage.ts';
import { define, openTestFleet, scripted } from './testing/test-fleet.ts';
import { until } from './testing/until.ts';

const clock = createSystemClock();
const megabyte = 1_048_576;

describe('a sample', () => {
  test('has the memory of the console, and nothing of what is gone', async () => {
    const gone = 2 ** 22 + 1;
    const samples = await sampleUsage(
      new Map([
        ['console', process.pid],
        ['gone', gone],
      ]),
      clock,
    );
    assert.deepEqual([...samples.keys()], ['console']);
    const rssBytes = samples.get('console')?.rssBytes ?? 0;
    assert.ok(rssBytes > 20 * megabyte && rssBytes < 4_000 * megabyte);
    assert.deepEqual([...(await sampleUsage(new Map([['gone', gone]]), clock))], []);
    assert.deepEqual([...(await sampleUsage(new Map(), clock))], []);
  });

  test('counts what a child started along with it', { skip: !hasProc }, async () => {
    await using world = await openTestFleet([define(scripted('fork'), { stopGraceSeconds: 1 })]);
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    const grandchild = Number(/grandchild (\d+)/.exec(world.adapter.lives[0]?.lines[0] ?? '')?.[1]);
    const samples = await sampleUsage(
      new Map([
        ['both', world.pid()],
        ['one', grandchild],
      ]),
      clock,
    );
    const [both = 0, one = 0] = [samples.get('both')?.rssBytes, samples.get('one')?.rssBytes];
    assert.ok(one > megabyte);
    assert.ok(both > one + 10 * megabyte, 'the two of them take more than one');
  });
});

describe('the fleet', () => {
  test('samples itself and every child, and shows it', async () => {
    await using world = await openTestFleet([define(scripted('eat', '64'))], { sampleEveryMs: 20 });
    await world.fleet.begin();
    await until(() => (world.fleet.find('child')?.usage?.rssBytes ?? 0) > 64 * megabyte, 'a child that has eaten');
    const of = (id: string) => world.sink.sampled.filter(({ childId }) => childId === id);
    await until(() => of('child').length > 3 && of('console').length > 3, 'samples of both');
    for (const { cpuPercent, at } of world.sink.sampled) assert.ok(cpuPercent >= 0 && at > 0);
    await world.fleet.stop('child');
    assert.equal(world.fleet.find('child')?.usage, null);
  });
});
