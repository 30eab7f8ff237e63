import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, channelId, gameId, userId } from '@dropwise/kit';
import {
  campaignReport,
  channelReport,
  createBench,
  createWatchingBench,
  dropReport,
  ferry,
  hour,
  lanterns,
  minute,
  start,
} from './testing/fixtures.ts';
import { effects, facts, failure, one, phaseOf, week } from './testing/reading.ts';

test('a request that arrives while a stage waits for Twitch is not lost', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.send({ kind: 'reloadRequested' });
  assert.deepEqual(bench.state.requests, ['inventoryFetch']);
  bench.inventory([campaignReport(week)]);
  assert.equal(phaseOf(bench), 'inventoryFetch');
  assert.equal(effects(bench, 'fetchInventory').length, 1);
  bench.inventory([campaignReport(week)]);
  assert.equal(phaseOf(bench), 'channelsFetch');
});

test('an answer to an older fetch changes nothing', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.inventory([campaignReport(week)], { requestId: 99 });
  assert.equal(phaseOf(bench), 'inventoryFetch');
  assert.deepEqual(bench.state.campaigns, {});
});

test('watching goes on while the inventory is fetched again', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'timerFired', key: 'reload' });
  assert.equal(phaseOf(bench), 'inventoryFetch');
  assert.equal(bench.state.watching?.channelId, one);
  bench.send({ kind: 'timerFired', key: 'watch' });
  assert.equal(effects(bench, 'watch').length, 1);
});

test('one bad campaign is set aside with its reason, the others are mined, and it comes back when it is good', () => {
  const bench = createWatchingBench([campaignReport('bad', { game: null }), campaignReport(week)]);
  assert.equal(phaseOf(bench), 'watching');
  assert.ok(bench.state.quarantine['campaign:campaign-bad']);
  assert.ok(bench.state.conditions.quarantined);
  bench.wait(hour);
  bench.send({ kind: 'timerFired', key: 'reload' });
  bench.inventory([campaignReport('bad'), campaignReport(week)]);
  assert.equal(bench.state.quarantine['campaign:campaign-bad'], undefined);
  assert.equal(bench.state.conditions.quarantined, undefined);
});

test('a null catalogue is a reason and not an empty list', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([], { catalogue: 'null' });
  assert.ok(bench.state.conditions['catalogue-null']);
  assert.equal(Object.keys(bench.state.campaigns).length, 1);
  bench.channels([channelReport(1)]);
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([campaignReport(week)]);
  assert.equal(bench.state.conditions['catalogue-null'], undefined);
});

test('listed games without a known campaign are scouted where the catalogue is not shown', () => {
  const bench = createBench({ availableDrops: true, priority: ['Ferry'] });
  bench.send({ kind: 'started', memory: null });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.inventory([], { catalogue: 'null' });
  const [fetch] = effects(bench, 'fetchChannels');
  assert.deepEqual(fetch?.kind === 'fetchChannels' && fetch.directories, [{ gameId: null, slug: 'ferry' }]);
  bench.channels([channelReport(5, { game: ferry })]);
  assert.deepEqual(effects(bench, 'fetchAvailableDrops'), [{ kind: 'fetchAvailableDrops', channelIds: ['5'] }]);
  bench.send({
    kind: 'availableDropsArrived',
    answers: [{ channelId: channelId('5'), campaignIds: [campaignId('campaign-river')] }],
    reports: [
      campaignReport('river', {
        source: 'available-drops',
        game: ferry,
        linked: undefined,
        drops: [dropReport('river-1', { self: null })],
      }),
    ],
    failures: [],
  });
  assert.equal(bench.state.campaigns[campaignId('campaign-river')]?.linked, 'unknown');
  assert.deepEqual(bench.state.wantedGameIds, [ferry.id]);
});

for (const kind of [
  'unreachable',
  'reset',
  'slow',
  'dns',
  'proxy',
  'down',
  'notJson',
  'html',
  'unexpectedShape',
  'hashStale',
  'refused',
] as const) {
  test(`an inventory that fails as ${kind} is said, retried, and leaves what is known in work`, () => {
    const bench = createWatchingBench();
    bench.send({ kind: 'reloadRequested' });
    bench.inventory([], { succeeded: [], failures: [failure(kind)], claimedBenefits: null, catalogue: 'partial' });
    assert.equal(facts(bench, 'reasonRaised').length, 1);
    assert.equal(phaseOf(bench), 'watching');
    assert.equal(
      effects(bench, 'startTimer').some((effect) => effect.kind === 'startTimer' && effect.key === 'retryInventory'),
      true,
    );
    bench.send({ kind: 'timerFired', key: 'retryInventory' });
    bench.inventory([campaignReport(week)]);
    assert.equal(facts(bench, 'reasonCleared').length, 1);
  });
}

test('a campaign that starts later is taken up at its start without a request for the list', () => {
  const bench = createWatchingBench([
    campaignReport('later', {
      startsAt: start + 30 * minute,
      game: lanterns,
      drops: [dropReport('later-1', { startsAt: start + 30 * minute })],
    }),
  ]);
  assert.equal(phaseOf(bench), 'idle');
  bench.wait(30 * minute + 1_000);
  bench.send({ kind: 'timerFired', key: 'boundary' });
  assert.equal(bench.state.watching?.channelId, one);
  assert.equal(effects(bench, 'fetchInventory').length, 0);
});

test('shortly after every full hour the list is looked at', () => {
  const bench = createWatchingBench([campaignReport(week)], [channelReport(1)], { reloadMinutes: 240 });
  bench.send({ kind: 'reloadRequested' });
  bench.inventory([campaignReport(week)]);
  const peek = effects(bench, 'startTimer').find((effect) => effect.kind === 'startTimer' && effect.key === 'peek');
  bench.channels([channelReport(1)]);
  assert.ok(peek?.kind === 'startTimer');
  const pastHour = (peek.at - start) % hour;
  assert.ok(pastHour > 0 && pastHour < 2 * minute, `expected just past the hour, found ${pastHour} ms`);
  bench.wait(peek.at - bench.now);
  bench.send({ kind: 'timerFired', key: 'peek' });
  assert.deepEqual(
    effects(bench, 'fetchInventory').map((effect) => effect.kind === 'fetchInventory' && effect.depth),
    ['peek'],
  );
});

test('a fetch that never ends is given up, told, and tried again', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'reloadRequested' });
  assert.equal(phaseOf(bench), 'inventoryFetch');
  bench.wait(10 * minute);
  bench.send({ kind: 'timerFired', key: 'fetchDeadline' });
  assert.equal(phaseOf(bench), 'watching');
  assert.ok(bench.state.conditions['twitch-slow']);
  bench.send({ kind: 'timerFired', key: 'retryInventory' });
  bench.inventory([campaignReport(week)]);
  assert.equal(bench.state.conditions['twitch-slow'], undefined);
});

test('the wanted games follow the campaigns', () => {
  assert.deepEqual(createWatchingBench().state.wantedGameIds, [gameId('900001')]);
});
