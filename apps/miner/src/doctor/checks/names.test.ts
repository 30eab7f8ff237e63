import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDoctorWorld } from '../testing/doctor-world.ts';
import { namesCheck } from './names.ts';

test('every host that the miner needs is looked up, the watch hosts included', async () => {
  const asked = new Set<string>();
  await using world = await openDoctorWorld({
    lookUp: async (host) => {
      asked.add(host);
      return ['192.0.2.1', '2001:db8::1'];
    },
  });
  const [finding] = await world.examine(namesCheck);
  assert.equal(finding?.verdict, 'ok');
  assert.deepEqual([...asked].sort(), [
    'android.tv.twitch.tv',
    'beacon.twitch.tv',
    'gql.twitch.tv',
    'id.twitch.tv',
    'pubsub-edge.twitch.tv',
    'spade.twitch.tv',
    'usher.ttvnw.net',
    'www.twitch.tv',
  ]);
});

for (const address of ['0.0.0.0', '127.0.0.1', '::', '::1']) {
  test(`a block list that answers ${address} is named with the host that it hides`, async () => {
    await using world = await openDoctorWorld({
      lookUp: async (host) => [host === 'spade.twitch.tv' ? address : '192.0.2.1'],
    });
    const findings = await world.examine(namesCheck);
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.needsMending, true);
    assert.match(findings[0]?.sentence ?? '', /A block list answers for spade\.twitch\.tv/);
    assert.match(findings[0]?.todo ?? '', /Allow spade\.twitch\.tv/);
  });
}

test('a name that is not found is told with the system’s code', async () => {
  await using world = await openDoctorWorld({
    lookUp: async (host) => {
      if (host === 'beacon.twitch.tv') throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      return ['192.0.2.1'];
    },
  });
  const [finding] = await world.examine(namesCheck);
  assert.match(finding?.sentence ?? '', /beacon\.twitch\.tv is not found \(ENOTFOUND\)/);
});

test('no name at all is one line about the connection, not one for each host', async () => {
  await using world = await openDoctorWorld({ lookUp: () => Promise.reject(new Error('down')) });
  const findings = await world.examine(namesCheck);
  assert.equal(findings.length, 1);
  assert.match(findings[0]?.todo ?? '', /connection and its DNS/);
});

test('behind a proxy that looks names up, none is looked up here', async () => {
  await using world = await openDoctorWorld({
    settings: '{ "network": { "proxy": "socks5h://127.0.0.1:1080" } }',
    lookUp: () => assert.fail('looked up'),
  });
  assert.equal((await world.examine(namesCheck))[0]?.verdict, 'ok');
});

test('a local Twitch on this machine needs no look-up', async () => {
  const origin = 'http://127.0.0.1:8090';
  const socket = 'ws://127.0.0.1:8090/v1';
  const endpoints = { gql: `${origin}/gql`, id: origin, usher: origin, site: origin, pubsub: socket, hermes: socket };
  await using world = await openDoctorWorld({
    files: { 'config/protocol.json': JSON.stringify({ endpoints }) },
    lookUp: () => assert.fail('looked up'),
  });
  const [finding] = await world.examine(namesCheck);
  assert.equal(finding?.verdict, 'ok');
  assert.match(finding?.sentence ?? '', /127\.0\.0\.1 needs no look-up/);
});
