import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OperationName } from '@dropwise/twitch/definitions';
import { acceptedHash } from './doors/gql-faults.ts';
import { allFaultKinds, type FaultKind } from './faults.ts';
import { setUp, type TestSetup, watchFor } from './testing/setup.ts';
import { createTestClient } from './testing/test-client.ts';

const drop = '5ad00000-0000-4000-8000-000000000001';
const dropTopic = 'user-drop-events.12345678';

/** The message of the error that Inventory answers with. */
async function inventoryError(setup: TestSetup, operation: OperationName = 'Inventory'): Promise<string | undefined> {
  return (await setup.client.gql(operation, {})).errors?.[0]?.message;
}

/** Strikes Inventory once and no other operation. */
async function strikesInventoryOnce(setup: TestSetup, kind: FaultKind, message: string): Promise<void> {
  setup.sim.faults.set({ kind, target: 'Inventory', times: 1 } as Parameters<typeof setup.sim.faults.set>[0]);
  assert.equal(await inventoryError(setup, 'ViewerDropsDashboard'), undefined);
  assert.equal(await inventoryError(setup), message);
  assert.equal(await inventoryError(setup), undefined);
}

async function reportedMinutes(setup: TestSetup, minutes: number): Promise<number[]> {
  const socket = setup.client.listen([dropTopic]);
  await watchFor(setup, 'sample_harbor', minutes);
  await setup.clock.advance(60_000);
  return socket
    .messages('user-drop-events')
    .filter(({ type }) => type === 'drop-progress')
    .map(({ data }) => (data as { current_progress_min: number }).current_progress_min);
}

const landing = 'https://www.twitch.tv/';

/** One check a kind: a kind without one does not compile. */
const checks: Readonly<Record<FaultKind, (setup: TestSetup) => Promise<void>>> = {
  httpError: async ({ sim, client }) => {
    sim.faults.set({ kind: 'httpError', target: 'landing', status: 502, times: 1 });
    assert.equal((await client.get('https://www.twitch.tv/sample_harbor')).status, 200);
    assert.equal((await client.get(landing)).status, 502);
    assert.equal((await client.get(landing)).status, 200);
  },
  html: async ({ sim, client }) => {
    sim.faults.set({ kind: 'html', target: 'Inventory' });
    await assert.rejects(client.gql('Inventory', {}), SyntaxError);
    const { status, headers } = await client.post(
      'https://gql.twitch.tv/gql',
      JSON.stringify({ operationName: 'Inventory' }),
    );
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8']);
  },
  invalidJson: async ({ sim, client }) => {
    sim.faults.set({ kind: 'invalidJson', target: '/gql' });
    const { status, headers, body } = await client.post('https://gql.twitch.tv/gql', '{}');
    assert.deepEqual([status, headers['content-type']], [200, 'application/json']);
    assert.throws(() => JSON.parse(body));
  },
  slow: async ({ sim, client, clock }) => {
    sim.faults.set({ kind: 'slow', target: 'landing', delayMs: 5_000 });
    const late = client.get(landing);
    await clock.advance(4_999);
    sim.faults.set({ kind: 'slow', target: 'landing', delayMs: 60_000 });
    const never = client.get(landing).catch((error: unknown) => error);
    await clock.advance(11_000);
    assert.equal((await late).status, 200);
    assert.equal(((await never) as { kind: string }).kind, 'timeout');
  },
  connectionReset: async ({ sim, client }) => {
    sim.faults.set({ kind: 'connectionReset', target: 'track' });
    await assert.rejects(client.watch('sample_harbor'), {
      name: 'NetworkError',
      kind: 'reset',
      host: 'spade.twitch.tv',
    });
  },
  watchHostUnresolvable: async ({ sim, client }) => {
    sim.faults.set({ kind: 'watchHostUnresolvable', target: 'spade' });
    await assert.rejects(client.watch('sample_harbor'), { name: 'NetworkError', kind: 'dns', host: 'spade.twitch.tv' });
    assert.equal((await client.post('https://beacon.twitch.tv/track', 'data=', {})).status, 400);
    const page = await client.get('https://www.twitch.tv/sample_harbor');
    const { body } = await client.get(/src="([^"]+)"/.exec(page.body)?.[1] ?? '');
    assert.ok(body.includes('https://spade.invalid/track') && body.includes('https://beacon.twitch.tv/track'));
    await assert.rejects(client.post('https://spade.invalid/track', '', {}), { kind: 'dns' });
  },
  unauthorized: async ({ sim, client }) => {
    sim.faults.set({ kind: 'unauthorized', target: 'Inventory', times: 1 });
    const body = JSON.stringify({ operationName: 'Inventory' });
    assert.equal((await client.post('https://gql.twitch.tv/gql', body)).status, 401);
    assert.equal((await client.post('https://gql.twitch.tv/gql', body)).status, 200);
  },
  serviceError: (setup) => strikesInventoryOnce(setup, 'serviceError', 'service error'),
  persistedQueryNotFound: (setup) => strikesInventoryOnce(setup, 'persistedQueryNotFound', 'PersistedQueryNotFound'),
  serviceTimeout: (setup) => strikesInventoryOnce(setup, 'serviceTimeout', 'service timeout'),
  serviceUnavailable: (setup) => strikesInventoryOnce(setup, 'serviceUnavailable', 'service unavailable'),
  contextDeadlineExceeded: (setup) =>
    strikesInventoryOnce(setup, 'contextDeadlineExceeded', 'context deadline exceeded'),
  failedIntegrityCheck: (setup) => strikesInventoryOnce(setup, 'failedIntegrityCheck', 'failed integrity check'),
  unknownError: (setup) => strikesInventoryOnce(setup, 'unknownError', 'the moon is in the way'),
  serverErrorAtPath: async ({ sim, client }) => {
    sim.faults.set({ kind: 'serverErrorAtPath', target: 'Inventory', times: 1 });
    const { data, errors } = await client.gql('Inventory', {});
    assert.deepEqual([errors?.[0]?.message, errors?.[0]?.path], ['server error', ['currentUser', 'inventory']]);
    assert.equal((data as { currentUser: { inventory: null } }).currentUser.inventory, null);
    sim.faults.set({ kind: 'serverErrorAtPath', path: 'currentUser.dropCampaigns.1.game' });
    const listed = await client.gql('ViewerDropsDashboard', {});
    const games = (
      listed.data as { currentUser: { dropCampaigns: { game: object | null }[] } }
    ).currentUser.dropCampaigns.map(({ game }) => game === null);
    assert.deepEqual(games, [false, true, false]);
    assert.deepEqual(listed.errors?.[0]?.path, ['currentUser', 'dropCampaigns', 1, 'game']);
  },
  staleHash: async ({ sim, client }) => {
    sim.faults.set({ kind: 'staleHash', target: 'Inventory' });
    assert.equal((await client.gql('Inventory', {})).errors?.[0]?.message, 'PersistedQueryNotFound');
    const hash = acceptedHash({ kind: 'staleHash' }, 'Inventory');
    assert.ok((await client.gql('Inventory', {}, { hash })).data);
    sim.faults.set({ kind: 'staleHash', target: 'Inventory', acceptedHash: 'a'.repeat(64) });
    assert.ok((await client.gql('Inventory', {}, { hash: 'a'.repeat(64) })).data);
  },
  nullCatalogue: async ({ sim, client }) => {
    sim.faults.set({ kind: 'nullCatalogue', target: 'tv' });
    const listOf = async (viewer: typeof client) =>
      ((await viewer.gql('ViewerDropsDashboard', {})).data as { currentUser: { dropCampaigns: object[] | null } })
        .currentUser.dropCampaigns;
    assert.equal(await listOf(createTestClient(sim, 'tv')), null);
    assert.equal((await listOf(client))?.length, 3);
  },
  deviceLoginRefused: async ({ sim, client }) => {
    sim.faults.set({ kind: 'deviceLoginRefused', target: 'android' });
    const { status, body } = await client.post(
      'https://id.twitch.tv/oauth2/device',
      'client_id=kd1unb4b3q4t58fwlpcbzcbnm76a8fp&scopes=',
      {},
    );
    assert.deepEqual([status, JSON.parse(body).message], [400, 'invalid client']);
  },
  pollTooFast: async ({ sim, client }) => {
    sim.faults.set({ kind: 'pollTooFast', times: 1 });
    const form =
      'client_id=kd1unb4b3q4t58fwlpcbzcbnm76a8fp&device_code=x&grant_type=urn:ietf:params:oauth:grant-type:device_code';
    const messages = [];
    for (let i = 0; i < 2; i++)
      messages.push(JSON.parse((await client.post('https://id.twitch.tv/oauth2/token', form, {})).body).message);
    assert.deepEqual(messages, ['slow_down', 'invalid device code']);
  },
  deviceCookieMissing: async ({ sim, client }) => {
    sim.faults.set({ kind: 'deviceCookieMissing', times: 1 });
    assert.deepEqual((await client.get(landing)).setCookies, []);
    assert.equal((await client.get(landing)).setCookies.length, 1);
  },
  watchUrlMissing: async ({ sim, client }) => {
    const script = /src="([^"]+)"/.exec((await client.get('https://www.twitch.tv/sample_harbor')).body)?.[1] ?? '';
    sim.faults.set({ kind: 'watchUrlMissing' });
    assert.ok(!(await client.get('https://www.twitch.tv/sample_harbor')).body.includes('settings.'));
    assert.ok(!(await client.get(script)).body.includes('spade_url'));
  },
  directoryGameNull: async ({ sim, client }) => {
    sim.faults.set({ kind: 'directoryGameNull', times: 1 });
    assert.deepEqual((await client.gql('DirectoryPage_Game', { slug: 'night-ferry' })).data, { game: null });
    assert.notDeepEqual((await client.gql('DirectoryPage_Game', { slug: 'night-ferry' })).data, { game: null });
  },
  malformedCampaign: async ({ sim, client }) => {
    const id = '5a000000-0000-4000-8000-000000000002';
    sim.faults.set({ kind: 'malformedCampaign', target: id, field: 'game' });
    const { data } = await client.gql('ViewerDropsDashboard', {});
    const listed = (data as { currentUser: { dropCampaigns: object[] } }).currentUser.dropCampaigns;
    assert.deepEqual(
      listed.map((campaign) => 'game' in campaign),
      [true, false, true],
    );
    const details = await client.gql('DropCampaignDetails', { dropID: id });
    assert.ok(!('game' in (details.data as { user: { dropCampaign: object } }).user.dropCampaign));
  },
  socketRefused: async ({ sim, client, clock }) => {
    sim.faults.set({ kind: 'socketRefused', target: 'pubsub', times: 1 });
    const refused = client.listen([dropTopic]);
    await clock.advance(1);
    assert.equal(refused.closeCode, 1006);
    const accepted = client.listen([dropTopic]);
    await clock.advance(1);
    assert.equal(accepted.closeCode, null);
  },
  socketSilent: async (setup) => {
    setup.sim.faults.set({ kind: 'socketSilent', target: 'pubsub' });
    const socket = setup.client.listen([dropTopic]);
    await watchFor(setup, 'sample_harbor', 2);
    socket.connection.send('{"type":"PING"}');
    await setup.clock.advance(1);
    assert.deepEqual(
      socket.frames.map(({ type }) => type),
      ['RESPONSE', 'PONG'],
    );
  },
  pongMissing: async ({ sim, client, clock }) => {
    const socket = client.listen([dropTopic]);
    await clock.advance(1);
    sim.faults.set({ kind: 'pongMissing', target: 'socket-1', times: 1 });
    for (let i = 0; i < 2; i++) socket.connection.send('{"type":"PING"}');
    await clock.advance(1);
    assert.deepEqual(
      socket.frames.map(({ type }) => type),
      ['RESPONSE', 'PONG'],
    );
  },
  reconnectRequested: async ({ sim, client, clock }) => {
    const socket = client.listen([dropTopic]);
    await clock.advance(1);
    sim.faults.set({ kind: 'reconnectRequested', times: 1 });
    await clock.advance(1);
    assert.deepEqual(socket.frames.at(-1), { type: 'RECONNECT' });
    sim.faults.set({ kind: 'reconnectRequested' });
    const next = client.listen([dropTopic]);
    await clock.advance(1);
    assert.deepEqual(next.frames[0], { type: 'RECONNECT' });
  },
  socketDropped: async ({ sim, client, clock }) => {
    const before = client.listen([dropTopic]);
    await clock.advance(1);
    sim.faults.set({ kind: 'socketDropped', everyMs: 10_000 });
    const after = client.listen([dropTopic]);
    await clock.advance(9_998);
    assert.deepEqual([before.closeCode, after.closeCode], [null, null]);
    await clock.advance(2_000);
    assert.deepEqual([before.closeCode, after.closeCode], [1006, 1006]);
    assert.equal(sim.hub.openCount, 0);
  },
  listenRefused: async ({ sim, client, clock }) => {
    sim.faults.set({ kind: 'listenRefused', target: 'broadcast-settings-update', error: 'ERR_SERVER', times: 1 });
    const sockets = [
      client.listen(['video-playback-by-id.70001']),
      client.listen(['broadcast-settings-update.70001']),
      client.listen(['broadcast-settings-update.70001']),
    ];
    await clock.advance(1);
    assert.deepEqual(
      sockets.map(({ frames }) => frames[0]?.error),
      ['', 'ERR_SERVER', ''],
    );
  },
  malformedSocketMessage: async ({ sim, client, clock }) => {
    const socket = client.listen(['video-playback-by-id.70001']);
    await clock.advance(1);
    sim.faults.set({ kind: 'malformedSocketMessage', target: 'video-playback-by-id', times: 1 });
    sim.world.channels.change('70001', { live: false });
    sim.world.channels.change('70001', { live: true });
    await clock.advance(1);
    const messages = socket.frames.flatMap(({ data }) =>
      data === undefined ? [] : [(data as { message: string }).message],
    );
    assert.equal(messages.length, 2);
    assert.throws(() => JSON.parse(messages[0] ?? ''));
    assert.equal(JSON.parse(messages[1] ?? '').type, 'stream-up');
  },
  watchCredit: async (setup) => {
    setup.sim.faults.set({ kind: 'watchCredit', transports: ['hls'] });
    assert.equal((await setup.client.watch('sample_harbor')).status, 204);
    assert.deepEqual(setup.sim.counters().watch, { transportDoesNotCount: 1, 'by spade': 1 });
    setup.sim.faults.clear('watchCredit');
    await setup.client.watch('sample_harbor');
    assert.equal(setup.sim.counters().watch.credited, 1);
  },
  wrongDropCredited: async (setup) => {
    setup.sim.faults.set({ kind: 'wrongDropCredited', times: 1 });
    await watchFor(setup, 'sample_harbor', 2);
    await setup.clock.advance(60_000);
    const granted = setup.sim.world.campaigns.all.map(({ drops }) => drops[0]?.minutes);
    assert.deepEqual(granted, [1, 1, 0]);
  },
  progressDuplicated: async (setup) => {
    setup.sim.faults.set({ kind: 'progressDuplicated', times: 1 });
    assert.deepEqual(await reportedMinutes(setup, 3), [1, 1, 2, 3]);
  },
  progressOutOfOrder: async (setup) => {
    await watchFor(setup, 'sample_harbor', 1);
    await setup.clock.advance(60_000);
    setup.sim.faults.set({ kind: 'progressOutOfOrder', times: 1 });
    assert.deepEqual(await reportedMinutes(setup, 1), [2, 1]);
  },
  progressRegressing: async (setup) => {
    await watchFor(setup, 'sample_harbor', 2);
    await setup.clock.advance(60_000);
    setup.sim.faults.set({ kind: 'progressRegressing', times: 1 });
    assert.deepEqual(await reportedMinutes(setup, 1), [0]);
  },
  progressUnreported: async (setup) => {
    setup.sim.faults.set({ kind: 'progressUnreported', times: 1 });
    assert.deepEqual(await reportedMinutes(setup, 1), []);
    assert.equal(setup.sim.world.campaigns.findDrop(drop)?.minutes, 0);
    await setup.clock.advance(300_000);
    assert.equal(setup.sim.world.campaigns.findDrop(drop)?.minutes, 1);
  },
  claimSignalMissing: async (setup) => {
    setup.sim.faults.set({ kind: 'claimSignalMissing' });
    const socket = setup.client.listen([dropTopic, 'onsite-notifications.12345678']);
    await watchFor(setup, 'sample_harbor', 3);
    await setup.clock.advance(120_000);
    assert.ok(socket.messages('user-drop-events').every(({ type }) => type === 'drop-progress'));
    assert.equal(socket.messages('onsite-notifications').length, 1);
  },
  claimFails: async (setup) => {
    await watchFor(setup, 'sample_harbor', 4);
    const claim = async () =>
      (
        await setup.client.gql('DropsPage_ClaimDropRewards', {
          input: { dropInstanceID: `12345678#5a000000-0000-4000-8000-000000000001#${drop}` },
        })
      ).data as {
        claimDropRewards: { status: string } | null;
        errors?: object[];
      };
    setup.sim.faults.set({ kind: 'claimFails', times: 1 });
    assert.equal((await claim()).claimDropRewards?.status, 'INTERNAL_FAILURE');
    setup.sim.faults.set({ kind: 'claimFails', how: 'null', times: 1 });
    assert.equal((await claim()).claimDropRewards, null);
    setup.sim.faults.set({ kind: 'claimFails', how: 'dataErrors', times: 1 });
    assert.equal((await claim()).errors?.length, 1);
    assert.equal((await claim()).claimDropRewards?.status, 'ELIGIBLE_FOR_ALL');
  },
  streamUpWithoutStream: async ({ sim, client, clock }) => {
    const socket = client.listen(['video-playback-by-id.70005']);
    await clock.advance(1);
    sim.faults.set({ kind: 'streamUpWithoutStream', target: 'sample_asleep' });
    await clock.advance(1);
    assert.deepEqual(
      socket.messages('video-playback-by-id').map(({ type }) => type),
      ['stream-up'],
    );
    assert.equal(sim.world.channels.streamOf('70005'), null);
  },
  otherViewer: async (setup) => {
    const { sim, clock } = setup;
    await watchFor(setup, 'sample_harbor', 1);
    sim.faults.set({ kind: 'otherViewer', target: 'sample_anchor' });
    await watchFor(setup, 'sample_harbor', 3);
    assert.equal(sim.counters().watch.otherViewerCounts, 3);
    assert.equal(sim.world.crediting.session()?.channelId, '70003');
    assert.equal(sim.world.campaigns.findDrop(drop)?.grantedMinutes, 1);
    sim.faults.clear('otherViewer');
    await clock.advance(60_000);
    await watchFor(setup, 'sample_harbor', 1);
    assert.equal(sim.world.campaigns.findDrop(drop)?.grantedMinutes, 2);
  },
};

describe('the fault', () => {
  for (const kind of allFaultKinds) {
    test(`${kind} strikes as its row says and is counted`, async () => {
      const setup = setUp();
      await checks[kind](setup);
      assert.ok((setup.sim.counters().faults[kind] ?? 0) > 0, 'the strike is counted');
    });
  }
});

test('other viewers without a target choose another game than the one watched here', async () => {
  const setup = setUp();
  await setup.client.watch('sample_harbor');
  setup.sim.faults.set({ kind: 'otherViewer' });
  await setup.clock.advance(4 * 60_000);
  assert.equal(setup.sim.world.crediting.session()?.drop.campaign.game.name, 'Night Ferry');
});

test('an aborted request is over at once, even a slow one', async () => {
  const { sim } = setUp();
  sim.faults.set({ kind: 'slow', delayMs: 1_000 });
  const controller = new AbortController();
  const request = { method: 'GET', url: landing, headers: {}, timeoutMs: 10_000, maxBytes: 10_000 } as const;
  const sent = sim.http.send(request, controller.signal);
  controller.abort(new Error('enough'));
  await assert.rejects(sent, /enough/);
  await assert.rejects(sim.http.send(request, controller.signal), /enough/);
});

test('an answer longer than the caller takes is refused', async () => {
  const { sim } = setUp();
  const sent = sim.http.send({ method: 'GET', url: landing, headers: {}, timeoutMs: 10_000, maxBytes: 10 });
  await assert.rejects(sent, { kind: 'tooLarge' });
});

test('clearing a fault leaves no timer behind', () => {
  const { sim, clock } = setUp();
  sim.faults.set({ kind: 'otherViewer', forMs: 1_000 });
  sim.faults.clear();
  assert.equal(clock.pendingCount, 0);
});
