import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OperationName } from '@dropwise/twitch/definitions';
import { startSimServer } from './server.ts';
import { connectTo, type NetworkAnswer, sendTo, testTls } from './testing/network-client.ts';
import { setUp } from './testing/setup.ts';

/** What differs between the two miners that must run unchanged. Protocol 3.4, 4.3, 5.1, 5.2. */
interface Peer {
  readonly name: string;
  readonly hashes: Readonly<Partial<Record<OperationName, string>>>;
  readonly topicsPerListen: number;
  readonly watchUrl: RegExp;
  readonly watchProperties: Readonly<Record<string, unknown>>;
}

const shared = {
  DropCampaignDetails: '039277bf98f3130929262cc7c6efd9c141ca3749cb6dca442fc8ead9a53f77c1',
  VideoPlayerStreamInfoOverlayChannel: '198492e0857f6aedead9665c81c5a06d67b25b58034649687124083ff288597d',
  DropCurrentSessionContext: '4d06b702d25d652afb9ef835d2a550031f1cf762b193523a92166f40ea3d142b',
  DropsPage_ClaimDropRewards: 'a455deea71bdc9015b78eb49f4acfbce8baa7ccbedd28e549bb025bd0f751930',
} as const;

const peers: readonly Peer[] = [
  {
    name: 'TwitchDropsMiner',
    hashes: {
      ...shared,
      Inventory: '8337eb8541b314040b0edde0c09c5c7a2783ba1960aa9edfbf3bac16d0fec404',
      ViewerDropsDashboard: 'd9cae7761dafab85908c85e6683cb4201b449e66ac3bb5e894f15ff12aeafaa7',
      DirectoryPage_Game: '86bcceb4e8b1a51256ff8eed8bd8aae4acacf80d737efe904f84f3aeadf8cafd',
      DropsHighlightService_AvailableDrops: '782dad0f032942260171d2d80a654f88bdd0c5a9dddc392e9bc92218a0f42d20',
    },
    topicsPerListen: 20,
    watchUrl: /["']spade_?url["']: ?["'](https:\/\/[A-Za-z0-9_.\-/]+)["']/i,
    watchProperties: {},
  },
  {
    name: 'rangermix',
    hashes: {
      ...shared,
      Inventory: 'd86775d0ef16a63a33ad52e80eaff963b2d5b72fada7c991504a57496e1d8e4b',
      ViewerDropsDashboard: '5a4da2ab3d5b47c9f9ce864e727b2cb346af1e3ea8b897fe8f704a97ff017619',
      DirectoryPage_Game: 'cb5dc816e139dcb8a118f14b4b677d59abc224a4b016c4bc2bb00a47fe0ddec4',
      DropsHighlightService_AvailableDrops: '9a62a09bce5b53e26e64a671e530bc599cb6aab1e5ba3cbd5d85966d3940716f',
    },
    topicsPerListen: 10,
    watchUrl: /["']beacon_?url["']: ?["'](https:\/\/[^"']+)["']/i,
    watchProperties: { location: 'channel', player: 'site' },
  },
];

const clientId = 'kd1unb4b3q4t58fwlpcbzcbnm76a8fp';
const base = {
  Accept: '*/*',
  'Accept-Encoding': 'gzip',
  'Accept-Language': 'en-US',
  Pragma: 'no-cache',
  'Cache-Control': 'no-cache',
  'User-Agent': 'Dalvik/2.1.0',
};
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

for (const peer of peers) {
  test(`${peer.name} starts, watches and claims, in its own words`, async () => {
    const { sim, clock } = setUp();
    await using server = await startSimServer(sim, { tls: testTls });
    const get = (url: string, headers: Readonly<Record<string, string>>) => sendTo(server.port, { url, headers });
    const post = (url: string, headers: Readonly<Record<string, string>>, body: string) =>
      sendTo(server.port, { method: 'POST', url, headers, body });
    const asJson = ({ headers, body }: NetworkAnswer) => {
      assert.match(headers['content-type'] ?? '', /^application\/json/);
      return JSON.parse(body);
    };

    const landing = await get('https://www.twitch.tv/', {
      ...base,
      'Client-Id': clientId,
      'Client-Session-Id': '0123456789abcdef',
    });
    const deviceId =
      /unique_id=(\w+)/.exec(String(landing.headers['set-cookie']))?.[1] ?? assert.fail('no device cookie');
    const session = {
      ...base,
      'Client-Id': clientId,
      'X-Device-Id': deviceId,
      Origin: 'https://www.twitch.tv',
      Referer: 'https://www.twitch.tv',
    };

    const oauth = { ...session, ...form, Accept: 'application/json' };
    const code = asJson(await post('https://id.twitch.tv/oauth2/device', oauth, `client_id=${clientId}&scopes=`));
    const pollForm = new URLSearchParams({
      client_id: clientId,
      device_code: code.device_code,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    });
    const poll = () => post('https://id.twitch.tv/oauth2/token', oauth, pollForm.toString());
    assert.equal((await poll()).status, 400);
    await post('https://www.twitch.tv/activate', form, `user-code=${code.user_code}&decision=approve`);
    const token: string = asJson(await poll()).access_token;
    const validated = asJson(
      await get('https://id.twitch.tv/oauth2/validate', { ...base, Authorization: `OAuth ${token}` }),
    );
    assert.equal(validated.client_id, clientId);
    const userId: string = validated.user_id;

    const socket = await connectTo(server.port, 'wss://pubsub-edge.twitch.tv/v1');
    socket.send({ type: 'PING' });
    await socket.frame(({ type }) => type === 'PONG');
    const channelTopics = ['70001', '70002', '70003', '70004', '70005'].flatMap((id) => [
      `video-playback-by-id.${id}`,
      `broadcast-settings-update.${id}`,
    ]);
    const topics = [`user-drop-events.${userId}`, `onsite-notifications.${userId}`, ...channelTopics];
    for (let start = 0; start < topics.length; start += peer.topicsPerListen) {
      const nonce = `nonce${start}`;
      socket.send({
        type: 'LISTEN',
        nonce,
        data: { topics: topics.slice(start, start + peer.topicsPerListen), auth_token: token },
      });
      assert.equal((await socket.frame((frame) => frame.nonce === nonce)).error, '');
    }

    const gqlHeaders = {
      ...session,
      'Client-Session-Id': '0123456789abcdef',
      Authorization: `OAuth ${token}`,
      'Content-Type': 'application/json',
    };
    const operation = (operationName: OperationName, variables: unknown) => ({
      operationName,
      extensions: { persistedQuery: { version: 1, sha256Hash: peer.hashes[operationName] } },
      variables,
    });
    const gql = async (body: unknown) =>
      asJson(await post('https://gql.twitch.tv/gql', gqlHeaders, JSON.stringify(body)));

    const inventory = (await gql(operation('Inventory', { fetchRewardCampaigns: false }))).data.currentUser.inventory;
    assert.deepEqual(inventory.dropCampaignsInProgress, []);
    const dashboard = (await gql(operation('ViewerDropsDashboard', { fetchRewardCampaigns: false }))).data.currentUser
      .dropCampaigns;
    const details = await gql(
      dashboard.map(({ id }: { id: string }) => operation('DropCampaignDetails', { channelLogin: userId, dropID: id })),
    );
    assert.deepEqual(
      details.map((item: { data: { user: { dropCampaign: { id: string } } } }) => item.data.user.dropCampaign.id),
      dashboard.map(({ id }: { id: string }) => id),
    );
    const { boxArtURL } = dashboard[0].game;
    assert.equal((await get(boxArtURL, base)).status, 200);

    const directoryVariables = {
      limit: 20,
      slug: 'lanterns-of-vael',
      imageWidth: 50,
      includeCostreaming: false,
      options: {
        broadcasterLanguages: [],
        freeformTags: null,
        includeRestricted: ['SUB_ONLY_LIVE'],
        recommendationsContext: { platform: 'web' },
        sort: 'RELEVANCE',
        systemFilters: ['DROPS_ENABLED'],
        tags: [],
        requestID: 'JIRA-VXP-2397',
      },
      sortTypeIsRecency: false,
    };
    const { edges } = (await gql(operation('DirectoryPage_Game', directoryVariables))).data.game.streams;
    const { broadcaster, game, id: broadcastId } = edges[0].node;
    const [info] = await gql([operation('VideoPlayerStreamInfoOverlayChannel', { channel: broadcaster.login })]);
    assert.equal(info.data.user.stream.id, broadcastId);
    const [available] = await gql([operation('DropsHighlightService_AvailableDrops', { channelID: broadcaster.id })]);
    assert.equal(available.data.channel.id, broadcaster.id);

    const page = await get(`https://www.twitch.tv/${broadcaster.login}`, {
      'User-Agent': 'Dalvik/2.1.0',
      Cookie: `unique_id=${deviceId}`,
    });
    const settingsUrl =
      /src="(https:\/\/[\w.]+\/config\/settings\.[0-9a-f]{32}\.js)"/.exec(page.body)?.[1] ??
      assert.fail('no settings script');
    const watchUrl =
      peer.watchUrl.exec((await get(settingsUrl, { 'User-Agent': 'Dalvik/2.1.0' })).body)?.[1] ??
      assert.fail('no watch URL');
    const properties = {
      broadcast_id: broadcastId,
      channel_id: broadcaster.id,
      channel: broadcaster.login,
      client_time: '2026-01-05T12:00:00.123Z',
      game: game.displayName,
      game_id: game.id,
      hidden: false,
      is_live: true,
      live: true,
      logged_in: true,
      minutes_logged: 1,
      muted: false,
      user_id: Number(userId),
      ...peer.watchProperties,
    };
    const data = Buffer.from(JSON.stringify([{ event: 'minute-watched', properties }])).toString('base64');
    for (let minute = 0; minute < 4; minute++) {
      assert.equal((await post(watchUrl, form, new URLSearchParams({ data }).toString())).status, 204);
      await clock.advance(59_000);
    }
    const message = async (type: string) => {
      const isIt = (frame: Record<string, unknown>) =>
        frame.type === 'MESSAGE' && (frame.data as { message: string }).message.includes(`"${type}"`);
      return JSON.parse(((await socket.frame(isIt)) as { data: { message: string } }).data.message).data;
    };
    assert.equal((await message('drop-progress')).current_progress_min, 1);
    const claim = operation('DropsPage_ClaimDropRewards', {
      input: { dropInstanceID: (await message('drop-claim')).drop_instance_id },
    });
    assert.equal((await gql(claim)).data.claimDropRewards.status, 'ELIGIBLE_FOR_ALL');
    const current = (await gql(operation('DropCurrentSessionContext', { channelID: broadcaster.id, channelLogin: '' })))
      .data.currentUser.dropCurrentSession;
    assert.equal(current.dropID, '5ad00000-0000-4000-8000-000000000002');
    assert.deepEqual(sim.counters().refusals, {});
    socket.close();
    await socket.closed;
  });
}
