import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { campaignId, dropId, userId } from '@dropwise/kit';
import type { MiningSettings } from './settings.ts';
import {
  createBench,
  createWatchingBench,
  dropReport,
  ferry,
  instanceIdOf,
  lanterns,
  minute,
  start,
} from './testing/fixtures.ts';
import {
  confirm,
  ferryChannel,
  harbour,
  lantern,
  lanternChannel,
  must,
  of,
  plannedBench,
  reload,
  savedBy,
} from './testing/planned.ts';
import { effects, facts, one, passMinute, phaseOf, two } from './testing/reading.ts';

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
    confirm(bench, 'lantern', 2, 10);
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
    assert.match(reason?.detail.problem ?? '', /^it lacks \d+ minutes$/);
    assert.equal(reason?.detail.problemCode, 'risk-lacks');
    assert.match(reason?.detail.problemMinutes ?? '', /^\d+$/);
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
    assert.equal(forecast?.kind, 'givenUp', 'both do not fit, and the other is a must');
    assert.deepEqual([given?.campaignName, given?.wish], ['lantern', 'want']);
    bench.channels([lanternChannel, ferryChannel]);
    reload(bench, reports);
    assert.equal(facts(bench, 'dropGivenUp').length, 0);
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

test('a fault of the planner’s own is told, and mining goes on without a plan until it can be made', () => {
  const memory = savedBy(plannedBench([of('lantern')]));
  const price = {
    want: 0,
    fill: 0,
    get must(): number {
      throw new Error('a bug');
    },
  };
  const bench = createBench({ mode: 'plan' });
  bench.send({ kind: 'started', memory: { ...memory, price: { price, learntAt: start } } });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.inventory([of('harbour', ferry, 48), of('quay', lanterns, 24)]);
  bench.channels([lanternChannel, ferryChannel]);
  assert.ok(bench.state.conditions['plan-failing']);
  assert.equal(bench.state.watching?.campaignId, campaignId('campaign-quay'), 'what ends first');
  const { settings } = bench.state;
  bench.send({ kind: 'settingsChanged', settings: { ...settings, ...must } });
  assert.equal(bench.state.conditions['plan-failing'], undefined);
  assert.equal(bench.state.watching?.campaignId, harbour);
});
