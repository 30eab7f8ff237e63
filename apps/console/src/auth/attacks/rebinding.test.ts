import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer } from '../testing/guarded-server.ts';
import { sendRaw } from '../testing/http-client.ts';

const foreignHosts = [
  'evil.example',
  'evil.example:8080',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil-localhost',
  '10.0.0.1',
  '169.254.169.254',
  '0x7f.1',
  '2130706433',
  '127.1',
  '127.0.0.1@evil.example',
  '127.0.0.1, evil.example',
  '[::ffff:10.0.0.1]',
  ' ',
];

for (const host of foreignHosts) {
  test(`a request for the host "${host}" is not the console’s business`, async () => {
    await using server = await startGuardedServer();
    for (const path of ['/api/read', '/api/public', '/', '/api/nothing']) {
      const answer = await server.send('GET', path, { headers: { host } });
      assert.equal(answer.status, 421, path);
      assert.equal(answer.code, 'wrongHost', path);
    }
    assert.deepEqual(server.reached, []);
  });
}

for (const host of ['localhost', 'LOCALHOST:9', 'localhost.', '127.0.0.1', '127.5.5.5', '[::1]:8080', 'a.localhost']) {
  test(`"${host}" is this machine`, async () => {
    await using server = await startGuardedServer();
    assert.equal((await server.send('GET', '/api/public', { headers: { host } })).status, 200);
  });
}

test('names that the owner allows are answered, whatever their case, dot and port; with a port only that one', async () => {
  await using server = await startGuardedServer({ allowedHosts: () => ['NAS.local', 'drops.example:8443'] });
  const statuses: Record<string, number> = {};
  for (const host of ['nas.local', 'nas.LOCAL.:99', 'drops.example:8443', 'drops.example', 'x.nas.local']) {
    statuses[host] = (await server.send('GET', '/api/public', { headers: { host } })).status;
  }
  assert.deepEqual(statuses, {
    'nas.local': 200,
    'nas.LOCAL.:99': 200,
    'drops.example:8443': 200,
    'drops.example': 421,
    'x.nas.local': 421,
  });
});

test('an allowed name is not this machine: without a password it gets nothing', async () => {
  await using server = await startGuardedServer({ allowedHosts: () => ['nas.local'] });
  assert.equal((await server.send('GET', '/api/read', { headers: { host: 'nas.local' } })).code, 'setupNeeded');
});

test('a list of allowed names takes effect without a restart', async () => {
  let allowed: readonly string[] = [];
  await using server = await startGuardedServer({ allowedHosts: () => allowed });
  const headers = { host: 'nas.local' };
  assert.equal((await server.send('GET', '/api/public', { headers })).status, 421);
  allowed = ['nas.local'];
  assert.equal((await server.send('GET', '/api/public', { headers })).status, 200);
});

test('X-Forwarded-Host of somebody who is not trusted is not believed', async () => {
  await using server = await startGuardedServer();
  const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost' };
  assert.equal((await server.send('GET', '/api/public', { headers })).status, 421);
});

test('X-Forwarded-Host of a trusted proxy is what counts', async () => {
  await using server = await startGuardedServer({
    trustedProxies: ['127.0.0.1'],
    allowedHosts: () => ['drops.example'],
  });
  const send = async (forwarded: string): Promise<number> =>
    (await server.send('GET', '/api/public', { headers: { host: 'dropwise:8080', 'x-forwarded-host': forwarded } }))
      .status;
  assert.equal(await send('drops.example'), 200);
  assert.equal(await send('evil.example'), 421);
  assert.equal(await send('drops.example, evil.example'), 421);
});

test('a request without Host, with two of them, or with one in its path is refused', async () => {
  await using server = await startGuardedServer();
  const without = await sendRaw(server.port, 'GET /api/public HTTP/1.0\r\n\r\n');
  assert.match(without, /^HTTP\/1\.1 421 /);
  const twice = await sendRaw(
    server.port,
    'GET /api/public HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  );
  assert.match(twice, /^HTTP\/1\.1 400 /);
  const inPath = await sendRaw(
    server.port,
    'GET http://evil.example/api/public HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );
  assert.match(inPath, /^HTTP\/1\.1 400 /);
  assert.deepEqual(server.reached, []);
});
