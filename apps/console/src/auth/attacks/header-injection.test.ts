import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuardedServer, testPassword } from '../testing/guarded-server.ts';
import { sendRaw } from '../testing/http-client.ts';

test('line breaks in names, values and cookies make no second request and no header of their own', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const injections = [
    'X-A: 1\rX-Forwarded-For: 127.0.0.1',
    'X-A: 1\nCookie: dropwise_session=x',
    'X-A\r\n : 1',
    'X A: 1',
    'X-A\0: 1',
    'Cookie: dropwise_session=x\r\n y',
    'Cookie: dropwise_session=%0d%0aSet-Cookie:%20a=b',
    'Origin: http://localhost\r\n http://evil.example',
    'User-Agent: a%0d%0aX-Injected: 1',
  ];
  for (const line of injections) {
    const answer = await sendRaw(
      server.port,
      `GET /api/read HTTP/1.1\r\nHost: localhost\r\n${line}\r\nConnection: close\r\n\r\n`,
    );
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, line);
    assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1, line);
    assert.doesNotMatch(answer, /^(?:x-injected|set-cookie)/im, line);
  }
  assert.deepEqual(server.reached, []);
});

test('a request that gives two lengths is not split into two', async () => {
  await using server = await startGuardedServer();
  const smuggled = 'GET /api/owner HTTP/1.1\r\nHost: localhost\r\n\r\n';
  for (const lengths of [
    'Content-Length: 0\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\nContent-Length: 4',
    'Content-Length: 0\r\nContent-Length: 50',
    'Transfer-Encoding: chunked, identity',
  ]) {
    const answer = await sendRaw(
      server.port,
      `POST /api/public HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${lengths}\r\n\r\n0\r\n\r\n${smuggled}`,
    );
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, lengths);
  }
  assert.ok(!server.reached.includes('GET /api/owner'));
});

test('what a stranger writes reaches the audit as one visible line, and the password not at all', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const secret = 'guess\u001b[2J\r\nroot signed in';
  const userAgent = `evil\u0085\u009b31m ${'x'.repeat(500)}`;
  const answer = await server.send('POST', '/api/session', {
    json: { password: secret },
    headers: { 'user-agent': userAgent },
  });
  assert.equal(answer.status, 401);
  const [entry] = server.audit.entries;
  assert.equal(entry?.action, 'login.failed');
  const text = JSON.stringify(entry);
  assert.doesNotMatch(text, /guess|root signed in/);
  assert.doesNotMatch(text, /\p{C}|\\u00|\\r|\\n/u);
  assert.ok(text.length < 500, text);
  assert.doesNotMatch(answer.text, /guess/);
});

test('a key’s name cannot carry what breaks a line or turns it round', async () => {
  await using server = await startGuardedServer();
  for (const name of ['a\nb', 'a\u202eb', 'a\u0000', ' ', '', 'x'.repeat(100)]) {
    const answer = await server.send('POST', '/api/keys', { json: { name, scope: 'read' } });
    assert.equal(answer.code, 'badRequest', JSON.stringify(name));
  }
  assert.deepEqual(server.access.keys.list(), []);
});
