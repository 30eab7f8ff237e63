import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { campaignId, channelId, dropId, userId } from '@dropwise/kit';
import type { CampaignReport } from '../drops/report.ts';
import type { Memory } from './memory.ts';
import { planRequestOf } from './plan-request-of.ts';
import type { MiningSettings } from './settings.ts';
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
import { acceptBeat, effects, facts, failure, one, passMinute, phaseOf, two } from './testing/reading.ts';

const [lantern, harbour] = [campaignId('campaign-lantern'), campaignId('campaign-harbour')];
const must: Partial<MiningSettings> = { wishes: { games: { Ferry: 'must' }, campaigns: {}, drops: {} } };

/** A campaign of that game with one drop, which ends so many hours from the start. */
function of(name: string, game = lanterns, hours = 24, minutes = 60, change: Partial<CampaignReport> = {}) {
  const endsAt = start + hours * hour;
  const drops = [dropReport(`${name}-1`, { endsAt, requiredMinutes: minutes })];
  return campaignReport(name, { game, endsAt, drops, ...change });
}

const lanternChannel = channelReport(1);
const ferryChannel = channelReport(2, { game: ferry });

function plannedBench(
  reports: readonly CampaignReport[],
  settings: Partial<MiningSettings> = {},
  channels = [lanternChannel, ferryChannel],
): Bench {
  return createWatchingBench(reports, channels, { mode: 'plan', ...settings });
}

function reload(bench: Bench, reports: readonly CampaignReport[], channels = [lanternChannel, ferryChannel]): void {
  bench.send({ kind: 'reloadRequested' });
  bench.inventory(reports);
  if (phaseOf(bench) === 'channelsFetch') bench.channels(channels);
}

/** Minutes that Twitch confirms, one at a time, where the miner watches. */
function confirm(bench: Bench, name: string, from: number, to: number): void {
  for (let minutes = from; minutes <= to; minutes++) {
    acceptBeat(bench);
    bench.wait(minute);
    const channel = bench.state.watching?.channelId ?? null;
    bench.send({ kind: 'dropProgressed', dropId: dropId(`drop-${name}-1`), channelId: channel, minutes });
  }
}

describe('in mode plan', () => {
  test('the first campaign of the order that can be watched is watched', () => {
    const bench = plannedBench([of('lantern'), of('harbour', ferry)], must);
    assert.equal(bench.state.plan?.order[0], harbour);
    assert.equal(bench.state.watching?.campaignId, harbour);
    assert.equal(bench.state.wantedGameIds[0], ferry.id);
    bench.send({ kind: 'streamWentDown', channelId: two });
    assert.equal(bench.state.watching?.campaignId, lantern);
    bench.send({ kind: 'channelChecked', channelId: two, report: ferryChannel });
    assert.equal(bench.state.watching?.campaignId, harbour);
  });

  test('what ends soon and can still be finished goes before what has time', () => {
    const bench = plannedBench([of('lantern', lanterns, 200, 60), of('harbour', ferry, 2, 60)]);
    assert.equal(bench.state.watching?.campaignId, harbour);
  });

  test('a better campaign that appears is switched to, and the reason is told', () => {
    const bench = plannedBench([of('lantern', lanterns, 200, 300)], must);
    assert.equal(bench.state.watching?.campaignId, lantern);
    confirm(bench, 'lantern', 1, 3);
    const told: string[] = [];
    bench.send({ kind: 'reloadRequested' });
    bench.inventory([of('lantern', lanterns, 200, 300), of('harbour', ferry)]);
    bench.channels([lanternChannel, ferryChannel]);
    told.push(...facts(bench, 'planSwitched').map(({ why }) => why));
    assert.equal(bench.state.watching?.campaignId, harbour);
    assert.deepEqual(told, ['harbour is a must, and lantern is a want.']);
    assert.equal(facts(bench, 'channelChosen')[0]?.why, 'plan');
  });

  test('it does not flap between campaigns that are alike', () => {
    const bench = plannedBench([of('lantern'), of('harbour', ferry)]);
    const first = bench.state.watching?.campaignId;
    const name = first === lantern ? 'lantern' : 'harbour';
    let switches = 0;
    for (let minutes = 1; minutes < 60; minutes++) {
      confirm(bench, name, minutes, minutes);
      switches += facts(bench, 'channelChosen').length;
      bench.send({ kind: 'timerFired', key: 'plan' });
      switches += facts(bench, 'channelChosen').length;
    }
    assert.equal(bench.state.watching?.campaignId, first);
    assert.equal(switches, 0);
  });

  test('progress makes the plan anew, once for each step, when it is more than the plan foresaw', () => {
    const bench = plannedBench([of('lantern')]);
    const before = bench.state.plan;
    confirm(bench, 'lantern', 1, 1);
    assert.equal(bench.state.plan, before, 'a minute that was planned is no news');
    confirm(bench, 'lantern', 2, 5);
    assert.equal(bench.state.plan?.madeAt, bench.now);
    const timers = effects(bench, 'startTimer').filter(
      (effect) => effect.kind === 'startTimer' && effect.key === 'plan',
    );
    assert.equal(timers.length, 1);
  });

  test('a finished drop makes the plan anew at once', () => {
    const bench = plannedBench([of('lantern', lanterns, 24, 3), of('harbour', ferry)], {}, [lanternChannel]);
    confirm(bench, 'lantern', 1, 3);
    assert.equal(bench.state.plan?.madeAt, bench.now);
    assert.equal(bench.state.plan?.order[0], harbour);
  });

  test('what nothing has touched is looked over within fifteen minutes', () => {
    const bench = plannedBench([of('lantern', lanterns, 200, 600)]);
    const timer = effects(bench, 'startTimer').find((effect) => effect.kind === 'startTimer' && effect.key === 'plan');
    assert.ok(timer?.kind === 'startTimer' && timer.at > bench.now && timer.at <= bench.now + 15 * minute);
    bench.wait(15 * minute);
    bench.send({ kind: 'timerFired', key: 'plan' });
    assert.equal(bench.state.plan?.madeAt, bench.now);
  });

  test('while a stage waits for Twitch the plan is made and the choice is not', () => {
    const bench = plannedBench([of('lantern'), of('harbour', ferry)]);
    bench.send({ kind: 'reloadRequested' });
    const { watching } = bench.state;
    bench.send({ kind: 'settingsChanged', settings: { ...bench.state.settings, ...must } });
    assert.equal(bench.state.watching?.channelId, watching?.channelId);
    bench.inventory([of('lantern'), of('harbour', ferry)]);
    if (phaseOf(bench) === 'channelsFetch') bench.channels([lanternChannel, ferryChannel]);
    assert.equal(bench.state.watching?.campaignId, harbour);
  });

  test('a campaign below the price is still better than nothing', () => {
    const bench = plannedBench([of('lantern', lanterns, 200, 2_000)], {}, [lanternChannel]);
    assert.equal(bench.state.watching?.campaignId, lantern);
  });

  test('a campaign that is left in doubt whether it counts at all is left alone', () => {
    // Of the catalogue alone nobody knows whether the account is linked.
    const unknown = of('lantern', lanterns, 200, 300, { linked: undefined, source: 'catalogue' });
    const bench = plannedBench([unknown, of('harbour', ferry, 2, 2)]);
    assert.equal(bench.state.watching?.campaignId, harbour);
    confirm(bench, 'harbour', 1, 2);
    bench.send({
      kind: 'dropBecameClaimable',
      dropId: dropId('drop-harbour-1'),
      instanceId: instanceIdOf('harbour-1'),
    });
    bench.send({ kind: 'claimAnswered', dropId: dropId('drop-harbour-1'), outcome: { kind: 'claimed' } });
    assert.equal(bench.state.watching?.campaignId, lantern);
    for (let i = 0; i < 9; i++) passMinute(bench);
    reload(bench, [unknown, of('quay', ferry, 2, 60)]);
    assert.equal(bench.state.watching?.campaignId, campaignId('campaign-quay'));
    assert.ok((bench.state.uncounted[lantern]?.until ?? 0) > bench.now);
  });

  test('another mode forgets the plan', () => {
    const bench = plannedBench([of('lantern'), of('harbour', ferry)], must);
    assert.ok(bench.state.plan);
    bench.send({ kind: 'settingsChanged', settings: { ...bench.state.settings, mode: 'ending_soonest' } });
    assert.equal(bench.state.plan, null);
    assert.ok(effects(bench, 'stopTimer').some((effect) => effect.kind === 'stopTimer' && effect.key === 'plan'));
  });

  test('no other mode plans', () => {
    const bench = createWatchingBench();
    assert.equal(bench.state.plan, null);
    assert.equal(facts(bench, 'planMade').length, 0);
  });
});

describe('what is told of the plan', () => {
  test('its sums, when they changed', () => {
    const reports = [of('lantern'), of('harbour', ferry)];
    const bench = createBench({ mode: 'plan' });
    bench.send({ kind: 'started', memory: null });
    bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
    bench.inventory(reports);
    const [made] = facts(bench, 'planMade');
    assert.ok(made);
    assert.equal(made.onTrack + made.atRisk + made.givenUp + made.impossible, 2);
    bench.channels([lanternChannel, ferryChannel]);
    reload(bench, reports);
    assert.equal(facts(bench, 'planMade').length, 0);
    bench.send({ kind: 'reloadRequested' });
    bench.inventory([...reports, of('third', ferry, 100)]);
    assert.equal(facts(bench, 'planMade').length, 1);
  });

  test('a must that cannot be finished is a reason that names it, until it is none any more', () => {
    const late = of('harbour', ferry, 1, 300);
    const bench = plannedBench([of('lantern'), late], must);
    const reason = bench.state.conditions['must-at-risk'];
    assert.equal(reason?.detail.campaign, 'harbour');
    assert.match(reason?.detail.problem ?? '', /\w/);
    bench.send({ kind: 'timerFired', key: 'plan' });
    assert.equal(facts(bench, 'reasonRaised').length, 0, 'it is told once');
    bench.send({
      kind: 'settingsChanged',
      settings: { ...bench.state.settings, wishes: { games: {}, campaigns: {}, drops: {} } },
    });
    assert.equal(bench.state.conditions['must-at-risk'], undefined);
  });

  test('a must of which nothing can be earned by watching is no reason to worry', () => {
    const harbourReport = of('harbour', ferry, 24, 60);
    const subscription = dropReport('harbour-2', { requiredMinutes: 0, requiredSubs: 1 });
    const bench = plannedBench([{ ...harbourReport, drops: [...(harbourReport.drops ?? []), subscription] }], must);
    assert.equal(bench.state.conditions['must-at-risk'], undefined);
  });

  test('a drop that the owner named and the plan gives up is told once', () => {
    const settings: Partial<MiningSettings> = {
      wishes: { games: { Ferry: 'must', Lanterns: 'want' }, campaigns: {}, drops: {} },
    };
    const reports = [of('harbour', ferry, 10, 590), of('lantern', lanterns, 10, 500)];
    const bench = createBench({ mode: 'plan', ...settings });
    bench.send({ kind: 'started', memory: null });
    bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
    bench.inventory(reports);
    const [given] = facts(bench, 'dropGivenUp');
    const forecast = bench.state.plan?.forecasts.find((each) => each.campaignId === lantern)?.forecast;
    if (forecast?.kind === 'givenUp') assert.equal(given?.campaignName, 'lantern');
    bench.channels([lanternChannel, ferryChannel]);
    reload(bench, reports);
    assert.equal(facts(bench, 'dropGivenUp').length, 0);
  });
});

describe('paused hours', () => {
  // The fixtures begin on a Monday at 12:00 UTC.
  const pausedHours = ['12:30-14:00'];
  for (const mode of ['plan', 'ending_soonest'] as const) {
    test(`in mode ${mode} stop watching and nothing else, and end by themselves`, () => {
      const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode, pausedHours });
      assert.equal(phaseOf(bench), 'watching');
      bench.wait(30 * minute);
      bench.send({ kind: 'timerFired', key: 'pause' });
      assert.equal(bench.state.watching, null);
      assert.deepEqual(bench.state.phase.kind === 'idle' && bench.state.phase.why, 'idle-paused');
      assert.deepEqual(
        facts(bench, 'becameIdle').map(({ why }) => why),
        ['idle-paused'],
      );
      const next = effects(bench, 'startTimer').find(
        (effect) => effect.kind === 'startTimer' && effect.key === 'pause',
      );
      assert.ok(next?.kind === 'startTimer' && next.at === start + 2 * hour);
      bench.send({ kind: 'channelChecked', channelId: one, report: channelReport(1) });
      bench.send({ kind: 'timerFired', key: 'watch' });
      assert.equal(effects(bench, 'watch').length, 0);
      reload(bench, [
        of('lantern', lanterns, 24, 60, {
          drops: [dropReport('lantern-1', { self: { minutes: 10, claimed: false, instanceId: null } })],
        }),
      ]);
      assert.equal(bench.state.watching, null);
      bench.wait(90 * minute);
      bench.send({ kind: 'timerFired', key: 'pause' });
      if (phaseOf(bench) === 'channelsFetch') bench.channels([lanternChannel]);
      assert.equal(bench.state.watching, null, 'the drop is earned');
      reload(bench, [of('lantern')]);
      assert.equal(phaseOf(bench), 'watching');
      assert.equal(bench.state.conditions['idle-paused'], undefined);
    });
  }

  test('stop watching at once, also while a stage waits for Twitch', () => {
    const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode: 'plan', pausedHours });
    bench.wait(30 * minute);
    bench.send({ kind: 'reloadRequested' });
    bench.send({ kind: 'timerFired', key: 'pause' });
    assert.equal(bench.state.watching, null);
    bench.inventory([of('lantern')]);
    if (phaseOf(bench) === 'channelsFetch') bench.channels([lanternChannel]);
    assert.deepEqual(bench.state.phase.kind === 'idle' && bench.state.phase.why, 'idle-paused');
  });

  test('are in the plan’s request', () => {
    const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode: 'plan', pausedHours });
    const { pauses } = planRequestOf(bench.state, bench.now);
    assert.equal(pauses.length, 14);
    assert.deepEqual(pauses[0], { startsAt: start + 30 * minute, endsAt: start + 2 * hour });
  });
});

describe('the plan’s request', () => {
  const allow = { allowList: [{ id: channelId('1'), login: 'channel_1' }] };
  const requestOf = (reports: readonly CampaignReport[], settings: Partial<MiningSettings> = {}) => {
    const bench = plannedBench(reports, settings);
    return planRequestOf(bench.state, bench.now);
  };

  test('tells campaigns that cannot be told apart on a channel from those that can', () => {
    const { campaigns } = requestOf([of('open'), of('listed', lanterns, 24, 60, allow)]);
    assert.deepEqual(
      campaigns.map(({ campaign, line, supply }) => [campaign.name, line, supply.kind]),
      [
        ['listed', null, 'chance'],
        ['open', lanterns.id, 'always'],
      ],
    );
  });

  test('says why a drop cannot be earned by watching', () => {
    const report = of('mixed');
    const drops = [
      ...(report.drops ?? []),
      dropReport('subs', { requiredMinutes: 0, requiredSubs: 2 }),
      dropReport('nothing', { benefits: [] }),
    ];
    const { campaigns } = requestOf([{ ...report, drops }]);
    assert.deepEqual(campaigns[0]?.blocks, [null, 'subscription-only', 'no-benefit']);
  });

  test('holds back what follows a drop that only the owner can claim', () => {
    const report = of('chain');
    const second = dropReport('chain-2', { preconditionIds: [dropId('drop-chain-1')] });
    const third = dropReport('chain-3', { preconditionIds: [dropId('drop-chain-2')] });
    const bench = plannedBench([{ ...report, drops: [...(report.drops ?? []), second, third] }]);
    const first = dropId('drop-chain-1');
    bench.send({ kind: 'dropBecameClaimable', dropId: first, instanceId: instanceIdOf('chain-1') });
    bench.send({ kind: 'claimAnswered', dropId: first, outcome: { kind: 'failed', failure: failure('integrity') } });
    const { campaigns } = planRequestOf(bench.state, bench.now);
    assert.deepEqual(campaigns[0]?.blocks, [null, 'precondition-open', 'precondition-open']);
  });

  test('leaves out what can never be earned, unless it is a must', () => {
    const reports = [of('lantern'), of('harbour', ferry, 24, 60, { linked: false })];
    const names = (settings: Partial<MiningSettings>): readonly string[] =>
      requestOf(reports, { badgesAndEmotesUnlinked: false, ...settings }).campaigns.map(
        ({ campaign }) => campaign.name,
      );
    assert.deepEqual(names({}), ['lantern']);
    assert.deepEqual(names(must), ['harbour', 'lantern']);
  });

  test('names what is being credited', () => {
    assert.equal(requestOf([of('lantern')]).watchingId, lantern);
  });
});

test('the price and what was seen of channels survive a restart', () => {
  const allow = { allowList: [{ id: one, login: 'channel_1' }] };
  const bench = plannedBench([of('lantern', lanterns, 24, 60, allow)]);
  bench.wait(20 * minute);
  reload(bench, [of('lantern', lanterns, 24, 60, allow)]);
  const memory = savedBy(bench);
  assert.ok(memory.price);
  assert.deepEqual(Object.keys(memory.sightings?.channels ?? {}), ['1']);
  const again = createBench({ mode: 'plan' });
  again.send({ kind: 'started', memory: JSON.parse(JSON.stringify(memory)) });
  assert.deepEqual(again.state.price, memory.price);
  assert.deepEqual(again.state.sightings, memory.sightings);
  again.send({ kind: 'signedIn', userId: userId('2'), login: 'somebody_else' });
  assert.equal(again.state.price, null, 'a minute is worth something else to another account');
  assert.deepEqual(again.state.sightings, memory.sightings);
});

test('a memory of before the planner is read', () => {
  const { price: _price, sightings: _sightings, ...old } = savedBy(plannedBench([of('lantern')]));
  const again = createBench({ mode: 'plan' });
  again.send({ kind: 'started', memory: old });
  again.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  again.inventory([of('harbour')]);
  again.channels([lanternChannel]);
  assert.equal(again.state.watching?.campaignId, harbour);
});

function savedBy(bench: Bench): Memory {
  bench.send({ kind: 'dropBecameClaimable', dropId: dropId('drop-lantern-1'), instanceId: instanceIdOf('lantern-1') });
  bench.send({ kind: 'claimAnswered', dropId: dropId('drop-lantern-1'), outcome: { kind: 'claimed' } });
  const saved = effects(bench, 'saveMemory').at(-1);
  if (saved?.kind !== 'saveMemory') throw new Error('expected the memory to be saved, found nothing');
  return saved.memory;
}
