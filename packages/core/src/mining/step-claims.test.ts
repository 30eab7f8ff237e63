import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  campaignReport,
  createWatchingBench,
  dropReport,
  hour,
  instanceIdOf,
  minute,
  start,
} from './testing/fixtures.ts';
import { effects, facts, failure, firstDrop, phaseOf, week } from './testing/reading.ts';

test('a drop is claimed once, however often Twitch says that it is ready', () => {
  const bench = createWatchingBench();
  const ready = { kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') } as const;
  bench.send(ready);
  assert.equal(effects(bench, 'claimDrop').length, 1);
  bench.send(ready);
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([
    campaignReport(week, {
      drops: [dropReport('week-1', { self: { minutes: 10, claimed: false, instanceId: instanceIdOf('week-1') } })],
    }),
  ]);
  assert.equal(effects(bench, 'claimDrop').length, 0);
  bench.send({ kind: 'claimAnswered', dropId: firstDrop, outcome: { kind: 'claimed' } });
  assert.equal(facts(bench, 'dropClaimed').length, 1);
  bench.send({ kind: 'claimAnswered', dropId: firstDrop, outcome: { kind: 'alreadyClaimed' } });
  assert.equal(facts(bench, 'dropClaimed').length, 0);
  assert.equal(bench.state.totals.claimed, 1);
});

test('a claim confirms the minutes that no report told of, whoever made it', () => {
  const byUs = createWatchingBench();
  byUs.send({ kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') });
  byUs.send({ kind: 'claimAnswered', dropId: firstDrop, outcome: { kind: 'claimed' } });
  const byHand = createWatchingBench();
  byHand.send({ kind: 'reloadRequested' });
  byHand.inventory([
    campaignReport(week, {
      drops: [dropReport('week-1', { self: { minutes: 10, claimed: true, instanceId: null } })],
    }),
  ]);
  for (const [bench, by] of [
    [byUs, 'claim'],
    [byHand, 'inventory'],
  ] as const) {
    const [confirmed] = facts(bench, 'minuteConfirmed');
    assert.ok(confirmed, by);
    const { minutes, requiredMinutes, gainedMinutes } = confirmed;
    assert.deepEqual([minutes, gainedMinutes, confirmed.by], [requiredMinutes, requiredMinutes, by]);
    assert.equal(bench.state.totals.confirmedMinutes, requiredMinutes);
    assert.equal(facts(bench, 'dropClaimed').length, 1);
  }
});

test('a claim is remembered before it is asked for: whoever dies in between knows what became of it', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') });
  const done = bench.last.effects.filter((effect) => effect.kind === 'saveMemory' || effect.kind === 'claimDrop');
  const remembered = done.flatMap((effect) => (effect.kind === 'saveMemory' ? effect.memory.campaigns : []));
  const drop = remembered.flatMap(({ drops }) => drops).find(({ id }) => id === firstDrop);
  assert.equal(drop?.claim.kind, 'ready');
  const order = done.map(({ kind }) => kind);
  assert.deepEqual(order, ['saveMemory', 'claimDrop']);
});

test('a failing claim is retried later and later until the last permitted hour', () => {
  const bench = createWatchingBench([campaignReport(week, { endsAt: start + 2 * hour })]);
  bench.send({ kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') });
  const delays: number[] = [];
  for (let i = 0; i < 80 && bench.state.claims[firstDrop] !== undefined; i++) {
    bench.send({ kind: 'claimAnswered', dropId: firstDrop, outcome: { kind: 'refused', detail: 'not now' } });
    const retryAt = facts(bench, 'claimFailed')[0]?.retryAt;
    if (retryAt === undefined) break;
    delays.push(retryAt - bench.now);
    bench.wait(retryAt - bench.now);
    bench.send({ kind: 'timerFired', key: `claim:${firstDrop}` });
  }
  assert.deepEqual(
    delays.slice(0, 6),
    [1, 2, 4, 8, 16, 30].map((minutes) => minutes * minute),
  );
  assert.ok(delays.every((delay) => delay > 0));
  assert.ok(bench.now >= start + 26 * hour - minute, 'it went on until 24 hours after the end');
});

test('a claim refused on integrity grounds is handed to the person with a link, and mining goes on', () => {
  const bench = createWatchingBench([
    campaignReport(week, { drops: [dropReport('week-1'), dropReport('week-2', { requiredMinutes: 30 })] }),
  ]);
  bench.send({ kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') });
  bench.send({
    kind: 'claimAnswered',
    dropId: firstDrop,
    outcome: { kind: 'failed', failure: failure('integrity', 'DropsPage_ClaimDropRewards') },
  });
  const [handed] = facts(bench, 'claimHandedOver');
  assert.match(handed?.link ?? '', /^https:\/\/www\.twitch\.tv\//);
  assert.ok(bench.state.conditions['claim-by-hand']);
  assert.equal(phaseOf(bench), 'watching');
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([
    campaignReport(week, {
      drops: [
        dropReport('week-1', { self: { minutes: 10, claimed: true, instanceId: null } }),
        dropReport('week-2', { requiredMinutes: 30 }),
      ],
    }),
  ]);
  assert.equal(bench.state.conditions['claim-by-hand'], undefined);
  assert.equal(facts(bench, 'dropClaimed')[0]?.by, 'inventory');
});

test('after a claim the next drop of the chain is started by an early watch event', () => {
  const bench = createWatchingBench([
    campaignReport(week, { drops: [dropReport('week-1'), dropReport('week-2', { preconditionIds: [firstDrop] })] }),
  ]);
  bench.wait(40_000);
  bench.send({ kind: 'dropBecameClaimable', dropId: firstDrop, instanceId: instanceIdOf('week-1') });
  bench.send({ kind: 'claimAnswered', dropId: firstDrop, outcome: { kind: 'claimed' } });
  assert.deepEqual(effects(bench, 'startTimer').at(-1), { kind: 'startTimer', key: 'watch', at: bench.now + 4_000 });
});
