import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startStorm } from './testing/storm.ts';
import { hour, minute, startVirtualMiner, type VirtualMiner } from './testing/virtual-miner.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Requests an hour beside the watch events: on the average, and in the worst hour of a storm. */
const budget = { meanPerHour: 120, worstHour: 300 };

function besideWatching(virtual: VirtualMiner): number {
  const { requests } = virtual.miner.twitch.counts();
  return (requests.gql ?? 0) + (requests.landing ?? 0) + (requests.validate ?? 0) + (requests.catalogue ?? 0);
}

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

test('thirty days of real weeks in a storm of faults: every earned drop is claimed, the budget holds, memory stays flat', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'real-weeks', keepFacts: false });
  using storm = startStorm(virtual.sim, 1);
  const drops = virtual.sim.world.campaigns.all.flatMap((campaign) => campaign.drops);
  const perHour: number[] = [];
  let counted = 0;
  let megabytesOnDayTwo = 0;
  for (let hours = 1; hours <= 30 * 24; hours++) {
    await virtual.clock.advance(hour);
    perHour.push(besideWatching(virtual) - counted);
    counted += perHour.at(-1) ?? 0;
    if (hours === 2 * 24) megabytesOnDayTwo = heapMegabytes();
  }
  const megabytesOnDayThirty = heapMegabytes();

  const now = virtual.clock.now();
  const unclaimed = drops.filter(
    (drop) => drop.claimedAt === null && drop.readyAt !== null && now - drop.readyAt > hour,
  );
  assert.deepEqual(
    unclaimed.map((drop) => drop.definition.name),
    [],
    'earned and never claimed',
  );
  const claimed = drops.filter((drop) => drop.claimedAt !== null).length;
  assert.ok(claimed > 200, `only ${claimed} drops were claimed`);
  assert.equal(virtual.miner.state.totals.claimed, claimed, 'what was told as claimed is what Twitch gave');

  assert.ok(storm.faultCount > 500, `only ${storm.faultCount} faults struck`);
  const mean = perHour.reduce((sum, count) => sum + count, 0) / perHour.length;
  assert.ok(mean <= budget.meanPerHour, `${mean.toFixed(1)} requests an hour`);
  assert.ok(Math.max(...perHour) <= budget.worstHour, `${Math.max(...perHour)} requests in the worst hour`);

  const growth = megabytesOnDayThirty - megabytesOnDayTwo;
  assert.ok(growth < 8, `the heap grew by ${growth.toFixed(1)} MB from day 2 to day 30`);
  assert.ok(virtual.clock.pendingCount < 5_000, `${virtual.clock.pendingCount} timers are pending`);
});

test('a storm on the evening leaves the same drops claimed as a calm evening', async () => {
  for (const seed of [1, 2, 3]) {
    await using virtual = await startVirtualMiner({ scenario: 'evening', seed });
    const storm = startStorm(virtual.sim, seed);
    await virtual.clock.advance(3 * hour);
    storm[Symbol.dispose]();
    virtual.sim.faults.clear();
    await virtual.clock.advance(2 * hour + 30 * minute);
    assert.equal(
      new Set(virtual.factsOf('dropClaimed').map(({ dropId }) => dropId)).size,
      virtual.factsOf('dropClaimed').length,
    );
    assert.ok(
      virtual.factsOf('dropClaimed').length >= 10,
      `seed ${seed}: ${virtual.factsOf('dropClaimed').length} drops`,
    );
  }
});
