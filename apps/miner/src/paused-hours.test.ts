import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthOf } from '@dropwise/core';
import { hour, minute, startVirtualMiner } from './testing/virtual-miner.ts';

test('in paused hours nothing is watched, the list is still looked at, and the evening is earned around them', async () => {
  const beats: number[] = [];
  const lists: number[] = [];
  await using virtual = await startVirtualMiner({
    scenario: 'evening',
    // The evening begins at 18:00 UTC.
    settings: { mining: { pausedHours: ['18:20-19:10'], timeZone: 'UTC' } },
    onInput: (input, now) => {
      if (input.kind === 'watchAnswered') beats.push(now);
      if (input.kind === 'inventoryArrived') lists.push(now);
    },
  });
  const { startAt } = virtual.sim.scenario;
  const from = startAt + 20 * minute;
  const to = startAt + 70 * minute;
  // An answer to the last event before the pause may be under way when it begins.
  const inPause = (at: number): boolean => at > from + 1_000 && at < to;
  await virtual.clock.advance(40 * minute);
  assert.equal(healthOf(virtual.miner.state, virtual.clock.now()).code, 'idle-paused');
  await virtual.clock.advance(5 * hour);
  assert.deepEqual(beats.filter(inPause), []);
  assert.ok(beats.some((at) => at <= from) && beats.some((at) => at >= to && at < to + 2 * minute));
  assert.ok(lists.some(inPause), 'nobody looked for campaigns');
  assert.equal(new Set(virtual.factsOf('dropClaimed').map(({ dropId }) => dropId)).size, 11);
});
