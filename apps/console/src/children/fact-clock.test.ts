import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FleetSink } from './fleet-sink.ts';
import { define, openTestFleet, scripted } from './testing/test-fleet.ts';

test('the life of a child is dated by the clock that its own facts are dated by', async () => {
  const dates = new Set<number>();
  const sink: FleetSink = {
    facts: (_childId, facts) => {
      for (const { at } of facts) dates.add(at);
    },
    lines: () => {},
    samples: () => {},
  };
  await using world = await openTestFleet([define(scripted('idle'))], { sink, factClock: { now: () => 7 } });
  await world.fleet.begin();
  await world.fleet.stop('child');
  assert.deepEqual([...dates], [7]);
});
