import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastifyStatic from '@fastify/static';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';
import type { Scope } from '../../auth/who.ts';
import type { App } from '../app.ts';
import { giveScope } from './route-scopes.ts';

test('a route of which nobody said who may call it keeps the server from starting, and is named', async () => {
  const addRoutes = (app: App): void => {
    app.get('/api/forgotten', async () => ({}));
    app.register(async (part) => {
      part.post('/api/inner', async () => ({}));
    });
  };
  await assert.rejects(startGuardedServer({ addRoutes }), /Without: .*GET \/api\/forgotten.*POST \/api\/inner/);
});

test('routes of plugins that know no scopes are given one', async () => {
  await using server = await startGuardedServer({
    password: testPassword,
    addRoutes: (app) => {
      app.register(async (part) => {
        giveScope(part as App, 'read');
        await part.register(fastifyStatic, { root: import.meta.dirname, prefix: '/files/' });
      });
    },
  });
  const path = '/files/route-scopes.test.ts';
  assert.equal((await server.send('GET', path)).status, 401);
  const cookie = await server.signIn();
  assert.equal((await server.send('GET', path, { cookie })).status, 200);
});

type Caller = 'nobody' | 'readKey' | 'controlKey' | 'session';
const allowed: Readonly<Record<Caller, readonly Scope[]>> = {
  nobody: ['public'],
  readKey: ['public', 'read'],
  controlKey: ['public', 'read', 'control'],
  session: ['public', 'read', 'control', 'owner'],
};

for (const [caller, scopes] of Object.entries(allowed) as [Caller, readonly Scope[]][]) {
  test(`${caller} reaches ${scopes.join(', ')} and nothing else, by any method`, async () => {
    await using server = await startGuardedServer({ password: testPassword });
    const keyOf = async (scope: 'read' | 'control'): Promise<{ key: string }> => {
      const made = await server.access.keys.create(scope, scope);
      assert.ok(made.ok);
      return { key: made.value.secret };
    };
    const credentials = {
      nobody: async () => ({}),
      readKey: () => keyOf('read'),
      controlKey: () => keyOf('control'),
      session: async () => ({ cookie: await server.signIn() }),
    } as const;
    const credential = await credentials[caller]();
    for (const scope of ['public', 'read', 'control', 'owner'] as const) {
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE']) {
        const answer = await server.send(method, `/api/${scope}`, credential);
        const expected = scopes.includes(scope) ? 200 : caller === 'nobody' ? 401 : 403;
        assert.equal(answer.status, expected, `${method} ${scope}`);
        assert.equal(answer.headers['www-authenticate'] !== undefined, expected === 401);
      }
    }
  });
}

test('while the setup is wanted, this machine too reaches nothing but the setup', async () => {
  await using server = await startGuardedServer({ accessText: 'broken' });
  for (const scope of ['read', 'control', 'owner']) {
    assert.equal((await server.send('GET', `/api/${scope}`)).code, 'setupNeeded');
  }
  assert.equal((await server.send('GET', '/api/public')).status, 200);
  const session = await server.send('GET', '/api/session');
  assert.deepEqual(session.json, {
    kind: 'local',
    scopes: ['public', 'read', 'control', 'owner'],
    name: 'local',
    passwordSet: false,
    passwordFrom: null,
    setupNeeded: true,
    maySetPassword: true,
  });
  const set = await server.send('POST', '/api/setup/password', { json: { password: testPassword } });
  assert.equal(set.status, 200);
  const cookie = set.setCookies[0]?.split(';')[0] ?? '';
  assert.equal((await server.send('GET', '/api/owner', { cookie })).status, 200);
  assert.equal((await server.send('GET', '/api/read')).code, 'notSignedIn');
});
