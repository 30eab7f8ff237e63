import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, channelId, dropId, userId } from '@dropwise/kit';
import { healthOf } from './health-of.ts';
import {
  campaignReport,
  channelReport,
  createBench,
  createWatchingBench,
  dropReport,
  minute,
} from './testing/fixtures.ts';
import { acceptBeat, effects, facts, firstDrop, one, passMinute, week } from './testing/reading.ts';

test('minutes from the socket are confirmed with their time and source', () => {
  const bench = createWatchingBench();
  acceptBeat(bench);
  bench.wait(30_000);
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 1 });
  const progress = bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress;
  assert.deepEqual(progress, {
    confirmedMinutes: 1,
    confirmedAt: bench.now,
    confirmedBy: 'socket',
    estimatedMinutes: 0,
  });
  assert.equal(healthOf(bench.state, bench.now).code, 'working');
});

test('without confirmation minutes are only estimated, and fifteen at the most', () => {
  const bench = createWatchingBench(
    [campaignReport(week, { drops: [dropReport('week-1', { requiredMinutes: 120 })] })],
    [channelReport(1)],
    {
      watchTransports: ['spade'],
    },
  );
  for (let i = 0; i < 40; i++) passMinute(bench);
  const progress = bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress;
  assert.equal(progress?.confirmedMinutes, 0);
  assert.equal(progress?.estimatedMinutes, 15);
  assert.notEqual(healthOf(bench.state, bench.now).code, 'working');
});

test('the current session is asked while the socket is silent and left alone while it speaks', () => {
  const silent = createWatchingBench();
  acceptBeat(silent);
  silent.wait(20_000);
  silent.send({ kind: 'timerFired', key: 'confirm' });
  assert.equal(effects(silent, 'fetchCurrentSession').length, 1);

  const spoken = createWatchingBench();
  acceptBeat(spoken);
  spoken.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 1 });
  spoken.wait(20_000);
  spoken.send({ kind: 'timerFired', key: 'confirm' });
  assert.equal(effects(spoken, 'fetchCurrentSession').length, 0);
});

test('accepted but uncounted events lead to the next transport, then the next channel, then a plain reason', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1), channelReport(2)]);
  const path: string[] = [];
  for (let i = 0; i < 30 && bench.state.conditions['not-counting'] === undefined; i++) {
    const { watching } = bench.state;
    const step = `${watching?.channelId} ${watching?.transport}`;
    if (path.at(-1) !== step) path.push(step);
    passMinute(bench);
  }
  assert.deepEqual(path, ['2 spade', '2 hls', '2 gql']);
  assert.equal(bench.state.watching?.channelId, one);
  assert.equal(healthOf(bench.state, bench.now).code, 'not-counting');
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 1 });
  assert.equal(healthOf(bench.state, bench.now).code, 'working');
});

test('the transport that was confirmed to count is the first one after a restart', () => {
  const bench = createWatchingBench();
  for (let i = 0; i < 9; i++) passMinute(bench);
  assert.equal(bench.state.watching?.transport, 'hls');
  acceptBeat(bench);
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 1 });
  bench.send({ kind: 'timerFired', key: 'reload' });
  bench.inventory([campaignReport(week)]);
  const saved = effects(bench, 'saveMemory').at(-1);
  assert.ok(saved?.kind === 'saveMemory');
  const again = createBench();
  again.send({ kind: 'started', memory: saved.memory });
  again.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  again.inventory([campaignReport(week)]);
  again.channels([channelReport(1)]);
  assert.equal(again.state.watching?.transport, 'hls');
});

test('someone else watching on the account is said, and no transport is blamed for it', () => {
  const bench = createWatchingBench();
  for (let i = 0; i < 12; i++) {
    passMinute(bench);
    bench.send({
      kind: 'currentSessionArrived',
      session: { channelId: channelId('777'), dropId: firstDrop, minutes: i + 1 },
    });
  }
  assert.ok(bench.state.conditions['watched-elsewhere']);
  assert.equal(bench.state.watching?.transport, 'spade');
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 13 });
  assert.equal(bench.state.conditions['watched-elsewhere'], undefined);
});

test('a report of fewer minutes is kept out; the inventory is believed', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 6 });
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 3 });
  assert.equal(facts(bench, 'progressContradicted')[0]?.accepted, false);
  assert.ok(bench.state.conditions['progress-contradicted']);
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([
    campaignReport(week, { drops: [dropReport('week-1', { self: { minutes: 4, claimed: false, instanceId: null } })] }),
  ]);
  assert.equal(facts(bench, 'progressContradicted')[0]?.accepted, true);
  assert.equal(bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress.confirmedMinutes, 4);
});

test('minutes for a drop that no list shows are told as the wrong drop', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: dropId('drop-foreign'), channelId: one, minutes: 3 });
  assert.ok(bench.state.conditions['wrong-drop-credited']);
  assert.equal(bench.state.totals.confirmedMinutes, 0);
});

test('minutes for an excluded campaign lead to another channel rather than another transport', () => {
  const bench = createWatchingBench(
    [campaignReport(week), campaignReport('other', { drops: [dropReport('other-1', { requiredMinutes: 100 })] })],
    [channelReport(1), channelReport(2)],
    { exclude: { games: [], campaigns: ['other'], drops: [], keywords: [] } },
  );
  for (let i = 0; i < 9; i++) {
    passMinute(bench);
    bench.send({
      kind: 'dropProgressed',
      dropId: dropId('drop-other-1'),
      channelId: bench.state.watching?.channelId ?? null,
      minutes: i + 1,
    });
  }
  assert.equal(bench.state.watching?.channelId, one);
  assert.equal(bench.state.watching?.transport, 'spade');
});

test('while every way of watching fails they are tried in turn, and none is left for good', () => {
  const bench = createWatchingBench();
  const used: string[] = [];
  for (let i = 0; i < 24; i++) {
    const transport = bench.state.watching?.transport ?? 'none';
    if (used.at(-1) !== transport) used.push(transport);
    const outcome = { kind: 'refused', detail: 'no' } as const;
    bench.send({ kind: 'watchAnswered', channelId: one, transport, outcome });
    bench.wait(minute);
    bench.send({ kind: 'timerFired', key: 'watch' });
  }
  assert.deepEqual(used.slice(0, 5), ['spade', 'hls', 'gql', 'spade', 'hls']);
});

test('a stream that is lost and back before the next choice is watched on', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'reloadRequested' });
  bench.send({ kind: 'streamWentDown', channelId: one });
  bench.wait(minute);
  bench.send({ kind: 'timerFired', key: 'watch' });
  assert.equal(effects(bench, 'watch').length, 0);
  assert.equal(effects(bench, 'startTimer').length, 1, 'the rhythm goes on');
  bench.send({ kind: 'channelChecked', channelId: one, report: channelReport(1) });
  bench.inventory([campaignReport(week)]);
  bench.channels([channelReport(1)]);
  bench.wait(minute);
  bench.send({ kind: 'timerFired', key: 'watch' });
  assert.equal(effects(bench, 'watch').length, 1);
});
