import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from '../testing/setup.ts';
import type { WorldEvent } from './world-event.ts';

const hourMs = 3_600_000;

function withWindow(fromHours: number, toHours: number) {
  return setUp((scenario) => ({
    ...scenario,
    channels: scenario.channels.map((channel) =>
      channel.login === 'sample_harbor'
        ? {
            ...channel,
            schedule: {
              kind: 'windows',
              windows: [{ from: scenario.startAt + fromHours * hourMs, to: scenario.startAt + toHours * hourMs }],
            },
          }
        : channel,
    ),
  }));
}

test('a followed channel tells when its stream goes up and down', async () => {
  const { sim, clock, client } = withWindow(1, 2);
  const socket = client.listen(['video-playback-by-id.70001']);
  await clock.advance(3 * hourMs);
  const types = socket.messages('video-playback-by-id').map(({ type }) => type);
  assert.equal(types[0], 'stream-up');
  assert.equal(types.at(-1), 'stream-down');
  assert.equal(types.filter((type) => type === 'viewcount').length, types.length - 2);
  assert.ok(types.length > 100);
  assert.equal(sim.world.channels.streamOf('70001'), null);
});

test('no timer runs for channels that nobody follows', async () => {
  const { clock, client } = withWindow(1, 2);
  const before = clock.pendingCount;
  const socket = client.listen(['video-playback-by-id.70001', 'video-playback-by-id.70002']);
  await clock.advance(1);
  assert.ok(clock.pendingCount > before);
  socket.connection.close();
  await clock.advance(1);
  assert.equal(clock.pendingCount, before);
});

test('every stream has a broadcast id of its own', async () => {
  const { sim, clock } = setUp();
  const first = sim.world.channels.streamOf('70001')?.broadcastId;
  assert.match(first ?? '', /^\d+$/);
  sim.world.channels.change('70001', { live: false });
  await clock.advance(60_000);
  sim.world.channels.change('70001', { live: true });
  assert.notEqual(sim.world.channels.streamOf('70001')?.broadcastId, first);
});

test('a change by hand tells stream-down, stream-up and the new game', () => {
  const { sim } = setUp();
  const told: WorldEvent['kind'][] = [];
  sim.onEvent((event) => told.push(event.kind));
  sim.world.channels.change('70001', { live: false });
  sim.world.channels.change('70001', { live: false });
  sim.world.channels.change('70001', { live: true, game: 'Night Ferry', viewers: 5 });
  assert.deepEqual(told, ['streamWentDown', 'streamWentUp', 'broadcastSettingsChanged']);
  assert.equal(sim.world.channels.streamOf('70001')?.game?.name, 'Night Ferry');
  sim.world.channels.change('70001', { game: null });
  assert.equal(sim.world.channels.streamOf('70001')?.game, null);
});

test('an unknown channel or game is refused by name', () => {
  const { sim } = setUp();
  assert.throws(() => sim.world.channels.change('1', { live: true }), /found id 1/);
  assert.throws(() => sim.world.channels.change('70001', { game: 'Chess' }), /found "Chess"/);
});

test('live channels of a game come by viewers', () => {
  const { sim } = setUp();
  const live = sim.world.channels.liveIn('900002').map(({ stream }) => stream.viewers);
  assert.deepEqual(
    live,
    live.toSorted((a, b) => b - a),
  );
  assert.equal(live.length, 2);
});
