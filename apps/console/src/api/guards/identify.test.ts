import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type GuardedServer, startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';
import type { Who } from '../../auth/who.ts';
import type { PeerRequest } from './peer.ts';

// `authorizeSocket` is the whole decision as a function of a request: peers that no test can be are given to it.
const open: GuardedServer = await startGuardedServer({ listenAddresses: ['0.0.0.0'], listenHost: '0.0.0.0' });
const closed: GuardedServer = await startGuardedServer({
  password: testPassword,
  listenAddresses: ['0.0.0.0'],
  listenHost: '0.0.0.0',
});
after(async () => {
  await open[Symbol.asyncDispose]();
  await closed[Symbol.asyncDispose]();
});

function decide(server: GuardedServer, remoteAddress: string, headers: PeerRequest['headers']): string {
  const outcome = server.guards.authorizeSocket({ method: 'GET', url: '/', headers, socket: { remoteAddress } });
  return 'error' in outcome ? outcome.error.code : outcome.kind;
}

for (const [remoteAddress, host, expected] of [
  ['127.0.0.1', 'localhost', 'local'],
  ['::1', '[::1]:8080', 'local'],
  ['::ffff:127.0.0.1', '127.0.0.1', 'local'],
  ['127.0.0.1', '192.168.1.5', 'setupNeeded'],
  ['192.168.1.9', '192.168.1.5', 'setupNeeded'],
  ['192.168.1.9', 'localhost', 'setupNeeded'],
  ['::ffff:192.168.1.9', '127.0.0.1', 'setupNeeded'],
  ['fe80::1', '[::1]', 'setupNeeded'],
  ['', 'localhost', 'setupNeeded'],
] as const) {
  test(`without a password, ${remoteAddress || 'nobody'} asking for ${host} is ${expected}`, () => {
    assert.equal(decide(open, remoteAddress, { host }), expected);
  });
}

test('with a password nobody is let in by where they are', () => {
  assert.equal(decide(closed, '127.0.0.1', { host: 'localhost' }), 'notSignedIn');
  assert.equal(decide(closed, '::1', { host: '[::1]' }), 'notSignedIn');
});

test('a key is taken from either header, before any cookie, and a wrong one is not passed over', async () => {
  const made = await closed.access.keys.create('script', 'read');
  assert.ok(made.ok);
  const { secret, key } = made.value;
  const cookie = await closed.signIn();
  const host = 'localhost';
  assert.equal(decide(closed, '192.168.1.9', { host, authorization: `Bearer ${secret}` }), 'key');
  assert.equal(decide(closed, '192.168.1.9', { host, authorization: `bearer  ${secret}` }), 'key');
  assert.equal(decide(closed, '192.168.1.9', { host, 'x-api-key': secret, cookie }), 'key');
  assert.equal(decide(closed, '192.168.1.9', { host, 'x-api-key': `${secret}x`, cookie }), 'notSignedIn');
  assert.equal(decide(closed, '192.168.1.9', { host, cookie }), 'session');
  const who = closed.guards.authorizeSocket({
    method: 'GET',
    url: '/',
    headers: { host, 'x-api-key': secret },
    socket: { remoteAddress: '192.168.1.9' },
  }) as Who;
  assert.deepEqual(who, {
    kind: 'key',
    scopes: new Set(['public', 'read']),
    name: 'script',
    address: '192.168.1.9',
    credentialId: key.id,
  });
});

test('a proxy’s own password in Authorization is not mistaken for a key', () => {
  const authorization = `Basic ${Buffer.from('me:secret').toString('base64')}`;
  assert.equal(decide(open, '127.0.0.1', { host: 'localhost', authorization }), 'local');
});
