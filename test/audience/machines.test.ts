import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AudienceReport } from '@dropwise/contract/audience';
import { startNats, withoutNats } from '../../apps/audience/src/cluster/testing/start-nats.ts';
import { startOrigin } from '../../apps/audience/src/testing/origin/start-origin.ts';
import { makeFolder } from '../e2e/processes.ts';
import { type AudienceRun, figureOf, histogramOf, startAudienceRun } from './audience-run.ts';

const viewers = 10;

/** Two processes that are told as little of each other as two machines would be. */
suite('an audience on two machines, over a real NATS server', {
  concurrency: true,
  skip: withoutNats,
  timeout: 150_000,
}, () => {
  test('they begin together, are told of as one, and part 0 reports for both', async () => {
    await using stage = await openStage();
    await using zero = stage.start('0/2', '--duration', '5s');
    await using one = stage.start('1/2', '--duration', '5s');
    const second = await zero.sample(({ viewers: there }) => there.playing === viewers);
    assert.equal(second.tool.shards, 2);
    const [whole, part] = await Promise.all([zero.report(), one.report()]);
    assert.equal(histogramOf(whole, 'startup_time').count, viewers);
    assert.equal(histogramOf(part, 'startup_time').count, viewers / 2);
    assert.equal(figureOf(whole, 'stall_count'), 0);
    assert.deepEqual([whole.endedEarly, part.endedEarly], [null, null]);
    assert.ok(startsOf(whole) <= startsOf(part) && startsOf(part) - startsOf(whole) < 100, 'one common start');
  });

  test('when the leader dies the other machine ends within seconds, and keeps its part', async () => {
    await using stage = await openStage();
    const zero = stage.start('0/2', '--duration', '50s');
    await using one = stage.start('1/2', '--duration', '50s');
    await one.sample(({ viewers: there }) => there.playing === viewers / 2);
    await zero[Symbol.asyncDispose]();
    const part = await one.report();
    // Asked to end, the leader says stop; killed, its silence does.
    assert.match(part.endedEarly ?? '', /stopped|has not been heard for 10 seconds/);
    assert.ok(part.timeline.length < 25);
  });
});

function startsOf(report: AudienceReport): number {
  return Date.parse(report.startedAt);
}

interface Stage extends AsyncDisposable {
  start(part: string, ...flags: readonly string[]): AudienceRun;
}

async function openStage(): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  const nats = await startNats();
  stack.defer(() => nats.kill());
  const origin = stack.use(await startOrigin());
  const folder = stack.use(await makeFolder());
  const shared = [origin.url, `${viewers}`, '--join-over', '500ms', '--run-id', 'two-machines', '--nats', nats.address];
  return {
    start: (part, ...flags) => startAudienceRun([...shared, '--shard', part, '--data-dir', folder.path, ...flags]),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
