import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../testing/guarded-server.ts';
import { sendRaw } from '../testing/http-client.ts';

const paths = [
  '/../../../../etc/passwd',
  '/api/../../etc/passwd',
  '/api/public/../read',
  '/api/public/..%2fread',
  '/api/public/%2e%2e/read',
  '/api/public/%252e%252e/read',
  '/api/public%2f..%2fread',
  '/api/public\\..\\read',
  '/api/public/..;/read',
  '//api/read',
  '/./api/read',
  '/api/read/',
  '/api/read%00',
  '/API/READ',
];

for (const path of paths) {
  test(`the path ${path} reaches nothing that asks for a sign-in`, async () => {
    await using server = await startGuardedServer({ password: testPassword });
    const answer = await sendRaw(server.port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 4\d\d /);
    assert.doesNotMatch(answer, /root:/);
    assert.deepEqual(server.reached, []);
    assert.deepEqual(server.unexpected, []);
  });
}

test('an id in a path is only ever an id', async () => {
  await using server = await startGuardedServer();
  for (const id of ['..%2f..%2fsettings', '__proto__', 'constructor', '%00', 'a'.repeat(300)]) {
    const answer = await server.send('DELETE', `/api/keys/${id}`);
    assert.ok([400, 404, 414].includes(answer.status), `${id}: ${answer.status}`);
  }
  assert.deepEqual(server.unexpected, []);
});

test('a body that is larger than any setting is refused', async () => {
  await using server = await startGuardedServer();
  const json = { text: 'x'.repeat(300 * 1024) };
  assert.equal((await server.send('POST', '/api/control', { json })).status, 413);
  assert.deepEqual(server.reached, []);
});

test('JSON that is nested to exhaust whoever walks it is refused before it is parsed', async () => {
  await using server = await startGuardedServer();
  const headers = { 'content-type': 'application/json' };
  for (const text of [
    '['.repeat(100_000),
    `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`,
    `{"text":"\\"","list":${'['.repeat(40)}${']'.repeat(40)}}`,
  ]) {
    assert.equal((await server.send('POST', '/api/control', { text, headers })).code, 'tooLarge');
  }
  assert.deepEqual(server.reached, []);
});

test('a list does not pass for an object that leaves everything out', async () => {
  await using server = await startGuardedServer();
  const headers = { 'content-type': 'application/json' };
  const answer = await server.send('POST', '/api/control', { text: ' [{}]', headers });
  assert.equal(answer.code, 'badRequest');
  assert.deepEqual(server.reached, []);
});

test('JSON of more values than anything here has is refused', async () => {
  await using server = await startGuardedServer();
  const list = Array.from({ length: 20_000 }, () => 0);
  assert.equal((await server.send('POST', '/api/control', { json: { list } })).code, 'tooLarge');
});

test('brackets and commas within a text are no depth', async () => {
  await using server = await startGuardedServer();
  const json = { text: `${'[{'.repeat(5_000)}\\"${','.repeat(20_000)}` };
  assert.equal((await server.send('POST', '/api/control', { json })).status, 200);
});

for (const text of [
  '{"__proto__":{"scope":"owner"}}',
  '{"a":{"__proto__":{"isAdmin":true}}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"\\u005f_proto__":{"isAdmin":true}}',
]) {
  test(`${text} changes no prototype`, async () => {
    await using server = await startGuardedServer();
    const headers = { 'content-type': 'application/json' };
    assert.equal((await server.send('POST', '/api/control', { text, headers })).code, 'badRequest');
    assert.equal(({} as Record<string, unknown>).isAdmin, undefined);
    assert.deepEqual(server.reached, []);
  });
}

test('a very long address and a great many headers are refused', async () => {
  await using server = await startGuardedServer();
  assert.equal((await server.send('GET', `/api/public?x=${'y'.repeat(5_000)}`)).code, 'tooLarge');
  const many = Array.from({ length: 150 }, (_, index) => `x-${index}: 1\r\n`).join('');
  const answer = await sendRaw(
    server.port,
    `GET /api/public HTTP/1.1\r\nHost: localhost\r\n${many}Connection: close\r\n\r\n`,
  );
  assert.match(answer, /^HTTP\/1\.1 413 /);
});

test('a proxy’s header cannot be pushed out by a thousand others', async () => {
  await using server = await startGuardedServer();
  // More than Node keeps by default; the last one says that this came through a proxy.
  const many = 'a:\r\n'.repeat(2_100);
  const answer = await sendRaw(
    server.port,
    `GET /api/read HTTP/1.1\r\nHost: localhost\r\n${many}X-Forwarded-For: 8.8.8.8\r\nConnection: close\r\n\r\n`,
  );
  assert.match(answer, /^HTTP\/1\.1 4\d\d /);
  assert.deepEqual(server.reached, []);
});
