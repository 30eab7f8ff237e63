import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Scenario, ScenarioCampaign } from '../scenarios/scenario.ts';
import { setUp, type TestSetup, watchFor } from '../testing/setup.ts';
import type { WatchSign } from './crediting.ts';

const paperLantern = '5ad00000-0000-4000-8000-000000000001';
const brassLantern = '5ad00000-0000-4000-8000-000000000002';
const captainHat = '5ad00000-0000-4000-8000-000000000003';
const firstCrossing = '5ad00000-0000-4000-8000-000000000004';
const secondCrossing = '5ad00000-0000-4000-8000-000000000005';
const harbor = '70001';
const anchor = '70003';
const gull = '70004';

function sign({ sim }: TestSetup, channelId: string, changes: Partial<WatchSign> = {}): WatchSign {
  const stream = sim.world.channels.streamOf(channelId);
  return {
    transport: 'spade',
    channelId,
    broadcastId: stream?.broadcastId ?? '1',
    gameId: stream?.game?.id ?? '900001',
    ...changes,
  };
}

function minutesOf({ sim }: TestSetup, dropId: string): number {
  return sim.world.campaigns.findDrop(dropId)?.minutes ?? Number.NaN;
}

function changeCampaigns(change: (campaign: ScenarioCampaign) => ScenarioCampaign): (scenario: Scenario) => Scenario {
  return (scenario) => ({ ...scenario, campaigns: scenario.campaigns.map(change) });
}

const longDrops = changeCampaigns((campaign) => ({
  ...campaign,
  drops: campaign.drops.map((drop) => ({ ...drop, requiredMinutes: 5_000 })),
}));

describe('what a sign of watching brings', () => {
  const table: readonly {
    name: string;
    channelId: string;
    changes?: Partial<WatchSign>;
    change?: (scenario: Scenario) => Scenario;
    verdict: string;
  }[] = [
    { name: 'a fitting sign is credited', channelId: harbor, verdict: 'credited' },
    {
      name: 'a way of watching that does not count brings nothing',
      channelId: harbor,
      changes: { transport: 'gql' },
      verdict: 'transportDoesNotCount',
    },
    { name: 'an unknown channel brings nothing', channelId: '1', verdict: 'unknownChannel' },
    { name: 'an offline channel brings nothing', channelId: '70005', verdict: 'channelOffline' },
    {
      name: 'a broadcast that is over brings nothing',
      channelId: harbor,
      changes: { broadcastId: '310000000000' },
      verdict: 'staleBroadcast',
    },
    {
      name: 'an event without a game brings nothing',
      channelId: harbor,
      changes: { gameId: '' },
      verdict: 'noGameInEvent',
    },
    {
      name: 'an event with another game brings nothing',
      channelId: harbor,
      changes: { gameId: '900002' },
      verdict: 'wrongGameInEvent',
    },
    {
      name: 'a way of watching that tells no game is credited',
      channelId: harbor,
      changes: { gameId: null, broadcastId: null, transport: 'hls' },
      verdict: 'credited',
    },
    {
      name: 'a campaign that is not linked brings nothing',
      channelId: harbor,
      change: (scenario) => ({ ...scenario, account: { ...scenario.account, linkedGameIds: [] } }),
      verdict: 'noCampaign',
    },
    {
      name: 'a campaign with a badge needs no link',
      channelId: harbor,
      change: (scenario) => ({
        ...changeCampaigns((campaign) => ({
          ...campaign,
          drops: campaign.drops.map((drop) => ({
            ...drop,
            benefits: drop.benefits.map((benefit) => ({ ...benefit, distributionType: 'BADGE' })),
          })),
        }))(scenario),
        account: { ...scenario.account, linkedGameIds: [] },
      }),
      verdict: 'credited',
    },
    {
      name: 'a campaign that is to come brings nothing',
      channelId: harbor,
      change: changeCampaigns((campaign) => ({ ...campaign, startAt: campaign.endAt - 1 })),
      verdict: 'noCampaign',
    },
    {
      name: 'drops outside of their own window bring nothing',
      channelId: harbor,
      change: changeCampaigns((campaign) => ({
        ...campaign,
        drops: campaign.drops.map((drop) => ({ ...drop, endAt: drop.startAt + 1 })),
      })),
      verdict: 'noCampaign',
    },
    {
      name: 'drops by subscription bring nothing',
      channelId: harbor,
      change: changeCampaigns((campaign) => ({
        ...campaign,
        drops: campaign.drops.map((drop) => ({ ...drop, requiredMinutes: 0, requiredSubs: 1 })),
      })),
      verdict: 'noCampaign',
    },
    {
      name: 'a channel that is not on the only allow list brings nothing',
      channelId: gull,
      change: (scenario) => ({
        ...scenario,
        campaigns: scenario.campaigns.filter(({ allowedChannelIds }) => allowedChannelIds !== null),
      }),
      verdict: 'noCampaign',
    },
  ];
  for (const { name, channelId, changes, change, verdict } of table) {
    test(name, () => {
      const setup = setUp(change);
      assert.equal(setup.sim.world.crediting.watch(sign(setup, channelId, changes)), verdict);
    });
  }
});

test('signs every second bring one minute a minute', async () => {
  const setup = setUp();
  let credited = 0;
  for (let second = 0; second < 180; second++) {
    if (setup.sim.world.crediting.watch(sign(setup, harbor)) === 'credited') credited += 1;
    await setup.clock.advance(1_000);
  }
  assert.ok(credited === 3 || credited === 4, `${credited} minutes in three`);
});

test('a sign every 59 s brings a minute each, but never gains on the clock', async () => {
  const setup = setUp(longDrops);
  for (let i = 0; i < 600; i++) {
    setup.sim.world.crediting.watch(sign(setup, harbor));
    await setup.clock.advance(59_000);
  }
  const granted = setup.sim.world.campaigns.findDrop(brassLantern)?.grantedMinutes ?? 0;
  assert.ok(granted <= 591 && granted >= 585, `${granted} minutes in 590`);
});

test('two channels together bring no more than one', async () => {
  const setup = setUp(longDrops);
  let credited = 0;
  for (let i = 0; i < 20; i++) {
    for (const channelId of [harbor, gull])
      if (setup.sim.world.crediting.watch(sign(setup, channelId)) === 'credited') credited += 1;
    await setup.clock.advance(30_000);
  }
  assert.equal(credited, 10);
});

test('a minute is told 20 to 60 s later, and Inventory shows the campaign only then', async () => {
  const setup = setUp();
  setup.sim.world.crediting.watch(sign(setup, harbor));
  await setup.clock.advance(19_000);
  assert.equal(minutesOf(setup, paperLantern), 0);
  await setup.clock.advance(41_000);
  assert.equal(minutesOf(setup, paperLantern), 1);
});

test('all drops of a campaign whose preconditions are met advance together', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_harbor', 2);
  await setup.clock.advance(60_000);
  assert.deepEqual([minutesOf(setup, paperLantern), minutesOf(setup, brassLantern)], [2, 2]);
});

test('minutes of a met drop stop while its sibling goes on', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_harbor', 5);
  await setup.clock.advance(60_000);
  assert.deepEqual([minutesOf(setup, paperLantern), minutesOf(setup, brassLantern)], [3, 5]);
});

test('an allow-listed campaign goes before an open one on the same channel', async () => {
  const setup = setUp(
    changeCampaigns((campaign) =>
      campaign.allowedChannelIds === null ? campaign : { ...campaign, endAt: campaign.endAt + 1 },
    ),
  );
  await watchFor(setup, 'sample_anchor', 1);
  await setup.clock.advance(60_000);
  assert.deepEqual([minutesOf(setup, captainHat), minutesOf(setup, firstCrossing)], [1, 0]);
  assert.equal(setup.sim.world.campaigns.findDrop(captainHat)?.grantedMinutes, 1);
});

test('the next drop of a chain starts only after the claim and a new watch event', async () => {
  const setup = setUp();
  const { world } = setup.sim;
  await watchFor(setup, 'sample_gull', 4);
  await setup.clock.advance(60_000);
  assert.deepEqual([minutesOf(setup, firstCrossing), minutesOf(setup, secondCrossing)], [3, 0]);
  assert.equal(world.crediting.watch(sign(setup, gull)), 'noCampaign');
  assert.equal(
    world.claim('12345678#5a000000-0000-4000-8000-000000000003#5ad00000-0000-4000-8000-000000000004'),
    'claimed',
  );
  await setup.clock.advance(60_000);
  assert.equal(world.crediting.session(), null);
  world.crediting.watch(sign(setup, gull));
  await setup.clock.advance(20_000);
  assert.equal(world.crediting.session()?.drop.definition.id, secondCrossing);
  assert.equal(minutesOf(setup, secondCrossing), 1);
});

test('a session is forgotten when no minute came for six minutes', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_anchor', 1);
  assert.equal(setup.sim.world.crediting.session()?.channelId, anchor);
  await setup.clock.advance(7 * 60_000);
  assert.equal(setup.sim.world.crediting.session(), null);
});

test('campaigns of special games count whatever the channel plays', () => {
  const special = { id: '509663', name: 'Special Events', slug: 'special-events' };
  const setup = setUp((scenario) => ({
    ...scenario,
    games: [...scenario.games, special],
    account: { ...scenario.account, linkedGameIds: [special.id] },
    campaigns: scenario.campaigns.map((campaign) =>
      campaign.name === 'Captains Only' ? { ...campaign, gameId: special.id } : campaign,
    ),
  }));
  assert.equal(setup.sim.world.crediting.watch(sign(setup, anchor)), 'credited');
  assert.equal(setup.sim.world.crediting.watch(sign(setup, gull)), 'noCampaign');
});

test('a met drop that nobody claims is recalled by a notification', async () => {
  const setup = setUp();
  const socket = setup.client.listen(['onsite-notifications.12345678']);
  await watchFor(setup, 'sample_harbor', 3);
  await setup.clock.advance(5 * 60_000);
  const [reminder] = socket.messages('onsite-notifications');
  const { notification } = (reminder ?? assert.fail('no reminder')).data as { notification: { type: string } };
  assert.equal(notification.type, 'user_drop_reward_reminder_notification');
});

test('the same seed gives the same reports', async () => {
  const run = async () => {
    const setup = setUp();
    const told: string[] = [];
    setup.sim.onEvent((event) => told.push(`${setup.clock.now()} ${JSON.stringify(event)}`));
    await watchFor(setup, 'sample_harbor', 8);
    return told;
  };
  const first = await run();
  assert.ok(first.length >= 8);
  assert.deepEqual(await run(), first);
});
