import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  campaignView,
  channelView,
  healthView,
  loginView,
  type MinerView,
  planView,
  progressView,
  type SessionFacts,
  statusView,
} from '@dropwise/contract';
import { type MinerState, planDrops, planRequestOf } from '@dropwise/core';
import { campaignId, channelId, dropId } from '@dropwise/kit';
import * as v from 'valibot';
import { emptyView } from '../../lines/empty-view.ts';
import {
  buildState,
  campaign,
  channel,
  drop,
  ferry,
  hour,
  minute,
  start,
  watching,
  watchingState,
} from '../testing/build-state.ts';
import { buildView } from './build-view.ts';

const session: SessionFacts = {
  clientName: 'tv',
  lastValidatedAt: 5,
  expiresAt: 9,
  cookiesValid: true,
  limits: ['No.'],
};

function viewOf(state: MinerState, now = start, of: SessionFacts | null = session): MinerView {
  const view = buildView({ childId: 'miner', state, now, session: of }, emptyView('miner'));
  for (const each of Object.values(view.campaigns)) v.parse(campaignView, each);
  for (const each of Object.values(view.channels)) v.parse(channelView, each);
  v.parse(statusView, view.status);
  v.parse(loginView, view.login);
  v.parse(healthView, view.health);
  if (view.progress !== null) v.parse(progressView, view.progress);
  if (view.plan !== null) v.parse(planView, view.plan);
  return view;
}

const waiting = {
  kind: 'waitingForPerson',
  userCode: 'ABCDEFGH',
  verificationUri: 'https://www.twitch.tv/activate',
  expiresAt: start + hour,
  attempt: 0,
} as const;

const sentences: readonly (readonly [what: string, state: MinerState, sentence: string])[] = [
  [
    'signing in',
    buildState({ account: { kind: 'signedOut', attempt: 0 }, phase: { kind: 'signedOut' } }),
    'Signing in.',
  ],
  ['waiting', buildState({ account: waiting, phase: { kind: 'signedOut' } }), 'Waiting for you to sign in.'],
  [
    'fetching',
    buildState({ phase: { kind: 'inventoryFetch', requestId: 1, since: start, depth: 'full' } }),
    'Asking Twitch for campaigns.',
  ],
  ['watching', watchingState(), 'Watching Channel 1 (Lanterns) for week.'],
  [
    'watching and looking',
    watchingState({ phase: { kind: 'channelsFetch', requestId: 1, since: start } }),
    'Watching Channel 1 (Lanterns) for week. Looking for channels.',
  ],
  ['watching what is forgotten', watchingState({ channels: [], campaigns: [] }), 'Watching 1.'],
  ['choosing', buildState({ phase: { kind: 'channelSwitch' } }), 'Choosing what to watch.'],
  ['ending', buildState({ phase: { kind: 'exit' } }), 'Stopping.'],
];
for (const [what, state, sentence] of sentences) {
  test(`a miner that is ${what} says so`, () => assert.equal(viewOf(state).status.status, sentence));
}

test('an idle miner says why', () => {
  const view = viewOf(buildState());
  assert.match(view.status.status, /campaign/);
  assert.equal(view.health.level, 'idle');
  assert.deepEqual(view.health.detail, {});
});

test('the status has what is watched, what was chosen by hand and what was earned', () => {
  const { status } = viewOf(
    watchingState({
      watching: watching({ lastConfirmedAt: start - minute }),
      manual: { channelId: channelId('2'), gameId: ferry.id, since: start },
      totals: { claimed: 2, confirmedMinutes: 30 },
      socket: { connected: 7, total: 8, downSince: null, lastDropEventAt: null },
    }),
  );
  assert.deepEqual(status.watching, {
    channelId: '1',
    login: 'channel_1',
    displayName: 'Channel 1',
    game: 'Lanterns',
    viewers: 1,
    campaignId: 'campaign-week',
    campaignName: 'week',
    since: start,
    transport: 'spade',
    lastConfirmedAt: start - minute,
  });
  assert.deepEqual(status.manual, { channelId: '2', login: 'channel_2', game: 'Ferry', since: start });
  assert.deepEqual([status.claimed, status.confirmedMinutes, status.sockets], [2, 30, { connected: 7, total: 8 }]);
});

const logins: readonly (readonly [MinerState['account'], RegExp])[] = [
  [{ kind: 'signedOut', attempt: 0 }, /^Not signed in yet\.$/],
  [{ kind: 'signedOut', attempt: 2 }, /2 tries did not work/],
  [waiting, /Open https:\/\/www\.twitch\.tv\/activate and enter ABCDEFGH\./],
  [buildState().account, /^Signed in as viewer\.$/],
];
for (const [account, sentence] of logins) {
  test(`the login of an account that is ${account.kind} (${'attempt' in account ? account.attempt : 0})`, () => {
    const { login } = viewOf(buildState({ account }));
    assert.equal(login.state, account.kind);
    assert.match(login.sentence, sentence);
    assert.deepEqual([login.clientName, login.cookiesValid, login.expiresAt, login.limits], ['tv', true, 9, ['No.']]);
    assert.equal(login.userCode, account.kind === 'waitingForPerson' ? 'ABCDEFGH' : null);
  });
}

test('of a login that the miner has not told of, nothing is made up', () => {
  const { login } = viewOf(buildState(), start, null);
  assert.deepEqual([login.clientName, login.cookiesValid, login.lastValidatedAt], [null, null, null]);
});

test('progress is of the drop that is done first, confirmed and estimated apart', () => {
  const progress = { confirmedMinutes: 20, confirmedAt: start, confirmedBy: 'socket', estimatedMinutes: 2 } as const;
  const drops = [drop('long', { requiredMinutes: 120 }), drop('short', { progress })];
  const view = viewOf(watchingState({ campaigns: [campaign('week', { drops })] }), start + minute);
  assert.ok(view.progress);
  assert.equal(view.progress.dropName, 'short');
  assert.deepEqual([view.progress.confirmedMinutes, view.progress.estimatedMinutes], [20, 2]);
  assert.equal(view.progress.imageUrl, 'https://art.test/l');
  assert.equal(view.progress.finishesAt, start + 40 * minute, 'counted from the last confirmation: it stands still');
});

test('without a campaign or a drop that takes minutes there is no progress', () => {
  const claimed = drop('one', { claim: { kind: 'claimed', at: start } });
  assert.equal(viewOf(watchingState({ watching: null })).progress, null);
  assert.equal(viewOf(watchingState({ watching: watching({ campaignId: null }) })).progress, null);
  assert.equal(viewOf(watchingState({ campaigns: [campaign('week', { drops: [claimed] })] })).progress, null);
});

/** Channel → can a wanted campaign be earned on it? */
const earnings: readonly (readonly [what: string, ReturnType<typeof channel>, boolean])[] = [
  ['of a wanted game', channel(1), true],
  ['of another game', channel(2, { game: { ...ferry, id: 'other' as typeof ferry.id } }), false],
  ['offline', channel(3, { stream: null }), false],
  ['of a game whose only campaign lists others', channel(4, { game: ferry }), false],
  ['on the list of that campaign', channel(5, { game: ferry }), true],
];
for (const [what, each, expected] of earnings) {
  test(`a channel ${what} has ${expected ? '' : 'no '}drops`, () => {
    const listed = campaign('listed', { game: ferry, allowList: [{ id: channelId('5'), login: 'channel_5' }] });
    const view = viewOf(watchingState({ campaigns: [campaign('week'), listed], channels: [each] }));
    assert.equal(view.channels[each.id]?.drops, expected);
    assert.equal(view.channels[each.id]?.watching, each.id === '1');
  });
}

test('a doubt that is over is none', () => {
  const channels = [channel(1, { doubtfulUntil: start }), channel(2, { doubtfulUntil: start + 1 })];
  const view = viewOf(watchingState({ channels }));
  assert.equal(view.channels['1']?.doubtfulUntil, null);
  assert.equal(view.channels['2']?.doubtfulUntil, start + 1);
});

/** Campaign → state, why not. */
const campaigns: readonly (readonly [what: string, Parameters<typeof campaign>[1], state: string, whyNot: string])[] = [
  ['being watched', { id: campaignId('campaign-week') }, 'active', 'mining'],
  [
    'of another game without a channel',
    { game: { ...ferry, id: 'x' as typeof ferry.id } },
    'active',
    'no-live-channel',
  ],
  ['to come', { startsAt: start + hour }, 'upcoming', 'upcoming'],
  ['over', { endsAt: start - 1 }, 'expired', 'expired'],
  ['that Twitch calls expired', { expired: true }, 'expired', 'expired'],
  ['not linked', { linked: 'unlinked', linkUrl: 'https://link.test' }, 'active', 'not-linked'],
  ['with everything claimed', { drops: [drop('a', { claim: { kind: 'claimed', at: 1 } })] }, 'active', 'claimed'],
];
for (const [what, change, state, whyNot] of campaigns) {
  test(`a campaign ${what} is ${state}: ${whyNot}`, () => {
    const each = campaign('other', change);
    const view = viewOf(watchingState({ campaigns: [campaign('week'), each] })).campaigns[each.id];
    assert.equal(view?.state, state);
    assert.equal(view?.whyNot?.code, whyNot);
    assert.equal(view?.drops[0]?.whyNot?.code, whyNot);
    assert.equal(view?.whyNot?.link, change?.linkUrl ?? null);
    assert.equal(view?.whyNot?.value, whyNot === 'not-linked' ? 'Lanterns' : null);
  });
}

test('a campaign view names its drops, wishes, links and at most a hundred channels', () => {
  const byHand = drop('hand', {
    claim: { kind: 'byHand', instanceId: null, since: start, link: 'https://claim.test' },
    preconditionIds: [dropId('drop-a')],
  });
  const allowList = Array.from({ length: 5_000 }, (_, number) => ({ id: channelId(`${number}`), login: `c${number}` }));
  const { settings } = buildState();
  const wishes = { ...settings.wishes, games: { Lanterns: 'must' as const } };
  const each = campaign('week', { drops: [drop('a', { claim: { kind: 'claimed', at: 1 } }), byHand], allowList });
  const view = viewOf(watchingState({ campaigns: [each], settings: { ...settings, wishes } })).campaigns[each.id];
  assert.equal(view?.allowList?.length, 100);
  assert.equal(view?.claimedDrops, 1);
  assert.equal(view?.drops[1]?.claimLink, 'https://claim.test');
  assert.deepEqual(view?.drops[1]?.preconditionIds, ['drop-a']);
  assert.equal(view?.drops[1]?.wish, 'must');
  assert.equal(view?.drops[1]?.forecast, null);
});

test('a plan is told with names and a sentence for every drop, and forecasts stand at the drops too', () => {
  const much = campaign('much', {
    game: ferry,
    drops: [drop('huge', { requiredMinutes: 30 * 60, endsAt: start + hour })],
  });
  const state = watchingState({ campaigns: [campaign('week'), much] });
  const plan = planDrops(planRequestOf(state, start));
  const view = viewOf({ ...state, plan });
  assert.ok(view.plan);
  const [first] = view.plan.slots;
  assert.equal(first?.campaignName, 'week');
  assert.deepEqual(first?.finishes, [{ dropId: 'drop-week-1', dropName: 'week-1' }]);
  const byName = new Map(view.plan.forecasts.map((each) => [each.dropName, each]));
  assert.match(byName.get('week-1')?.sentence ?? '', /^On track, with 23 h to spare\.$/);
  assert.match(byName.get('huge')?.sentence ?? '', /^Too little time is left: it lacks 29 h/);
  assert.deepEqual(view.plan.counts, { onTrack: 1, atRisk: 0, later: 0, givenUp: 0, impossible: 1 });
  assert.equal(view.campaigns['campaign-week']?.drops[0]?.forecast, 'onTrack');
  assert.equal(view.progress?.finishesAt, byName.get('week-1')?.finishesAt);
});

test('what a plan says of a campaign that is gone is left out, and a price without a bound is null', () => {
  const state = watchingState();
  const plan = { ...planDrops(planRequestOf(state, start)), price: { must: 0, want: 0.1, fill: Infinity } };
  const view = viewOf({ ...state, campaigns: {}, plan });
  assert.deepEqual([view.plan?.slots, view.plan?.forecasts], [[], []]);
  assert.deepEqual(view.plan?.price, { must: 0, want: 0.1, fill: null });
});

test('what says the same stays the same object, and only what changed is another', () => {
  const state = watchingState();
  const withPlan = { ...state, plan: planDrops(planRequestOf(state, start)) };
  const build = (of: MinerState, before: MinerView) =>
    buildView({ childId: 'miner', state: structuredClone(of), now: start, session: { ...session } }, before);
  const first = build(withPlan, emptyView('miner'));
  const second = build(withPlan, first);
  assert.equal(second, first);
  const third = build(
    { ...withPlan, channels: { ...state.channels, 1: channel(1, { displayName: 'New' }) } as MinerState['channels'] },
    second,
  );
  assert.notEqual(third, second);
  assert.notEqual(third.channels['1'], second.channels['1']);
  assert.equal(third.channels['2'], second.channels['2']);
  assert.equal(third.campaigns, second.campaigns);
  assert.equal(third.plan, second.plan);
  const fourth = build({ ...withPlan, channels: {} }, third);
  assert.deepEqual(fourth.channels, {});
});

test('a renamed campaign is renamed in the plan', () => {
  const state = watchingState();
  const withPlan = { ...state, plan: planDrops(planRequestOf(state, start)) };
  const before = buildView({ childId: 'miner', state: withPlan, now: start, session }, emptyView('miner'));
  const renamed = {
    ...withPlan,
    campaigns: { ...withPlan.campaigns, 'campaign-week': campaign('week', { name: 'Week 2' }) },
  };
  const after = buildView({ childId: 'miner', state: renamed, now: start, session }, before);
  assert.equal(after.plan?.slots[0]?.campaignName, 'Week 2');
});
