import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AudienceSample } from '@dropwise/contract/audience';
import { fail, type Result, succeed, VirtualClock } from '@dropwise/kit';
import { completeSettings } from '../config/complete-settings.ts';
import type { RunSettings } from '../config/run-settings.ts';
import type { ConsentNews, ConsentOffice } from '../consent/consent-office.ts';
import { type RunningAudience, type RunResult, runAudience } from './run-audience.ts';
import { pulseOf } from './testing/pulse-of.ts';
import { createScriptedShards, type ScriptedShards, snapshotOf } from './testing/scripted-shards.ts';

const startMs = 1_800_000_000_000;

const stayToTheEnd = { kind: 'to-the-end' as const };

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface World {
  readonly run: RunningAudience;
  readonly shards: ScriptedShards;
  readonly clock: VirtualClock;
  readonly samples: AudienceSample[];
  readonly problems: string[];
  readonly office: { maxMbps: number | null; judge: Result<void, string>; news: (news: ConsentNews) => void };
  readonly startedAt: number[];
}

function settingsOf(changes: Partial<RunSettings> = {}): RunSettings {
  const settings = completeSettings({ url: 'http://127.0.0.1/live.m3u8', viewers: 10 }, []);
  assert.ok(settings.ok);
  return { ...settings.value, ...changes };
}

function openWorld(shardCount: number, settings = settingsOf()): World {
  const clock = new VirtualClock(startMs, settle);
  const shards = createScriptedShards([
    { leastMs: -900, mostMs: 300 },
    { leastMs: -200, mostMs: 800 },
  ]);
  const samples: AudienceSample[] = [];
  const problems: string[] = [];
  const startedAt: number[] = [];
  const office: World['office'] = { maxMbps: null, judge: succeed(undefined), news: () => {} };
  const run = runAudience(settings, shardCount, 2_000_000, {
    runId: 'run-1',
    version: '1.0.0',
    office: {
      subscribe: (hear) => {
        const before = office.news;
        office.news = (news) => {
          before(news);
          hear(news);
        };
        return { [Symbol.dispose]() {} };
      },
      checkLoad: () => office.judge,
      changeViewers() {},
      get maxMbps() {
        return office.maxMbps;
      },
    } as Partial<ConsentOffice> as ConsentOffice,
    clock,
    wallNow: () => clock.now(),
    startShard: shards.start,
    machineUsage: () => ({
      cpuPercent: 1,
      rssBytes: 10,
      machineCpuPercent: null,
      freeMemoryBytes: null,
      retransmits: 7,
    }),
    onStart: (atMs) => startedAt.push(atMs),
    onSample: (sample) => samples.push(sample),
    onProblem: (sentence) => problems.push(sentence),
  });
  return { run, shards, clock, samples, problems, office, startedAt };
}

async function begin(shardCount: number, settings?: RunSettings): Promise<World> {
  const world = openWorld(shardCount, settings);
  for (const shard of world.shards.all) shard.say({ kind: 'ready' });
  await settle();
  return world;
}

async function resultOf({ run }: World): Promise<RunResult> {
  const finished = await run.finished;
  assert.ok(finished.ok, finished.ok ? '' : finished.failure);
  return finished.value;
}

function stopsHeard({ shards }: World): number[][] {
  return shards.all.map(({ heard }) => heard.flatMap((message) => (message.kind === 'stop' ? [message.withinMs] : [])));
}

describe('a run', () => {
  test('starts when the last shard is ready, for all at one instant, which is still to come', async () => {
    const world = openWorld(2);
    world.shards.all[1]?.say({ kind: 'ready' });
    assert.deepEqual(world.startedAt, []);
    world.shards.all[0]?.say({ kind: 'ready' });
    const starts = world.shards.all.map(({ heard }) => heard.filter(({ kind }) => kind === 'start'));
    assert.deepEqual(starts, [
      [{ kind: 'start', startAtMs: startMs + 500 }],
      [{ kind: 'start', startAtMs: startMs + 500 }],
    ]);
    assert.deepEqual(world.startedAt, [startMs + 500]);
  });

  test('gives every process a part of its own, machines first', () => {
    const world = openWorld(2, settingsOf({ part: { index: 1, count: 3 } }));
    const parts = world.shards.all.map(({ heard }) =>
      heard.flatMap((each) => (each.kind === 'begin' ? [each.shard] : [])),
    );
    assert.deepEqual(parts, [[{ index: 1, count: 6 }], [{ index: 4, count: 6 }]]);
  });

  test('is the sum of its shards', async () => {
    const world = await begin(2);
    world.shards.all[0]?.end(30);
    world.shards.all[1]?.end(12);
    const { snapshot, endedEarly, clockOffset, generator } = await resultOf(world);
    assert.equal(generator.retransmits, 7);
    assert.deepEqual([snapshot.series[0]?.counts.segments, endedEarly], [42, null]);
    assert.deepEqual(clockOffset, { leastMs: -200, mostMs: 300 }, 'together they know it better than each');
  });

  test('ends before it begins when a shard cannot, and says what the shard said', async () => {
    const world = openWorld(2);
    world.shards.all[0]?.say({ kind: 'ready' });
    world.shards.all[1]?.crash('Shard 2 ended with code 1.');
    assert.deepEqual(await world.run.finished, fail('Shard 2 ended with code 1.'));
    assert.equal(world.shards.all[0]?.wasKilled, true);
  });

  test('does not wait for ever for a shard that is not ready', async () => {
    const world = openWorld(1);
    await world.clock.advance(30_000);
    const finished = await world.run.finished;
    assert.match(finished.ok ? '' : finished.failure, /not ready within 30 seconds/);
  });

  test('goes on without a shard that was lost, and is called partial for it', async () => {
    const world = await begin(2);
    world.shards.all[1]?.crash('Shard 2 was killed by SIGKILL.');
    await settle();
    world.shards.all[0]?.say({ kind: 'pulse', pulse: pulseOf(1_000, { segments: 7 }) });
    assert.equal(world.samples.at(-1)?.segments, 7);
    world.shards.all[0]?.end(8);
    const result = await resultOf(world);
    assert.equal(result.endedEarly, 'a shard was lost');
    assert.deepEqual(result.notes, [
      'Shard 2 was killed by SIGKILL. Nothing of what its viewers measured is in the figures.',
    ]);
    assert.equal(result.snapshot.series[0]?.counts.segments, 8);
  });

  test('keeps what a lost shard had accounted for, and says until when', async () => {
    const world = await begin(2);
    world.shards.all[1]?.say({ kind: 'measured', snapshot: snapshotOf(30, 70_000) });
    world.shards.all[1]?.say({ kind: 'measured', snapshot: snapshotOf(34, 80_300) });
    world.shards.all[1]?.crash('Shard 2 was killed by SIGKILL.');
    world.shards.all[0]?.end(8);
    const result = await resultOf(world);
    assert.equal(result.snapshot.series[0]?.counts.segments, 42);
    assert.match(
      result.notes[0] ?? '',
      /The figures hold what its viewers had measured by 01:20, and nothing after it/,
    );
  });

  test('a last word takes the place of what was accounted for before', async () => {
    const world = await begin(1);
    world.shards.all[0]?.say({ kind: 'measured', snapshot: snapshotOf(30, 10_000) });
    world.shards.all[0]?.end(31);
    assert.equal((await resultOf(world)).snapshot.series[0]?.counts.segments, 31);
  });

  test('says in its notes that the number of viewers was changed, however often it was', async () => {
    const world = await begin(1);
    await world.clock.advance(61_500);
    for (let viewers = 11; viewers <= 50; viewers++) world.run.changeViewers(viewers);
    world.shards.all[0]?.end(1);
    const [note = ''] = (await resultOf(world)).notes;
    assert.match(note, /changed while the run was on: 10 at first, 11 from 01:01, 12 from 01:01, .*, and more after/);
    assert.ok(note.length < 600, `${note.length}`);
  });

  test('ends within seconds when consent is withdrawn, and says so', async () => {
    const world = await begin(2);
    world.office.news({ kind: 'withdrawn', sentence: 'The file is gone.' });
    assert.deepEqual(stopsHeard(world), [[4_000], [4_000]]);
    for (const shard of world.shards.all) shard.end(1);
    assert.equal((await resultOf(world)).endedEarly, 'The file is gone.');
  });

  test('kills a shard that does not end when it is told to, and keeps what the others measured', async () => {
    const world = await begin(2);
    world.run.stop('It was stopped by hand.');
    world.shards.all[0]?.end(5);
    await world.clock.advance(8_000);
    const result = await resultOf(world);
    assert.equal(world.shards.all[1]?.wasKilled, true);
    assert.deepEqual([result.endedEarly, result.snapshot.series[0]?.counts.segments], ['It was stopped by hand.', 5]);
  });

  test('a second stop is at once', async () => {
    const world = await begin(1);
    world.run.stop('first');
    world.run.stop('second');
    assert.deepEqual(stopsHeard(world), [[4_000, 0]]);
    world.shards.all[0]?.end(1);
    assert.equal((await resultOf(world)).endedEarly, 'first');
  });

  test('told to stop when it is over, it leaves no timer behind that would hold the process', async () => {
    const world = await begin(1);
    world.shards.all[0]?.end(1);
    assert.equal((await resultOf(world)).endedEarly, null);
    world.run.stop('Whoever started it is gone.');
    assert.equal(world.clock.pendingCount, 0);
    assert.deepEqual(stopsHeard(world), [[]]);
  });

  test('is stopped when it takes more than was allowed, over five seconds', async () => {
    const world = await begin(1);
    world.office.maxMbps = 8;
    for (const second of [1, 2, 3, 4, 5, 6]) {
      world.shards.all[0]?.say({
        kind: 'pulse',
        pulse: pulseOf(second * 1_000, { wire_read_bytes: second * 1_100_000 }),
      });
    }
    assert.deepEqual(stopsHeard(world), [[4_000]]);
    world.shards.all[0]?.end(1);
    assert.match((await resultOf(world)).endedEarly ?? '', /8\.8 Mbit\/s .* 8 Mbit\/s are allowed/);
  });

  test('adds nobody to a tool that does not keep up, and says so', async () => {
    const ramp = { shape: 'ramp' as const, stages: [{ viewers: 10, overMs: 20_000 }], stay: stayToTheEnd };
    const world = await begin(2, settingsOf({ load: ramp }));
    for (let second = 1; second <= 7; second++) {
      await world.clock.advance(1_000);
      for (const shard of world.shards.all) {
        const pulse = pulseOf(second * 1_000);
        shard.say({ kind: 'pulse', pulse: { ...pulse, usage: { ...pulse.usage, loopUtilization: 0.9 } } });
      }
    }
    const heard = world.shards.all.map((shard) => shard.heard.filter(({ kind }) => kind === 'viewers'));
    assert.deepEqual(heard[0], [{ kind: 'viewers', viewers: 3, atMs: 5_000 }]);
    assert.deepEqual(heard[1], heard[0]);
    for (const shard of world.shards.all) shard.end(1);
    assert.match((await resultOf(world)).notes[0] ?? '', /at 00:05 it was held at 3 viewers, and no more were added/);
  });

  test('lets a tool go on that was late for less than five seconds in a row, or has everybody already', async () => {
    const world = await begin(1);
    for (let second = 1; second <= 20; second++) {
      await world.clock.advance(1_000);
      const pulse = pulseOf(second * 1_000);
      const loopUtilization = second % 5 === 0 && second < 12 ? 0.1 : 0.9;
      world.shards.all[0]?.say({ kind: 'pulse', pulse: { ...pulse, usage: { ...pulse.usage, loopUtilization } } });
    }
    assert.deepEqual(
      world.shards.all[0]?.heard.filter(({ kind }) => kind === 'viewers'),
      [],
    );
  });

  test('changes the number of viewers within what is allowed, and tells every shard', async () => {
    const world = await begin(2);
    assert.deepEqual(world.run.changeViewers(20), succeed(undefined));
    world.office.judge = fail('At most 20.');
    assert.deepEqual(world.run.changeViewers(30), fail('At most 20.'));
    const heard = world.shards.all.map((shard) => shard.heard.filter(({ kind }) => kind === 'viewers'));
    assert.deepEqual(heard, [
      [{ kind: 'viewers', viewers: 20, atMs: 500 }],
      [{ kind: 'viewers', viewers: 20, atMs: 500 }],
    ]);
  });

  test('tells rates of one second, and counts since the start', async () => {
    const world = await begin(1);
    world.shards.all[0]?.say({ kind: 'pulse', pulse: pulseOf(1_000, { media_bytes: 1_000, stalls: 1 }) });
    world.shards.all[0]?.say({ kind: 'pulse', pulse: pulseOf(2_000, { media_bytes: 5_000, stalls: 3 }) });
    const told = world.samples.map(({ goodputBitsPerSecond, stalls, tool }) => [
      goodputBitsPerSecond,
      stalls,
      tool.cpuPercent,
    ]);
    assert.deepEqual(told, [
      [8_000, 1, 6],
      [32_000, 3, 6],
    ]);
  });
});
