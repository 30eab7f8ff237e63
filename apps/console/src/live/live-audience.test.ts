import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AudienceLive } from '@dropwise/contract';
import { buildView } from '../api/testing/build-views.ts';
import { buildSample } from '../audience/testing/build-report.ts';
import { Listener } from './testing/listener.ts';
import { startLiveWorld } from './testing/live-world.ts';
import { startStallableRelay } from './testing/stallable-relay.ts';

function news(atMs: number, egressCount = 0): AudienceLive {
  const way = {
    state: 'closed',
    viewers: 1,
    readBytes: 1,
    writtenBytes: 1,
    bitsPerSecond: 1,
    failures: 0,
    stalls: 0,
  } as const;
  const egress = Array.from({ length: egressCount }, (_, at) => ({
    ...way,
    name: `p${at}`,
    ttfbDueP95Ms: null,
    segments: 1,
  }));
  return { current: null, sample: buildSample(atMs, { egress }), ended: null };
}

test('news of an audience come beside the sequence, which has no gap for whoever was away', async () => {
  await using world = await startLiveWorld({}, ({ fleet }) => fleet.views.set('miner', buildView()));
  using first = new Listener({ port: world.port });
  await first.greeted();
  const { seq } = world.live.state;
  world.live.onAudience(news(1_000));
  await first.until(({ audience }) => audience.length === 1, 'the news');
  assert.deepEqual(first.audience[0], news(1_000));
  assert.equal(world.live.state.seq, seq);
  assert.ok(first.state !== null);
  using second = new Listener({
    port: world.port,
    state: first.state,
    resume: { epoch: first.state.epoch, seq: first.state.seq },
  });
  await second.greeted();
  assert.deepEqual(second.happened, ['resumed']);
  assert.equal(second.audience.length, 0, 'what was missed is asked for, not sent again');
});

test('whoever does not take the news of an audience is dropped, and the others get all', async () => {
  await using world = await startLiveWorld({ maxBacklog: 500_000 });
  await using relay = await startStallableRelay(world.port);
  using slow = new Listener({ port: relay.port, name: 'sloth' });
  using quick = new Listener({ port: world.port });
  await Promise.all([slow.greeted(), quick.greeted()]);
  relay.stall();
  for (let second = 1; second <= 200; second++) {
    world.live.onAudience(news(second * 1_000, 1_000));
    await quick.until(({ audience }) => audience.length === second, `second ${second}`);
  }
  assert.match(world.logged.join(), /sloth.*did not keep up/);
  assert.equal(world.live.clientCount, 1);
});
