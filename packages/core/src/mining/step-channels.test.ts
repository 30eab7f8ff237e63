import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, channelId, userId } from '@dropwise/kit';
import {
  campaignReport,
  channelReport,
  createBench,
  createWatchingBench,
  ferry,
  hour,
  minute,
  start,
} from './testing/fixtures.ts';
import { effects, facts, failure, one, phaseOf, two, week } from './testing/reading.ts';

test('a signed-in miner fetches the inventory, then channels, then watches the best one', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  assert.deepEqual(bench.last.effects, [{ kind: 'signIn', fresh: false }]);
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  assert.equal(phaseOf(bench), 'inventoryFetch');
  bench.inventory([campaignReport(week)]);
  assert.equal(phaseOf(bench), 'channelsFetch');
  bench.channels([channelReport(1), channelReport(2)]);
  assert.equal(phaseOf(bench), 'watching');
  assert.equal(bench.state.watching?.channelId, two);
  assert.equal(effects(bench, 'watch').length, 1);
});

test('a watched channel that goes offline is left for the next one', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1), channelReport(2)]);
  bench.send({ kind: 'streamWentDown', channelId: two });
  assert.equal(bench.state.watching?.channelId, one);
});

test('a stream that comes up is looked at after the delay and taken when nothing is watched', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1, { stream: null })]);
  assert.equal(phaseOf(bench), 'idle');
  bench.send({ kind: 'streamWentUp', channelId: one });
  assert.deepEqual(bench.last.effects, [{ kind: 'startTimer', key: 'channel:1', at: bench.now + 2 * minute }]);
  bench.wait(2 * minute);
  bench.send({ kind: 'timerFired', key: 'channel:1' });
  assert.equal(effects(bench, 'checkChannel').length, 1);
  bench.send({ kind: 'channelChecked', channelId: one, report: channelReport(1) });
  assert.equal(bench.state.watching?.channelId, one);
});

test('a stream that was announced and never appeared is told', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1), channelReport(2, { stream: null })]);
  bench.send({ kind: 'streamWentUp', channelId: two });
  bench.send({ kind: 'channelChecked', channelId: two, report: channelReport(2, { stream: null }) });
  assert.ok(bench.state.conditions['stream-not-online']);
  assert.equal(bench.state.watching?.channelId, one);
});

test('a channel chosen by hand is watched until it can no longer be, then the order counts again', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1), channelReport(2)]);
  bench.send({ kind: 'channelSelected', channelId: one, login: 'channel_1' });
  assert.equal(bench.state.watching?.channelId, one);
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([campaignReport(week)]);
  bench.channels([channelReport(1), channelReport(2)]);
  assert.equal(bench.state.watching?.channelId, one);
  bench.send({ kind: 'manualEnded' });
  assert.equal(bench.state.manual, null);
});

test('allow-listed channels come before the directory', () => {
  const bench = createWatchingBench(
    [campaignReport('open'), campaignReport('closed', { allowList: [{ id: one, login: 'channel_1' }] })],
    [channelReport(1), channelReport(2)],
  );
  assert.equal(bench.state.watching?.channelId, one);
  assert.equal(bench.state.watching?.campaignId, campaignId('campaign-closed'));
});

test('watching begins with the best game of a long fetch, before the rest has answered', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.inventory([campaignReport(week), campaignReport('later', { game: ferry, endsAt: start + 48 * hour })]);
  const requestId = bench.state.lastRequestId;
  bench.send({ kind: 'someChannelsArrived', requestId, reports: [channelReport(5, { game: ferry })] });
  assert.equal(effects(bench, 'watch').length, 0, 'the second game waits a moment for the first');
  bench.send({ kind: 'someChannelsArrived', requestId, reports: [channelReport(1)] });
  assert.equal(bench.state.watching?.channelId, one);
  assert.equal(phaseOf(bench), 'channelsFetch');
  assert.equal(effects(bench, 'watch').length, 1);
  bench.channels([channelReport(1), channelReport(2), channelReport(5, { game: ferry })]);
  assert.equal(phaseOf(bench), 'watching');
  assert.equal(bench.state.watching?.channelId, one, 'more viewers elsewhere are no reason to switch');
});

test('a channel chosen by hand finds room among 199', () => {
  const many = Array.from({ length: 199 }, (_none, index) => channelReport(1_000 + index));
  const bench = createWatchingBench([campaignReport(week)], many);
  bench.send({ kind: 'channelSelected', channelId: one, login: 'channel_1' });
  assert.equal(effects(bench, 'checkChannel').length, 1);
  bench.send({ kind: 'channelChecked', channelId: one, report: channelReport(1) });
  assert.equal(Object.keys(bench.state.channels).length, 199);
  assert.equal(bench.state.watching?.channelId, one);
});

test('a channel chosen by its login alone is found by it', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1)]);
  bench.send({ kind: 'channelSelected', channelId: channelId(''), login: 'channel_7' });
  assert.deepEqual(effects(bench, 'checkChannel'), [{ kind: 'checkChannel', channelId: '', login: 'channel_7' }]);
  bench.send({ kind: 'channelChecked', channelId: channelId(''), report: channelReport(7) });
  assert.equal(bench.state.manual?.channelId, '7');
  assert.equal(bench.state.watching?.channelId, '7');
  assert.equal(bench.state.channels[channelId('')], undefined);
});

for (const [what, answer, why] of [
  ['that nobody has', { kind: 'channelChecked', report: null }, 'Twitch knows no such channel'],
  ['that cannot be looked at', { kind: 'channelCheckFailed', failure: failure('slow') }, 'it could not be looked at'],
] as const) {
  test(`a choice of a channel ${what} ends`, () => {
    const bench = createWatchingBench([campaignReport(week)], [channelReport(1)]);
    bench.send({ kind: 'channelSelected', channelId: channelId('9'), login: 'nobody' });
    bench.send({ ...answer, channelId: channelId('9') });
    assert.equal(bench.state.manual, null);
    assert.deepEqual(facts(bench, 'manualEnded'), [{ kind: 'manualEnded', why }]);
    assert.equal(bench.state.watching?.channelId, one);
  });
}
