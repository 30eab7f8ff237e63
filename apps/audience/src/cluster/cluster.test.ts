import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { mergeParts } from '../merge/merge-parts.ts';
import { sampleAt } from '../report/testing/make-report.ts';
import { openNatsBus } from './nats-bus.ts';
import { ClusterStage, expectStaged, partFileOf, runId, type StagedMember } from './testing/cluster-stage.ts';
import { startNats, withoutNats } from './testing/start-nats.ts';

const options = { skip: withoutNats, timeout: 60_000 };

async function onStage(work: (stage: ClusterStage) => Promise<void>): Promise<void> {
  await using stage = await ClusterStage.open();
  await work(stage);
}

test('parts begin together, when the last of them is ready', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(3));
    const members: StagedMember[] = [];
    for (const index of [2, 0, 1]) members.push(expectStaged(await stage.join(index, 3)));
    let begun = false;
    void leader.begun.then(() => {
      begun = true;
    });
    members[0]?.member.prepared();
    members[1]?.member.prepared();
    await stage.passSeconds(5);
    assert.equal(begun, false);
    members[2]?.member.prepared();
    const start = await leader.begun;
    assert.ok(start.ok && start.value > stage.clock.now());
    for (const { member } of members) assert.deepEqual(await member.started, start);
  }),
);

test('clocks that differ do not spread the start', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(1));
    const slow = new VirtualClock(stage.clock.now() - 90_000, async () => {});
    const { member } = expectStaged(await stage.join(0, 1, { clock: slow }));
    member.prepared();
    const start = await leader.begun;
    const own = await member.started;
    assert.ok(start.ok && own.ok);
    assert.equal(start.value - own.value, 90_000);
  }),
);

test('a part may come before anybody leads', options, () =>
  onStage(async (stage) => {
    const joining = stage.join(0, 1);
    await stage.passSeconds(3);
    const { leader } = expectStaged(await stage.lead(1));
    await stage.until('the part is let in', () => false, 2).catch(() => {});
    const { member } = expectStaged(await joining);
    member.prepared();
    assert.equal((await leader.begun).ok, true);
  }),
);

test('who is stopped while nobody leads waits no longer', options, () =>
  onStage(async (stage) => {
    let isStopped = false;
    const joining = stage.join(0, 1, { isGivenUp: () => isStopped });
    await stage.passSeconds(2);
    isStopped = true;
    await stage.passSeconds(2);
    assert.equal(await joining, 'It was stopped before anybody led the run.');
  }),
);

test('what parts that came late, twice, or from elsewhere are told', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(2));
    const [first, second] = [expectStaged(await stage.join(0, 2)), expectStaged(await stage.join(1, 2))];
    assert.match(String(await stage.join(1, 2)), /Part 1 of the run run-for-tests is there already/);
    assert.match(String(await stage.join(0, 3)), /has 2 parts, and this is part 0 of 3/);
    assert.match(String(await stage.join(0, 2, { fingerprint: 'other' })), /Part 0 has other settings/);
    for (const { member } of [first, second]) member.prepared();
    assert.equal((await leader.begun).ok, true);
    second.member[Symbol.dispose]();
    await stage.passSeconds(12);
    assert.match(String(await stage.join(1, 2)), /has begun without this process: a part that begins late/);
  }),
);

test('a place is free again when who had it is silent before the start', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(1));
    expectStaged(await stage.join(0, 1)).member[Symbol.dispose]();
    await stage.passSeconds(12);
    expectStaged(await stage.join(0, 1)).member.prepared();
    assert.equal((await leader.begun).ok, true);
  }),
);

test('a leader that is over begins nothing when it is stopped once more', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(1));
    leader[Symbol.dispose]();
    const pending = stage.clock.pendingCount;
    leader.stop('whoever started it is gone');
    assert.equal(stage.clock.pendingCount, pending);
  }),
);

test('a second leader is refused, and the first goes on', options, () =>
  onStage(async (stage) => {
    expectStaged(await stage.lead(1));
    assert.match(String(await stage.lead(1)), /is led already/);
    expectStaged(await stage.join(0, 1));
  }),
);

test('when a part is never ready the others do not begin, and are told which', options, () =>
  onStage(async (stage) => {
    const staged = expectStaged(await stage.lead(3));
    const one = expectStaged(await stage.join(0, 3));
    one.member.prepared();
    await stage.until('everybody has left', () => staged.problems.length > 0);
    assert.deepEqual(await staged.leader.begun, {
      ok: false,
      failure: 'parts 1, 2 were not ready within 120 seconds',
    });
    assert.deepEqual(await one.member.started, {
      ok: false,
      failure: 'Not begun: parts 1, 2 were not ready within 120 seconds.',
    });
    assert.deepEqual((await staged.leader.finished).parts, []);
    assert.deepEqual(one.stops, []);
  }),
);

test('a part that cannot run keeps the others from half a load', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(2));
    const [one, other] = [expectStaged(await stage.join(0, 2)), expectStaged(await stage.join(1, 2))];
    one.member.prepared();
    other.member.leave('the origin did not consent.');
    assert.match(JSON.stringify(await leader.begun), /Part 1 left: the origin did not consent/);
    assert.equal((await one.member.started).ok, false);
  }),
);

test('seconds of all machines are told as one', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    for (const { member } of members) member.pulse(sampleAt(1000));
    await stage.until('a sample of both', () => staged.samples.at(-1)?.viewers.playing === 400);
    assert.equal(staged.samples.at(-1)?.segments, 200);
    members[1]?.member[Symbol.dispose]();
    for (let second = 2; second < 8; second++) {
      members[0]?.member.pulse(sampleAt(second * 1000));
      await stage.passSeconds(1);
    }
    await stage.until('the last second', () => staged.samples.at(-1)?.atMs === 7000);
    assert.equal(staged.samples.at(-1)?.viewers.playing, 200, 'the silent one plays to nobody');
    assert.equal(staged.samples.at(-1)?.segments, 800, 'and what it counted stays');
  }),
);

test('changes of viewers are heard by all, in order and once', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    assert.equal(staged.leader.changeViewers(5).ok, false, 'not before the start');
    await stage.passSeconds(10);
    assert.equal(staged.leader.changeViewers(50).ok, true);
    await stage.passSeconds(3);
    staged.leader.changeViewers(20);
    await stage.until('both have heard', () => members.every(({ changes }) => changes.length === 2));
    const [first, second] = members.map(({ changes }) => changes);
    assert.deepEqual(first, second);
    assert.deepEqual(
      first?.map(([viewers]) => viewers),
      [50, 20],
    );
    await stage.passSeconds(3);
    assert.equal(members[0]?.changes.length, 2);
  }),
);

test('a stop reaches everybody once, and what was measured is brought together', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    staged.leader.stop('Ctrl-C was pressed');
    await stage.until('both have stopped', () => members.every(({ stops }) => stops.length > 0));
    await stage.passSeconds(3);
    for (const [index, { member, stops }] of members.entries()) {
      assert.deepEqual(stops, ['Ctrl-C was pressed']);
      assert.deepEqual(await member.deliver(partFileOf(index, 2)), { ok: true, value: undefined });
    }
    const { parts, losses } = await staged.leader.finished;
    assert.deepEqual(losses, []);
    const whole = mergeParts(parts, '0.1.0');
    assert.ok(whole.ok);
    assert.equal(whole.value.endedEarly, null);
    assert.equal(whole.value.egress.find(({ name }) => name === 'direct')?.viewers, 40);
  }),
);

test('when the leader is killed, parts hear nothing for ten seconds and run down', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    await stage.passSeconds(20);
    assert.deepEqual(members[0]?.stops, []);
    staged.leader[Symbol.dispose]();
    await staged.bus.close();
    await stage.passSeconds(9);
    assert.deepEqual(members[0]?.stops, []);
    await stage.passSeconds(3);
    for (const { stops } of members) {
      assert.deepEqual(stops, ['the leader of the run has not been heard for 10 seconds']);
    }
  }),
);

test('when NATS is killed, parts run down, and the leader ends with what it has', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    await stage.nats.kill();
    await stage.until('all have stopped', () => members.every(({ stops }) => stops.length > 0), 15);
    await stage.passSeconds(3);
    const { parts, losses } = await staged.leader.finished;
    assert.deepEqual(parts, []);
    assert.equal(losses.length, 2);
    assert.match(staged.problems[0] ?? '', /Part 0 has not been heard for 10 seconds: it is lost/);
  }),
);

test('a NATS server that is back within ten seconds has stopped nobody', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(1);
    const { port } = stage.nats;
    await stage.nats.kill();
    await stage.passSeconds(4);
    stage.nats = await startNats(port);
    const [one] = members;
    assert.ok(one);
    // Both connections find it by themselves; until then no virtual second passes.
    for (let tries = 0; staged.samples.length === 0 && tries < 100; tries++) {
      one.member.pulse(sampleAt(5000));
      await stage.clock.advance(50);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(staged.samples.length > 0, true);
    assert.deepEqual(one.stops, []);
  }),
);

test('a part that is lost does not keep the others from their end', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(2);
    members[1]?.member[Symbol.dispose]();
    await stage.until('it is lost', () => staged.problems.some((sentence) => /Part 1 .* lost/.test(sentence)), 20);
    await members[0]?.member.deliver(partFileOf(0, 2));
    const { parts, losses } = await staged.leader.finished;
    assert.deepEqual(losses, ['Part 1 did not deliver what it measured.']);
    const whole = mergeParts(parts, '0.1.0');
    assert.ok(whole.ok);
    assert.equal(whole.value.endedEarly, 'of 2 parts part 1 is missing');
  }),
);

test('a part that lost the start does not begin late', options, () =>
  onStage(async (stage) => {
    const { leader } = expectStaged(await stage.lead(1));
    const ahead = new VirtualClock(stage.clock.now(), async () => {});
    const { member } = expectStaged(await stage.join(0, 1, { clock: ahead }));
    await ahead.advance(9000);
    member.prepared();
    assert.equal((await leader.begun).ok, true);
    const started = await member.started;
    assert.match(started.ok ? '' : started.failure, /heard of the start 6500 ms after it, and does not begin late/);
  }),
);

test('what is no message of the cluster harms nobody', options, () =>
  onStage(async (stage) => {
    const { staged, members } = await stage.begin(1);
    const stranger = await stage.bus();
    const prefix = `dropwise.audience.${runId}`;
    const orders = JSON.stringify({
      leader: 'stranger',
      startAtMs: 1,
      viewerChanges: [],
      stop: { reason: 'x', withinMs: 0 },
    });
    for (const name of ['orders', 'parts', 'join', 'parcels']) {
      for (const text of ['', '{', '{"kind":"join"}', '[]', orders]) stranger.publish(`${prefix}.${name}`, text);
    }
    const piece = JSON.stringify({ instance: 'stranger', index: 0, piece: 0, pieces: 1, content: 'x' });
    assert.equal(
      await stranger.ask(`${prefix}.parcels`, piece, 1000),
      '{"accepted":false,"sentence":"part 0 is another process"}',
    );
    await stage.passSeconds(3);
    assert.deepEqual(members[0]?.stops, []);
    assert.deepEqual(staged.problems, []);
  }),
);

test('a server that is not there, or does not let one in, is told without the password', options, async () => {
  const nats = await startNats(null, ['--auth', 'opensesame']);
  try {
    const refused = await openNatsBus(`nats://wrong-secret@127.0.0.1:${nats.port}`);
    assert.match(refused.ok ? '' : refused.failure, /The NATS server 127\.0\.0\.1:\d+ cannot be used: .*uthorization/);
    assert.doesNotMatch(refused.ok ? '' : refused.failure, /secret/);
    const inside = await openNatsBus(`nats://opensesame@127.0.0.1:${nats.port}`);
    assert.ok(inside.ok);
    await inside.value.close();
  } finally {
    await nats.kill();
  }
  const absent = await openNatsBus(`nats://someone:opensesame@127.0.0.1:${nats.port}`);
  assert.equal(absent.ok, false);
  assert.doesNotMatch(absent.ok ? '' : absent.failure, /opensesame|someone/);
});
