import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunSettings } from '../config/run-settings.ts';
import { sampleAt } from '../report/testing/make-report.ts';
import { runSettings } from '../report/testing/run-settings.ts';
import { type ClusterSeat, openClusterSeat } from './cluster-seat.ts';
import { ClusterStage, partFileOf, runId } from './testing/cluster-stage.ts';
import { withoutNats } from './testing/start-nats.ts';

const options = { skip: withoutNats, timeout: 60_000 };

interface Seated {
  readonly seat: ClusterSeat;
  readonly heard: string[];
}

async function take(stage: ClusterStage, index: number, changes: Partial<RunSettings> = {}): Promise<Seated | string> {
  const heard: string[] = [];
  const seat = await openClusterSeat(
    { ...runSettings, ...changes, part: { index, count: 2 }, nats: stage.nats.address },
    {
      runId,
      clock: stage.clock,
      isGivenUp: () => false,
      hear: {
        stop: (reason) => void heard.push(`stop: ${reason}`),
        changeViewers: (viewers) => void heard.push(`viewers: ${viewers}`),
        sample: ({ viewers }) => void heard.push(`playing: ${viewers.playing}`),
        problem: (sentence) => void heard.push(sentence),
      },
    },
  );
  return seat.ok ? { seat: seat.value, heard } : seat.failure;
}

function seated(taken: Seated | string): Seated {
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

test('two machines run one run: part 0 leads it and has the whole in the end', options, async () => {
  await using stage = await ClusterStage.open();
  const zero = seated(await take(stage, 0));
  const one = seated(await take(stage, 1));
  await using first = zero.seat;
  await using second = one.seat;
  const starts = await Promise.all([first.begin(), second.begin()]);
  assert.deepEqual(starts[0], starts[1]);
  await stage.passSeconds(4);
  assert.deepEqual(second.changeViewers(5), {
    ok: false,
    failure: 'Viewers are changed where the run is led: at part 0.',
  });
  assert.equal(first.changeViewers(300).ok, true);
  first.pulse(sampleAt(1000));
  second.pulse(sampleAt(1000));
  await stage.until('both are told of', () => zero.heard.includes('playing: 400'));
  first.stopAll('enough');
  await stage.until('both stop', () => [zero, one].every(({ heard }) => heard.includes('stop: enough')));
  assert.deepEqual(one.heard, ['viewers: 300', 'stop: enough']);
  const led = first.finish(partFileOf(0, 2));
  assert.deepEqual(await second.finish(partFileOf(1, 2)), { kind: 'delivered' });
  const end = await led;
  assert.ok(end.kind === 'led');
  assert.deepEqual([end.parts.length, end.losses], [2, []]);
});

test('a machine with another load is not let in, and leaves no connection behind', options, async () => {
  await using stage = await ClusterStage.open();
  await using _first = seated(await take(stage, 0)).seat;
  assert.match(String(await take(stage, 1, { viewers: 7 })), /Part 1 has other settings than the rest of the run/);
  await using _second = seated(await take(stage, 1, { shards: 9 })).seat;
});

test('without its leader a machine keeps what it measured', options, async () => {
  await using stage = await ClusterStage.open();
  const zero = seated(await take(stage, 0));
  const one = seated(await take(stage, 1));
  await using second = one.seat;
  await Promise.all([zero.seat.begin(), second.begin()]);
  await zero.seat[Symbol.asyncDispose]();
  await stage.until('it stops', () => one.heard.length > 0, 15);
  const end = await second.finish(partFileOf(1, 2));
  assert.equal(end.kind, 'undelivered');
});
