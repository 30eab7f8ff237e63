import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import { setUp } from '../testing/setup.ts';
import { settingsPath } from './pages.ts';

test('the landing page sets the device cookie for the whole site, and keeps one that came', async () => {
  const { client } = setUp();
  const { setCookies, headers } = await client.get('https://www.twitch.tv/');
  assert.match(setCookies[0] ?? '', /^unique_id=[A-Za-z0-9]{32}; Domain=\.twitch\.tv; Path=\/; Secure; SameSite=None$/);
  assert.match(headers['content-type'] ?? '', /^text\/html/);
  const again = await client.get('https://www.twitch.tv/', { Cookie: 'a=b; unique_id=known1' });
  assert.match(again.setCookies[0] ?? '', /^unique_id=known1;/);
});

test('under an address of its own the cookie names no domain', async () => {
  const { client } = setUp();
  assert.match(
    (await client.get('http://127.0.0.1:8090/')).setCookies[0] ?? '',
    /^unique_id=[A-Za-z0-9]{32}; Path=\/; SameSite=Lax$/,
  );
});

test('channel page and settings script lead to the watch URL under both keys', async () => {
  const { client } = setUp();
  const page = await client.get('https://www.twitch.tv/sample_harbor');
  const script = /src="(https:\/\/[\w.]+\/config\/settings\.[0-9a-f]{32}\.js)"/.exec(page.body)?.[1] ?? '';
  assert.equal(script, `https://assets.twitch.tv${settingsPath}`);
  const { body } = await client.get(script);
  assert.equal(
    /["']spade_?url["']: ?["'](https:\/\/[A-Za-z0-9_.\-/]+)["']/i.exec(body)?.[1],
    'https://spade.twitch.tv/track',
  );
  assert.equal(/["']beacon_?url["']: ?["'](https:\/\/[^"']+)["']/i.exec(body)?.[1], 'https://beacon.twitch.tv/track');
  assert.ok(body.includes('"spade_url":"'));
});

test('pages of the TV site lack the script', async () => {
  assert.ok(!(await setUp().client.get('https://android.tv.twitch.tv/sample_harbor')).body.includes('settings.'));
});

test('under an address of its own everything leads back to it', async () => {
  const { client } = setUp();
  const page = await client.get('http://127.0.0.1:8090/sample_harbor');
  assert.ok(page.body.includes(`src="http://127.0.0.1:8090${settingsPath}"`));
  const { body } = await client.get(`http://127.0.0.1:8090${settingsPath}`);
  assert.ok(body.includes('"spade_url":"http://127.0.0.1:8090/track"'));
});

test('a person approves or denies a code on the activation page', async () => {
  const { client, sim } = setUp();
  const { clientId } = defaultProtocolData.clients.tv;
  const issue = async () =>
    JSON.parse((await client.post('http://sim.test/oauth2/device', `client_id=${clientId}&scopes=`, {})).body)
      .user_code as string;
  const first = await issue();
  const form = await client.get(`http://sim.test/activate?device-code=${first}`);
  assert.ok(form.body.includes(`value="${first}"`));
  const decide = async (fields: Record<string, string>) =>
    await client.post('http://sim.test/activate', new URLSearchParams(fields).toString(), {});
  assert.match((await decide({ 'user-code': first.toLowerCase(), decision: 'approve' })).body, /approved/);
  assert.match((await decide({ 'user-code': await issue(), decision: 'deny' })).body, /denied/);
  assert.equal((await decide({ 'user-code': first, decision: 'approve' })).status, 404);
  assert.deepEqual(sim.world.signIn.waiting(), []);
});

test('a code in the address cannot bring markup into the page', async () => {
  const { body } = await setUp().client.get('http://sim.test/activate?device-code=%22%3E%3Cscript%3E');
  assert.ok(!body.includes('"><script>'));
});
