import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, channelId, dropId, gameId, userId } from '@dropwise/kit';
import type { Fact } from './fact.ts';
import type { Failure } from './failure.ts';
import { healthOf } from './health-of.ts';
import {
  type Bench,
  campaignReport,
  channelReport,
  createBench,
  createWatchingBench,
  dropReport,
  ferry,
  hour,
  instanceIdOf,
  lanterns,
  minute,
  start,
} from './testing/fixtures.ts';

const week = 'week';
const firstDrop = dropId('drop-week-1');
const one = channelId('1');
const two = channelId('2');

function effects(bench: Bench, kind: string) {
  return bench.last.effects.filter((effect) => effect.kind === kind);
}

function phaseOf(bench: Bench): string {
  return bench.state.phase.kind;
}

function facts<Kind extends Fact['kind']>(bench: Bench, kind: Kind): Extract<Fact, { kind: Kind }>[] {
  return bench.last.facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

function failure(kind: Failure['kind'], operation = 'Inventory'): Failure {
  return { kind, operation, detail: 'it did not work', host: null };
}

/** One accepted watch event, and the confirm timer after it. */
function acceptBeat(bench: Bench): void {
  const { watching } = bench.state;
  assert.ok(watching);
  bench.send({
    kind: 'watchAnswered',
    channelId: watching.channelId,
    transport: watching.transport,
    outcome: { kind: 'accepted' },
  });
}

function passMinute(bench: Bench): void {
  acceptBeat(bench);
  bench.wait(20_000);
  bench.send({ kind: 'timerFired', key: 'confirm' });
  bench.wait(40_000);
  bench.send({ kind: 'timerFired', key: 'watch' });
}

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

test('401 in mid-run leads to a new login and back to mining without losing progress', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 5 });
  bench.send({ kind: 'sessionRevoked', detail: '401' });
  assert.equal(bench.state.watching, null);
  assert.deepEqual(effects(bench, 'signIn'), [{ kind: 'signIn', fresh: true }]);
  assert.ok(bench.state.conditions['session-revoked']);
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  assert.equal(bench.state.conditions['session-revoked'], undefined);
  bench.inventory([campaignReport(week)], { reports: [], catalogue: 'null', claimedBenefits: null });
  assert.equal(bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress.confirmedMinutes, 5);
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

test('an excluded game is not watched any more as soon as the settings say so', () => {
  const bench = createWatchingBench();
  const { settings } = bench.state;
  bench.send({
    kind: 'settingsChanged',
    settings: { ...settings, exclude: { ...settings.exclude, games: ['LANTERNS'] } },
  });
  assert.equal(bench.state.watching, null);
  assert.equal(phaseOf(bench), 'idle');
});

test('refused topics and a socket that stays down are said, and taken back', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'topicRefused', topic: 'user-drop-events.1', error: 'ERR_BADAUTH' });
  assert.ok(bench.state.conditions['topics-refused']);
  bench.send({ kind: 'topicAccepted', topic: 'user-drop-events.1' });
  assert.equal(bench.state.conditions['topics-refused'], undefined);
  bench.send({ kind: 'socketChanged', connected: 0, total: 1, problem: 'refused', detail: 'no' });
  bench.send({ kind: 'timerFired', key: 'socketDown' });
  assert.ok(bench.state.conditions['socket-down'] && bench.state.conditions['socket-refused']);
  bench.send({ kind: 'socketChanged', connected: 1, total: 1, problem: null, detail: '' });
  assert.deepEqual(Object.keys(bench.state.conditions), []);
});

test('after exit nothing has any effect', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'stopRequested' });
  const { state } = bench;
  const { effects: asked } = bench.send({ kind: 'reloadRequested' });
  assert.equal(bench.state, state);
  assert.deepEqual(asked, []);
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

test('the wanted games follow the campaigns', () => {
  assert.deepEqual(createWatchingBench().state.wantedGameIds, [gameId('900001')]);
});
