import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { type GuardedServer, startGuardedServer, testPassword } from '../testing/guarded-server.ts';

type Headers = Record<string, string>;

/** A Socket.IO server behind `authorizeSocket`, on the guarded server's port. */
async function startSockets(server: GuardedServer): Promise<AsyncDisposable> {
  const sockets = new Server(server.app.server, {
    serveClient: false,
    allowRequest: (request, decide) => {
      const outcome = server.guards.authorizeSocket(request);
      decide('error' in outcome ? outcome.error.code : null, !('error' in outcome));
    },
  });
  return {
    [Symbol.asyncDispose]: async () => {
      await sockets.close();
    },
  };
}

/** `open`, or why not. */
function openSocket(server: GuardedServer, transport: 'websocket' | 'polling', extraHeaders: Headers): Promise<string> {
  return new Promise((resolve) => {
    const socket = io(server.origin, {
      transports: [transport],
      reconnection: false,
      forceNew: true,
      extraHeaders,
    });
    const end = (outcome: string): void => {
      socket.disconnect();
      resolve(outcome);
    };
    socket.on('connect', () => end('open'));
    socket.on('connect_error', () => end('refused'));
  });
}

test('a WebSocket opens with the owner’s cookie from the console’s own page, and not otherwise', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  await using _sockets = await startSockets(server);
  const cookie = await server.signIn();
  const { origin } = server;
  const outcomes = {
    own: await openSocket(server, 'websocket', { cookie, origin }),
    withoutCookie: await openSocket(server, 'websocket', { origin }),
    foreignOrigin: await openSocket(server, 'websocket', { cookie, origin: 'https://evil.example' }),
    nullOrigin: await openSocket(server, 'websocket', { cookie, origin: 'null' }),
    withoutOrigin: await openSocket(server, 'websocket', { cookie }),
    otherHost: await openSocket(server, 'websocket', { cookie, origin: 'http://evil.example', host: 'evil.example' }),
    wrongCookie: await openSocket(server, 'websocket', { cookie: `dropwise_session=${'a'.repeat(43)}`, origin }),
  };
  const { own, ...others } = outcomes;
  assert.equal(own, 'open');
  assert.deepEqual([...new Set(Object.values(others))], ['refused']);
});

test('polling is held to the same rules', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  await using _sockets = await startSockets(server);
  const cookie = await server.signIn();
  assert.equal(await openSocket(server, 'polling', { cookie }), 'open');
  // Client libraries do not let these headers be set.
  const handshake = async (headers: Headers): Promise<number> =>
    (await server.send('GET', '/socket.io/?EIO=4&transport=polling', { headers })).status;
  assert.equal(await handshake({ cookie }), 200);
  assert.equal(await handshake({}), 403);
  assert.equal(await handshake({ cookie, host: 'evil.example' }), 403);
  assert.equal(await handshake({ cookie, 'sec-fetch-site': 'cross-site' }), 403);
});

test('a key opens a socket without an Origin, also one that may only read', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  await using _sockets = await startSockets(server);
  const made = await server.access.keys.create('script', 'read');
  assert.ok(made.ok);
  const { key, secret } = made.value;
  assert.equal(await openSocket(server, 'websocket', { authorization: `Bearer ${secret}` }), 'open');
  await server.access.keys.remove(key.id);
  assert.equal(await openSocket(server, 'websocket', { authorization: `Bearer ${secret}` }), 'refused');
});

test('without a password this machine’s browser opens a socket, and what came through a proxy does not', async () => {
  await using server = await startGuardedServer();
  await using _sockets = await startSockets(server);
  const { origin } = server;
  assert.equal(await openSocket(server, 'websocket', { origin }), 'open');
  assert.equal(await openSocket(server, 'websocket', { origin, 'x-forwarded-for': '203.0.113.1' }), 'refused');
});

test('what somebody holds open is known to be over when they are signed out, the key is deleted or a password is set', async () => {
  await using server = await startGuardedServer();
  const { access } = server;
  const over: string[] = [];
  const held = [
    { kind: 'local', scopes: new Set(['read']), name: 'local', address: '127.0.0.1' },
    { kind: 'session', scopes: new Set(['read']), name: 'password', address: '127.0.0.1', credentialId: '' },
    { kind: 'key', scopes: new Set(['read']), name: 'script', address: '127.0.0.1', credentialId: '' },
  ] as const;
  using _listening = access.onGone((isGone) => {
    const ids = { local: undefined, session: sessionId, key: keyId };
    for (const who of held) {
      const { [who.kind]: credentialId } = ids;
      const now = {
        ...who,
        scopes: new Set(['read'] as const),
        ...(credentialId === undefined ? {} : { credentialId }),
      };
      if (isGone(now)) over.push(who.kind);
    }
  });
  let [sessionId, keyId] = ['none', 'none'];
  const passwordId = await access.setFirstPassword(testPassword);
  assert.ok(passwordId.ok);
  assert.deepEqual(over.splice(0), ['local', 'session']);
  sessionId = (await access.sessions.open({ address: '127.0.0.1', userAgent: '' }, passwordId.value)).id;
  await access.sessions.end(({ id }) => id === sessionId);
  assert.deepEqual(over.splice(0), ['session']);
  const made = await access.keys.create('script', 'read');
  assert.ok(made.ok);
  keyId = made.value.key.id;
  await access.keys.remove(keyId);
  assert.deepEqual(over.splice(0), ['key']);
});
