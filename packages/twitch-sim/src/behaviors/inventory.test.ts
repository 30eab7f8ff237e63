import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, watchFor } from '../testing/setup.ts';
import type { GqlItem } from '../testing/test-client.ts';

interface InventoryData {
  currentUser: {
    inventory: {
      dropCampaignsInProgress: {
        id: string;
        status: string;
        timeBasedDrops: { id: string; self: Record<string, unknown> }[];
      }[];
      gameEventDrops: { id: string; lastAwardedAt: string }[];
    };
  };
}

const inventoryOf = ({ data }: GqlItem) => (data as InventoryData).currentUser.inventory;

test('a campaign appears after its first credited minute, with all of its drops', async () => {
  const setup = setUp();
  assert.deepEqual(inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress, []);
  await watchFor(setup, 'sample_gull', 1);
  await setup.clock.advance(60_000);
  const [campaign, ...others] = inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress;
  assert.equal(others.length, 0);
  assert.deepEqual(
    campaign?.timeBasedDrops.map(({ self }) => [
      self.currentMinutesWatched,
      self.hasPreconditionsMet,
      self.dropInstanceID,
    ]),
    [
      [1, true, null],
      [0, false, null],
      [0, false, null],
    ],
  );
});

test('a minute that is not reported yet is not shown', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_gull', 1);
  await setup.clock.advance(1_000);
  await setup.client.watch('sample_gull');
  const [campaign] = inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress;
  assert.equal(campaign?.timeBasedDrops[0]?.self.currentMinutesWatched, 1);
});

test('a met drop has an instance id, a claimed one has a reward instead', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_harbor', 4);
  const dropInstanceID = '12345678#5a000000-0000-4000-8000-000000000001#5ad00000-0000-4000-8000-000000000001';
  const selves = async () =>
    inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress[0]?.timeBasedDrops.map(
      ({ self }) => self,
    );
  assert.equal((await selves())?.[0]?.dropInstanceID, dropInstanceID);
  await setup.client.gql('DropsPage_ClaimDropRewards', { input: { dropInstanceID } });
  assert.deepEqual([(await selves())?.[0]?.dropInstanceID, (await selves())?.[0]?.isClaimed], [null, true]);
  const { gameEventDrops } = inventoryOf(await setup.client.gql('Inventory', {}));
  assert.deepEqual(
    gameEventDrops.map(({ id, lastAwardedAt }) => [id, Date.parse(lastAwardedAt)]),
    [['5ab00000-0000-4000-8000-000000000001', setup.clock.now()]],
  );
});

test('a campaign leaves when all of it is claimed', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_anchor', 6);
  const claim = {
    dropInstanceID: '12345678#5a000000-0000-4000-8000-000000000002#5ad00000-0000-4000-8000-000000000003',
  };
  await setup.client.gql('DropsPage_ClaimDropRewards', { input: claim });
  const ids = inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress.map(({ id }) => id);
  assert.ok(!ids.includes('5a000000-0000-4000-8000-000000000002'));
});

test('an ended campaign stays for a day while a met drop waits', async () => {
  const setup = setUp();
  await watchFor(setup, 'sample_harbor', 4);
  const { endAt } = setup.sim.scenario.campaigns[0] ?? assert.fail('the sample has campaigns');
  await setup.clock.advanceTo(endAt + 60_000);
  const statuses = async () =>
    inventoryOf(await setup.client.gql('Inventory', {})).dropCampaignsInProgress.map(({ status }) => status);
  assert.deepEqual(await statuses(), ['EXPIRED']);
  await setup.clock.advance(24 * 3_600_000);
  assert.deepEqual(await statuses(), []);
});
