import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, watchFor } from '../testing/setup.ts';

test('a slug is found by the name, in any case', async () => {
  const { client } = setUp();
  const game = { id: '900001', slug: 'lanterns-of-vael', __typename: 'Game' };
  assert.deepEqual((await client.gql('DirectoryGameRedirect', { name: 'LANTERNS of Vael' })).data, { game });
  assert.deepEqual((await client.gql('DirectoryGameRedirect', { name: 'Chess' })).data, { game: null });
});

test('stream info tells the stream, null while offline, and no user for an unknown login', async () => {
  const { client, sim } = setUp();
  const userOf = async (channel: string) =>
    (
      (await client.gql('VideoPlayerStreamInfoOverlayChannel', { channel })).data as {
        user: { id: string; stream: { id: string } | null } | null;
      }
    ).user;
  assert.equal((await userOf('sample_harbor'))?.stream?.id, sim.world.channels.streamOf('70001')?.broadcastId);
  assert.equal((await userOf('sample_asleep'))?.stream, null);
  assert.equal(await userOf('nobody'), null);
});

test("the current drop is the account's, whatever channel is asked about", async () => {
  const setup = setUp();
  const session = async () =>
    (
      (await setup.client.gql('DropCurrentSessionContext', { channelID: '70002', channelLogin: '' })).data as {
        currentUser: { dropCurrentSession: unknown };
      }
    ).currentUser.dropCurrentSession;
  assert.equal(await session(), null);
  await watchFor(setup, 'sample_anchor', 2);
  assert.deepEqual(await session(), {
    channel: { id: '70003', name: 'sample_anchor', displayName: 'Sample_Anchor' },
    game: { id: '900002', displayName: 'Night Ferry' },
    currentMinutesWatched: 2,
    requiredMinutesWatched: 5,
    dropID: '5ad00000-0000-4000-8000-000000000003',
  });
});

test('available drops are those that count on the channel, null while offline', async () => {
  const { client } = setUp();
  const available = async (channelID: string) =>
    (await client.gql('DropsHighlightService_AvailableDrops', { channelID })).data as {
      channel: { viewerDropCampaigns: { name: string }[] | null } | null;
    };
  assert.deepEqual(
    (await available('70003')).channel?.viewerDropCampaigns?.map(({ name }) => name),
    ['Captains Only', 'Three Crossings'],
  );
  assert.deepEqual(
    (await available('70004')).channel?.viewerDropCampaigns?.map(({ name }) => name),
    ['Three Crossings'],
  );
  assert.equal((await available('70005')).channel?.viewerDropCampaigns, null);
  assert.equal((await available('1')).channel, null);
});

test('a deleted notification is remembered', async () => {
  const { client, sim } = setUp();
  const { data } = await client.gql('OnsiteNotifications_DeleteNotification', { input: { id: 'n1' } });
  assert.deepEqual(data, { deleteNotification: { notification: { id: 'n1' } } });
  assert.deepEqual(sim.world.dismissedNotifications(), ['n1']);
});

test('an offline channel has no playback token', async () => {
  const { client } = setUp();
  const { data } = await client.gql('PlaybackAccessToken', {
    isLive: true,
    isVod: false,
    login: 'sample_asleep',
    platform: 'web',
    playerType: 'site',
    vodID: '',
  });
  assert.deepEqual(data, { streamPlaybackAccessToken: null });
});
