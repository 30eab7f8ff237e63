import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom, type HttpRequest } from '@dropwise/kit';
import { CookieJar } from './cookies/cookie-jar.ts';
import { protocolDataForOrigin } from './definitions/index.ts';
import { FakeHttp, inTurn } from './testing/fake-http.ts';
import { FakeSockets } from './testing/fake-sockets.ts';
import { plantedToken, rawCampaign } from './testing/fixtures.ts';
import { createTestClock } from './testing/virtual-time.ts';
import { createTwitch, type TwitchEvent } from './twitch.ts';

const origin = 'http://127.0.0.1:8090';
const validated = {
  client_id: 'ue6666qo983tsx6so1t0vnawi233wa',
  login: 'sample_viewer',
  scopes: [],
  user_id: '12345678',
};
const issuedCode = {
  device_code: 'plantedcodeplantedcodeplantedcode0000001',
  expires_in: 1800,
  interval: 5,
  user_code: 'WXYZABCD',
  verification_uri: 'https://www.twitch.tv/activate?device-code=WXYZABCD',
};

function world() {
  const clock = createTestClock();
  const http = new FakeHttp();
  const sockets = new FakeSockets();
  const events: TwitchEvent[] = [];
  const traces: string[] = [];
  const jar = new CookieJar(clock);
  const protocol = protocolDataForOrigin(origin);
  const twitch = createTwitch({
    http,
    sockets,
    clock,
    jar,
    random: createRandom(1),
    protocol: () => protocol,
    client: { kind: 'named', name: 'tv' },
    onEvent: (event) => events.push(event),
    trace: (kind, line) => traces.push(`${kind} ${line}`),
  });
  http
    .on('GET /', { setCookies: ['unique_id=abcdefabcdefabcdefabcdefabcdef12; Domain=.twitch.tv; Path=/; Secure'] })
    .on('POST /oauth2/device', { json: issuedCode })
    .on('GET /oauth2/validate', { json: validated });
  return { clock, http, sockets, events, traces, jar, twitch };
}

type World = ReturnType<typeof world>;

async function signedIn(): Promise<World> {
  const w = world();
  w.jar.set(origin, 'auth-token', plantedToken);
  const outcome = await w.twitch.account.restore();
  assert.equal(outcome.kind, 'signedIn');
  return w;
}

const bodyOf = (request: HttpRequest | undefined) => JSON.parse(request?.body ?? 'null');

test('a device login issues a code, waits for approval and leaves a session and cookies behind', async () => {
  const { clock, http, events, jar, twitch } = world();
  http.on(
    'POST /oauth2/token',
    inTurn(
      { status: 400, json: { status: 400, message: 'authorization_pending' } },
      { json: { access_token: plantedToken, token_type: 'bearer', scope: [] } },
    ),
  );
  const outcome = twitch.account.signIn();
  await clock.advance(4_999);
  assert.equal(http.sent('/oauth2/token').length, 0, 'the interval is slept first');
  await clock.advance(10_000);
  const done = await outcome;
  assert.equal(done.kind, 'signedIn');
  assert.deepEqual(
    events.map(({ kind }) => kind).filter((kind) => kind !== 'cookiesChanged'),
    ['deviceCodeIssued', 'sessionChanged', 'standingChanged'],
  );
  assert.equal(twitch.account.session?.login, 'sample_viewer');
  assert.equal(twitch.account.session?.deviceId, 'abcdefabcdefabcdefabcdefabcdef12');
  assert.equal(jar.get(origin, 'auth-token'), plantedToken);
  assert.equal(jar.get(origin, 'persistent'), '12345678');
  assert.deepEqual(jar.issuer, { clientName: 'tv', clientId: validated.client_id });
});

test('an operation carries the session and its hash, and its answer comes in our own shape', async () => {
  const { http, twitch } = await signedIn();
  http.on('POST /gql', {
    json: { data: { currentUser: { dropCampaigns: [rawCampaign, { id: 'broken' }] } }, extensions: {} },
  });
  const answer = await twitch.campaigns();
  assert.ok(answer.ok);
  assert.ok(answer.value.catalogue === 'listed');
  assert.equal(answer.value.campaigns[0]?.game?.name, 'Sample Game');
  assert.equal(answer.value.rejected[0]?.id, 'broken');
  const [request] = http.sent('/gql');
  assert.equal(request?.headers.authorization, `OAuth ${plantedToken}`);
  assert.equal(request?.headers['x-device-id'], 'abcdefabcdefabcdefabcdefabcdef12');
  assert.equal(request?.headers['client-id'], validated.client_id);
  assert.equal(bodyOf(request).operationName, 'ViewerDropsDashboard');
  assert.match(bodyOf(request).extensions.persistedQuery.sha256Hash, /^[0-9a-f]{64}$/);
});

test('the pool listens with the token and hands on what topics say', async () => {
  const { sockets, events, twitch } = await signedIn();
  sockets.onConnect = (connection) => connection.open();
  twitch.pool.setTopics(['user-drop-events.12345678']);
  await new Promise((resolve) => setImmediate(resolve));
  const [connection] = sockets.connections;
  assert.equal(connection?.frames('LISTEN').length, 1);
  assert.ok(connection.sent.some((text) => text.includes(`"auth_token":"${plantedToken}"`)));
  const message = {
    type: 'drop-progress',
    data: { drop_id: 'd1', channel_id: '70001', current_progress_min: 3, required_progress_min: 60 },
  };
  connection.say({ type: 'MESSAGE', data: { topic: 'user-drop-events.12345678', message: JSON.stringify(message) } });
  const told = events.find((event) => event.kind === 'topicMessage');
  assert.deepEqual(told?.event, {
    kind: 'dropProgressed',
    dropId: 'd1',
    channelId: '70001',
    minutes: 3,
    requiredMinutes: 60,
  });
  await twitch[Symbol.asyncDispose]();
  assert.equal(sockets.live.length, 0);
});

test('a watch event goes to the address that the channel page names', async () => {
  const { http, clock, twitch } = await signedIn();
  http
    .on('GET /sample_channel', {
      body: `<script src="${origin}/config/settings.0123456789abcdef0123456789abcdef.js"></script>`,
    })
    .on('GET /config/settings.0123456789abcdef0123456789abcdef.js', {
      body: `{"spade_url":"${origin}/track","beacon_url":"${origin}/beacon"}`,
    })
    .on('POST /track', { status: 204 });
  const target = {
    channelId: '70001' as never,
    login: 'sample_channel',
    broadcastId: '310' as never,
    game: { id: '900001' as never, name: 'Sample Game' },
  };
  const spade = twitch.transport('spade');
  assert.deepEqual(await spade.send(target), { kind: 'accepted' });
  await clock.advance(spade.beatMs);
  assert.deepEqual(await spade.send(target), { kind: 'accepted' });
  assert.equal(http.sent('/sample_channel').length, 1, 'the address is kept for the broadcast');
  const events = http.sent('/track').map(({ body }) => {
    const text = Buffer.from(new URLSearchParams(body).get('data') ?? '', 'base64').toString();
    return JSON.parse(text)[0].properties;
  });
  assert.equal(events[0].user_id, 12345678);
  assert.equal(events[0].game_id, '900001');
  assert.equal(Date.parse(events[1].client_time) - Date.parse(events[0].client_time), spade.beatMs);
});

test('no trace and no event holds a token, a device code or a cookie', async () => {
  const { clock, http, sockets, traces, events, twitch } = world();
  sockets.onConnect = (connection) => connection.open();
  http.on('POST /oauth2/token', { json: { access_token: plantedToken } });
  const outcome = twitch.account.signIn();
  await clock.advance(10_000);
  await outcome;
  http.on('POST /gql', { json: { errors: [{ message: `odd ${plantedToken}` }] } });
  twitch.pool.setTopics(['user-drop-events.12345678']);
  const failed = await twitch.inventory();
  http.on('POST /oauth2/revoke', { status: 400, json: { status: 400, message: `Invalid token ${plantedToken}` } });
  const refused = await twitch.account.revoke();
  assert.equal(refused.kind, 'refused');
  http.on('GET /oauth2/validate', { status: 403, json: { message: `what is ${plantedToken}` } });
  const unclear = await twitch.account.validate();
  assert.equal(unclear.kind, 'unexpectedAnswer');
  const errors = JSON.stringify([failed, refused, unclear]);
  assert.ok(traces.some((line) => line.startsWith('gql')) && traces.some((line) => line.startsWith('ws')));
  const told = { traces: JSON.stringify(traces), events: JSON.stringify(events), errors };
  for (const [place, text] of Object.entries(told)) {
    for (const secret of [plantedToken, issuedCode.device_code])
      assert.ok(!text.includes(secret), `${place} hold ${secret}`);
  }
  assert.ok(!told.traces.includes('abcdefabcdefabcdefabcdefabcdef12'), 'traces hold a cookie');
  await twitch[Symbol.asyncDispose]();
});

test('requests are counted by purpose and operations by name', async () => {
  const { http, twitch } = await signedIn();
  http.on('POST /gql', (request) => {
    const items = bodyOf(request);
    const one = { data: { user: null } };
    return { json: Array.isArray(items) ? items.map(() => one) : one };
  });
  await twitch.streamInfos(Array.from({ length: 45 }, (_, index) => `channel_${index}`));
  assert.equal(twitch.counts().requests.gql, 3);
  assert.equal(twitch.counts().operations.VideoPlayerStreamInfoOverlayChannel, 45);
});

test('a revoked token is forgotten here too', async () => {
  const { http, jar, twitch, events } = await signedIn();
  http.on('POST /oauth2/revoke', { status: 200 });
  assert.deepEqual(await twitch.account.revoke(), { kind: 'revoked' });
  assert.equal(twitch.account.session, null);
  assert.equal(jar.get(origin, 'auth-token'), null);
  assert.deepEqual(events.slice(-2), [{ kind: 'sessionChanged', session: null }, { kind: 'standingChanged' }]);
});
