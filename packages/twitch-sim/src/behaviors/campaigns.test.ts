import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from '../testing/setup.ts';
import { createTestClient, type GqlItem } from '../testing/test-client.ts';

const listOf = ({ data }: GqlItem) =>
  (data as { currentUser: { dropCampaigns: { id: string; name: string; status: string }[] | null } }).currentUser
    .dropCampaigns;

test('a campaign is listed from listedAt, upcoming until its start and expired for a day after its end', async () => {
  const hourMs = 3_600_000;
  const { clock, client } = setUp((scenario) => ({
    ...scenario,
    campaigns: scenario.campaigns.slice(0, 1).map((campaign) => ({
      ...campaign,
      listedAt: scenario.startAt + hourMs,
      startAt: scenario.startAt + 2 * hourMs,
      endAt: scenario.startAt + 3 * hourMs,
    })),
  }));
  const statuses: (string | undefined)[] = [];
  for (let i = 0; i < 4; i++) {
    statuses.push(listOf(await client.gql('ViewerDropsDashboard', {}))?.[0]?.status);
    await clock.advance(hourMs);
  }
  assert.deepEqual(statuses, [undefined, 'UPCOMING', 'ACTIVE', 'EXPIRED']);
  await clock.advance(24 * hourMs);
  assert.deepEqual(listOf(await client.gql('ViewerDropsDashboard', {})), []);
});

test('the catalogue is null for a client that may not see it, and for no other', async () => {
  const { sim, client } = setUp((scenario) => ({
    ...scenario,
    switches: { ...scenario.switches, nullCatalogueFor: ['tv'] },
  }));
  assert.equal(listOf(await createTestClient(sim, 'tv').gql('ViewerDropsDashboard', {})), null);
  assert.equal(listOf(await client.gql('ViewerDropsDashboard', {}))?.length, 3);
});
