import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadScenario } from './scenarios/index.ts';
import { createSim, type Sim } from './sim.ts';
import { virtualClockAt } from './testing/setup.ts';
import { createTestClient } from './testing/test-client.ts';
import { earnableDrops } from './world/campaigns.ts';

function open(name: string, seed = 1) {
  const scenario = loadScenario(name, seed);
  const clock = virtualClockAt(scenario.startAt);
  return { clock, sim: createSim({ scenario, seed, clock }) };
}

/** The live channel whose next drop is closest: a viewer who knows everything. */
function bestChannel(sim: Sim): string | null {
  let best: { login: string; left: number } | null = null;
  for (const { definition } of sim.world.channels.all) {
    const stream = sim.world.channels.streamOf(definition.id);
    if (stream === null) continue;
    const [campaign] = [...sim.world.campaigns.candidatesFor(definition.id, stream.game?.id ?? null)].filter(
      (each) => earnableDrops(each, sim.clock.now()).length > 0,
    );
    if (campaign === undefined) continue;
    const left = Math.min(
      ...earnableDrops(campaign, sim.clock.now()).map((drop) => drop.definition.requiredMinutes - drop.grantedMinutes),
    );
    if (best === null || left < best.left) best = { login: definition.login, left };
  }
  return best?.login ?? null;
}

test('a viewer who chooses well claims three drops within 40 minutes of the evening', async () => {
  const { sim, clock } = open('evening');
  const client = createTestClient(sim);
  for (let minute = 0; minute < 40; minute++) {
    const login = bestChannel(sim);
    if (login !== null) await client.watch(login);
    await clock.advance(59_000);
    for (const campaign of sim.world.campaigns.all) {
      for (const drop of campaign.drops) {
        const dropInstanceID = sim.world.dropInstanceIdOf(drop);
        if (dropInstanceID !== null) await client.gql('DropsPage_ClaimDropRewards', { input: { dropInstanceID } });
      }
    }
  }
  assert.ok((sim.counters().claims.claimed ?? 0) >= 3, `${sim.counters().claims.claimed} claims`);
});

test('September 2026 refuses what the real service refuses since then', async () => {
  const { sim, clock } = open('september-2026');
  const device = async (clientId: string) =>
    (await createTestClient(sim, 'tv').post('https://id.twitch.tv/oauth2/device', `client_id=${clientId}&scopes=`, {}))
      .status;
  assert.equal(await device('kd1unb4b3q4t58fwlpcbzcbnm76a8fp'), 400);
  assert.equal(await device('ue6666qo983tsx6so1t0vnawi233wa'), 200);
  const tv = createTestClient(sim, 'tv');
  for (const operation of ['ViewerDropsDashboard', 'DropCampaignDetails', 'DropsPage_ClaimDropRewards'] as const) {
    assert.equal((await tv.gql(operation, {})).errors?.[0]?.message, 'failed integrity check', operation);
  }
  const { data } = await tv.gql('Inventory', {});
  const { dropCampaignsInProgress } = (data as { currentUser: { inventory: { dropCampaignsInProgress: object[] } } })
    .currentUser.inventory;
  assert.ok(dropCampaignsInProgress.length >= 2);
  const drops = tv.listen([`user-drop-events.${sim.world.userId}`]);
  const notifications = tv.listen([`onsite-notifications.${sim.world.userId}`]);
  await clock.advance(1);
  assert.deepEqual([drops.frames[0]?.error, notifications.frames[0]?.error], ['ERR_BADAUTH', '']);
  const live = sim.world.channels.all.find(({ definition }) => sim.world.channels.streamOf(definition.id) !== null);
  await tv.watch(live?.definition.login ?? '');
  assert.equal(sim.counters().watch.transportDoesNotCount, 1);
});

test("thirty days of real weeks pass with a miner's traffic", async () => {
  const { sim, clock } = open('real-weeks');
  const client = createTestClient(sim);
  const followed = sim.world.channels.all.slice(0, 199);
  for (let start = 0; start < followed.length; start += 25) {
    client.listen(
      followed
        .slice(start, start + 25)
        .flatMap(({ definition: { id } }) => [`video-playback-by-id.${id}`, `broadcast-settings-update.${id}`]),
    );
  }
  for (let hour = 0; hour < 30 * 24; hour++) {
    if (hour % 24 === 0) await client.gql('ViewerDropsDashboard', {});
    const live = followed.find(({ definition }) => sim.world.channels.streamOf(definition.id) !== null);
    if (live !== undefined) await client.watch(live.definition.login);
    await clock.advance(3_600_000);
  }
  assert.ok((sim.counters().socketMessages['video-playback-by-id'] ?? 0) > 50_000);
  assert.deepEqual(sim.counters().refusals, {});
});
