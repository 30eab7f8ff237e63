import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../testing/guarded-server.ts';

const crossSite: readonly (readonly [what: string, headers: Record<string, string | null>])[] = [
  ['of another site', { origin: 'https://evil.example' }],
  ['of a page in a file or a sandboxed frame', { origin: 'null' }],
  ['that is not told', { origin: null }],
  ['of another port of the same machine', { origin: 'http://127.0.0.1:1' }],
  ['of a longer name', { origin: 'http://127.0.0.1.evil.example' }],
  ['with credentials in front', { origin: 'http://127.0.0.1@evil.example' }],
  ['with a path', { origin: 'http://evil.example/http://127.0.0.1' }],
  ['of a scheme of an extension', { origin: 'chrome-extension://abcdef' }],
  ['that fits, while the browser says another site', { 'sec-fetch-site': 'cross-site' }],
  ['that fits, while the browser says another sub-domain', { 'sec-fetch-site': 'same-site' }],
  ['that is not told, and the browser says another site', { origin: null, 'sec-fetch-site': 'cross-site' }],
];

for (const [what, headers] of crossSite) {
  test(`a change from an origin ${what} is refused, with the owner’s cookie and without`, async () => {
    await using server = await startGuardedServer({ password: testPassword });
    const cookie = await server.signIn();
    for (const path of ['/api/control', '/api/owner', '/api/public']) {
      for (const method of ['POST', 'DELETE']) {
        const answer = await server.send(method, path, { headers, cookie });
        assert.equal(answer.code, 'wrongOrigin', `${method} ${path}`);
        assert.equal((await server.send(method, path, { headers })).code, 'wrongOrigin', `${method} ${path}`);
      }
    }
    assert.deepEqual(server.reached, []);
  });

  test(`a change from an origin ${what} is refused where no password is set`, async () => {
    await using server = await startGuardedServer();
    assert.equal((await server.send('POST', '/api/control', { headers, json: {} })).code, 'wrongOrigin');
    const setup = await server.send('POST', '/api/setup/password', { headers, json: { password: 'taken over' } });
    assert.equal(setup.code, 'wrongOrigin');
    assert.equal(server.access.passwordFrom, null);
  });
}

test('the console’s own page changes things', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const cookie = await server.signIn();
  assert.equal((await server.send('POST', '/api/control', { cookie })).status, 200);
  const headers = { 'sec-fetch-site': 'same-origin' };
  assert.equal((await server.send('POST', '/api/control', { cookie, headers })).status, 200);
  const withoutOrigin = { origin: null, 'sec-fetch-site': 'same-origin' };
  assert.equal((await server.send('POST', '/api/control', { cookie, headers: withoutOrigin })).status, 200);
});

test('a program with a key needs no Origin, and another site’s Origin is refused even with a key', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const made = await server.access.keys.create('script', 'control');
  assert.ok(made.ok);
  const key = made.value.secret;
  assert.equal((await server.send('POST', '/api/control', { key, headers: { origin: null } })).status, 200);
  const foreign = await server.send('POST', '/api/control', { key, headers: { origin: 'https://evil.example' } });
  assert.equal(foreign.code, 'wrongOrigin');
});

for (const type of [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'TEXT/PLAIN;charset=utf-8',
]) {
  test(`a body of type ${type}, as a form sends it, is refused`, async () => {
    await using server = await startGuardedServer();
    const answer = await server.send('POST', '/api/control', { text: '{"a":1}', headers: { 'content-type': type } });
    assert.equal(answer.status, 415);
    assert.deepEqual(server.reached, []);
  });
}

test('a body of a form’s type is refused also where a route could read it', async () => {
  await using server = await startGuardedServer({
    addRoutes: (app) => {
      app.addContentTypeParser('text/plain', { parseAs: 'string' }, async () => ({}));
      app.post('/api/notes', { config: { scope: 'control' } }, async () => ({}));
    },
  });
  const headers = { 'content-type': 'text/plain' };
  const answer = await server.send('POST', '/api/notes', { text: 'a note', headers });
  assert.equal(answer.code, 'unsupportedMediaType');
});

test('a body without a type is not guessed to be JSON', async () => {
  await using server = await startGuardedServer();
  assert.equal((await server.send('POST', '/api/control', { text: '{"a":1}' })).status, 415);
});

test('no answer allows another site to read it, not even to a preflight', async () => {
  await using server = await startGuardedServer();
  const headers = {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const answers = [
    await server.send('OPTIONS', '/api/control', { headers }),
    await server.send('GET', '/api/read', { headers }),
    await server.send('POST', '/api/control', { headers }),
  ];
  for (const answer of answers) {
    const names = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
    assert.deepEqual(names, []);
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin');
  }
});

test('another site cannot load an answer as a script or picture where browsers say so; links lead here', async () => {
  await using server = await startGuardedServer();
  const script = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
  assert.equal((await server.send('GET', '/api/read', { headers: script })).code, 'wrongOrigin');
  const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  assert.equal((await server.send('GET', '/api/read', { headers: frame })).code, 'wrongOrigin');
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  assert.equal((await server.send('GET', '/api/public', { headers: link })).status, 200);
});

test('headers that would override the method are ignored', async () => {
  await using server = await startGuardedServer();
  const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' };
  assert.equal((await server.send('GET', '/api/control?_method=DELETE', { headers })).status, 200);
  assert.deepEqual(server.reached, ['GET /api/control']);
});
