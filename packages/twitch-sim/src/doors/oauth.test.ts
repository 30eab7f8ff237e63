import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import { setUp, type TestSetup } from '../testing/setup.ts';

const { clientId } = defaultProtocolData.clients.android;
const otherClientId = defaultProtocolData.clients.tv.clientId;

async function post({ client }: TestSetup, path: string, fields: Readonly<Record<string, string>>) {
  const { status, body } = await client.post(
    `https://id.twitch.tv/oauth2/${path}`,
    new URLSearchParams(fields).toString(),
    {},
  );
  return { status, body: body === '' ? null : JSON.parse(body) };
}

const poll = (setup: TestSetup, deviceCode: string, id = clientId) =>
  post(setup, 'token', {
    client_id: id,
    device_code: deviceCode,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  });

async function issue(setup: TestSetup) {
  const { status, body } = await post(setup, 'device', { client_id: clientId, scopes: '' });
  assert.equal(status, 200);
  return body as {
    device_code: string;
    user_code: string;
    verification_uri: string;
    interval: number;
    expires_in: number;
  };
}

test('a code is issued, waits, is approved and gives one token', async () => {
  const setup = setUp();
  const code = await issue(setup);
  assert.match(code.device_code, /^[A-Za-z0-9]{40}$/);
  assert.match(code.user_code, /^[A-Z]{8}$/);
  assert.deepEqual([code.interval, code.expires_in], [5, 1800]);
  assert.equal(code.verification_uri, `https://www.twitch.tv/activate?device-code=${code.user_code}`);
  assert.deepEqual(await poll(setup, code.device_code), {
    status: 400,
    body: { status: 400, message: 'authorization_pending' },
  });
  assert.ok(setup.sim.approve(code.user_code));
  const { status, body } = await poll(setup, code.device_code);
  assert.equal(status, 200);
  assert.match(body.access_token, /^[a-z0-9]{30}$/);
  assert.equal(body.token_type, 'bearer');
  assert.equal((await poll(setup, code.device_code)).body.message, 'invalid device code');
  const validated = await setup.client.get('https://id.twitch.tv/oauth2/validate', {
    Authorization: `OAuth ${body.access_token}`,
  });
  const { client_id, user_id, login } = JSON.parse(validated.body);
  assert.deepEqual({ client_id, user_id, login }, { client_id: clientId, user_id: '12345678', login: 'sample_viewer' });
});

test('fields that belong to the poll do not disturb the device request', async () => {
  const { status } = await post(setUp(), 'device', { client_id: clientId, device_code: 'x', grant_type: 'y' });
  assert.equal(status, 200);
});

test('a denied, expired, foreign or unknown code is invalid', async () => {
  const setup = setUp();
  const denied = await issue(setup);
  assert.ok(setup.sim.deny(denied.user_code));
  assert.equal((await poll(setup, denied.device_code)).body.message, 'invalid device code');
  const foreign = await issue(setup);
  assert.equal((await poll(setup, foreign.device_code, otherClientId)).body.message, 'invalid device code');
  assert.equal((await poll(setup, 'unknown')).body.message, 'invalid device code');
  const expired = await issue(setup);
  await setup.clock.advance(1_800_000);
  assert.equal(setup.sim.approve(expired.user_code), false);
  assert.equal((await poll(setup, expired.device_code)).body.message, 'invalid device code');
});

test('an unknown client, and one whose device login is refused, is an invalid client', async () => {
  const setup = setUp((scenario) => ({
    ...scenario,
    switches: { ...scenario.switches, deviceLoginRefusedFor: ['android'] },
  }));
  const refused = { status: 400, body: { status: 400, message: 'invalid client' } };
  assert.deepEqual(await post(setup, 'device', { client_id: 'nobody', scopes: '' }), refused);
  assert.deepEqual(await post(setup, 'device', { client_id: clientId, scopes: '' }), refused);
  assert.equal((await post(setup, 'device', { client_id: otherClientId, scopes: '' })).status, 200);
});

test('a token is given back once', async () => {
  const setup = setUp();
  const { token } = setup.client;
  assert.deepEqual(await post(setup, 'revoke', { client_id: 'nobody', token }), {
    status: 404,
    body: { status: 404, message: 'client does not exist' },
  });
  assert.deepEqual(await post(setup, 'revoke', { client_id: clientId, token }), { status: 200, body: null });
  assert.deepEqual(await post(setup, 'revoke', { client_id: clientId, token }), {
    status: 400,
    body: { status: 400, message: 'Invalid token' },
  });
  const { status, body } = await setup.client.get('https://id.twitch.tv/oauth2/validate', {
    Authorization: `OAuth ${token}`,
  });
  assert.deepEqual([status, JSON.parse(body)], [401, { status: 401, message: 'invalid access token' }]);
});
