import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from '../testing/setup.ts';

test('details tell drops, allow list and preconditions, and nothing about the viewer', async () => {
  const { client } = setUp();
  const { data } = await client.gql('DropCampaignDetails', {
    channelLogin: '12345678',
    dropID: '5a000000-0000-4000-8000-000000000002',
  });
  const { dropCampaign } = (
    data as {
      user: { dropCampaign: { allow: { channels: { name: string }[] }; timeBasedDrops: object[]; game: object } };
    }
  ).user;
  assert.deepEqual(
    dropCampaign.allow.channels.map(({ name }) => name),
    ['sample_anchor', 'sample_asleep'],
  );
  assert.ok(dropCampaign.timeBasedDrops.every((drop) => !('self' in drop)));
  const chain = await client.gql('DropCampaignDetails', { dropID: '5a000000-0000-4000-8000-000000000003' });
  const drops = (
    chain.data as { user: { dropCampaign: { timeBasedDrops: { preconditionDrops: { id: string }[] | null }[] } } }
  ).user.dropCampaign.timeBasedDrops;
  assert.deepEqual(
    drops.map(({ preconditionDrops }) => preconditionDrops?.length ?? null),
    [null, 1, 1],
  );
});

test('an unknown campaign is null, a missing id is an error', async () => {
  const { client } = setUp();
  const unknown = await client.gql('DropCampaignDetails', { dropID: 'nothing' });
  assert.deepEqual(unknown.data, { user: { id: '12345678', dropCampaign: null } });
  assert.match((await client.gql('DropCampaignDetails', {})).errors?.[0]?.message ?? '', /dropID/);
});
