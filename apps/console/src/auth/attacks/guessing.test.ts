import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPasswordHasher, type PasswordHasher } from '../password-hasher.ts';
import { quickHasher, startGuardedServer, testPassword } from '../testing/guarded-server.ts';

test('500 sign-ins at once leave the server answering, its memory bounded and the right password working', async () => {
  const counted = countHashes(createPasswordHasher());
  await using server = await startGuardedServer({
    password: testPassword,
    hasher: counted.hasher,
    rateLimits: { all: 10_000, changes: 10_000, passwords: 10_000 },
  });
  counted.reset();
  const rssBefore = process.memoryUsage().rss;
  let highestRss = rssBefore;
  const attempts = Array.from({ length: 500 }, (_, index) =>
    server.send('POST', '/api/session', { json: { password: `guess number ${index}` } }).then(({ status }) => {
      highestRss = Math.max(highestRss, process.memoryUsage().rss);
      return status;
    }),
  );
  const between = await server.send('GET', '/api/public');
  assert.equal(between.status, 200);
  const statuses = await Promise.all(attempts);
  const count = (status: number): number => statuses.filter((each) => each === status).length;
  assert.deepEqual({ wrong: count(401), later: count(429) }, { wrong: 5, later: 495 });
  assert.equal(counted.all(), 5);
  // Two hashes of 128 MiB, and what 500 connections need.
  assert.ok(highestRss - rssBefore < 600 * 2 ** 20, `${(highestRss - rssBefore) / 2 ** 20} MiB`);

  await server.clock.advanceTo(server.clock.now() + 1_000);
  assert.match(await server.signIn(), /^dropwise_session=/);
});

test('hashes that are wanted at once beyond those that wait are refused, whoever asks', async () => {
  const hasher = quickHasher();
  const results = await Promise.all(Array.from({ length: 50 }, () => hasher.hash(testPassword, 0)));
  const refusedCount = results.filter((result) => !result.ok).length;
  assert.equal(refusedCount, 42);
  const after = await hasher.hash(testPassword, 0);
  assert.ok(after.ok);
});

test('guessing gets slower with every wrong password, and the wait is said', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const guess = () => server.send('POST', '/api/session', { json: { password: 'not the password' } });
  for (let count = 0; count < 5; count++) assert.equal((await guess()).status, 401);
  const waits: number[] = [];
  for (let count = 0; count < 4; count++) {
    const refused = await guess();
    assert.equal(refused.code, 'tooMany');
    const seconds = Number(refused.headers['retry-after']);
    waits.push(seconds);
    await server.clock.advanceTo(server.clock.now() + seconds * 1_000);
    assert.equal((await guess()).status, 401);
  }
  assert.deepEqual(waits, [1, 2, 4, 8]);
});

test('during the wait the right password is refused as well, so that nothing is learnt; afterwards it signs in', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  for (let count = 0; count < 5; count++) {
    await server.send('POST', '/api/session', { json: { password: 'not the password' } });
  }
  assert.equal((await server.send('POST', '/api/session', { json: { password: testPassword } })).status, 429);
  await server.clock.advanceTo(server.clock.now() + 1_000);
  assert.match(await server.signIn(), /^dropwise_session=/);
});

test('passwords are limited in rate beside that, and the limit ends with its minute', async () => {
  await using server = await startGuardedServer({
    password: testPassword,
    rateLimits: { all: 100, changes: 100, passwords: 3 },
  });
  for (let count = 0; count < 3; count++) await server.signIn();
  const refused = await server.send('POST', '/api/session', { json: { password: testPassword } });
  assert.equal(refused.code, 'tooMany');
  assert.equal(refused.headers['retry-after'], '60');
  assert.equal((await server.send('GET', '/api/public')).status, 200);
  await server.clock.advanceTo(server.clock.now() + 60_000);
  await server.signIn();
});

test('requests are limited in rate, changes more than reading, also what is not there', async () => {
  await using server = await startGuardedServer({ rateLimits: { all: 6, changes: 2, passwords: 2 } });
  const codes: (string | null)[] = [];
  for (let count = 0; count < 3; count++) codes.push((await server.send('POST', '/api/control', { json: {} })).code);
  assert.deepEqual(codes, [null, null, 'tooMany']);
  for (let count = 0; count < 3; count++) await server.send('GET', '/api/nothing');
  assert.equal((await server.send('GET', '/api/read')).code, 'tooMany');
  assert.deepEqual(server.reached, ['POST /api/control', 'POST /api/control']);
});

test('what another site’s page sends does not use up what the owner’s own may send', async () => {
  await using server = await startGuardedServer({ rateLimits: { all: 3, changes: 2, passwords: 2 } });
  const headers = { origin: 'https://evil.example' };
  for (let count = 0; count < 5; count++) {
    assert.equal((await server.send('POST', '/api/control', { headers })).code, 'wrongOrigin');
  }
  assert.equal((await server.send('POST', '/api/control')).status, 200);
});

test('a flood of wrong passwords leaves room in the audit, and what was left out is counted', async () => {
  await using server = await startGuardedServer({
    password: testPassword,
    rateLimits: { all: 1_000, changes: 1_000, passwords: 1_000 },
    trustedProxies: ['127.0.0.1'],
  });
  const guessFrom = (address: string) =>
    server.send('POST', '/api/session', {
      json: { password: 'not the password' },
      headers: { 'x-forwarded-for': address },
    });
  for (let count = 0; count < 25; count++) assert.equal((await guessFrom(`203.0.113.${count}`)).status, 401);
  assert.equal(server.audit.entries.length, 10);
  await server.clock.advanceTo(server.clock.now() + 60_000);
  await guessFrom('203.0.113.200');
  const last = server.audit.entries.at(-1);
  assert.equal(last?.who.address, '203.0.113.200');
  assert.deepEqual(last?.after, { userAgent: '', notRecordedBefore: 15 });
});

test('guessing from everywhere is slowed down together, and leaves alone where somebody is signed in from', async () => {
  await using server = await startGuardedServer({
    password: testPassword,
    trustedProxies: ['127.0.0.1'],
    rateLimits: { all: 1_000, changes: 1_000, passwords: 1_000 },
  });
  const tryFrom = async (address: string, password: string): Promise<number> => {
    const headers = { 'x-forwarded-for': address };
    return (await server.send('POST', '/api/session', { json: { password }, headers })).status;
  };
  assert.equal(await tryFrom('198.51.100.7', testPassword), 200);
  for (let count = 0; count < 50; count++) assert.equal(await tryFrom(`203.0.113.${count}`, 'not it, is it'), 401);
  assert.equal(await tryFrom('203.0.113.99', 'not it, is it'), 429);
  assert.equal(await tryFrom('198.51.100.7', testPassword), 200);
});

test('a wrong password costs the same work as the right one, however short, long or near it is', async () => {
  const counted = countHashes(quickHasher());
  await using server = await startGuardedServer({ password: testPassword, hasher: counted.hasher });
  const workOf = async (password: string): Promise<number> => {
    counted.reset();
    await server.send('POST', '/api/session', { json: { password } });
    return counted.all();
  };
  assert.equal(await workOf('x'), 1);
  assert.equal(await workOf(testPassword), 1);
  assert.equal(await workOf(`${testPassword}x`), 1);
  assert.equal(await workOf('y'.repeat(1_000)), 1);
});

test('a cookie and a key that are wrong in whatever way get one and the same answer', async () => {
  await using server = await startGuardedServer({ password: testPassword });
  const right = await server.signIn();
  const cookies = ['dropwise_session=', 'dropwise_session=x', `${right.slice(0, -1)}_`, `${right}x`, `x${right}`];
  const answers = await Promise.all(cookies.map((cookie) => server.send('GET', '/api/read', { cookie })));
  assert.deepEqual(new Set(answers.map(({ text }) => text)).size, 1);
  const keys = ['x', 'dropwise_x', `dropwise_${'a'.repeat(43)}`, `dropwise_${'a'.repeat(5_000)}`];
  const refused = await Promise.all(keys.map((key) => server.send('GET', '/api/read', { key })));
  assert.deepEqual(new Set(refused.map(({ text }) => text)).size, 1);
  assert.equal(refused[0]?.status, 401);
});

/** Counts hashes through the real ones. */
function countHashes(inner: PasswordHasher) {
  let count = 0;
  const counting = async <Value extends { readonly ok: boolean }>(work: Promise<Value>): Promise<Value> => {
    const outcome = await work;
    if (outcome.ok) count += 1;
    return outcome;
  };
  const hasher: PasswordHasher = {
    hash: (password, now) => counting(inner.hash(password, now)),
    verify: (password, record) => counting(inner.verify(password, record)),
    isOutdated: (record) => inner.isOutdated(record),
  };
  return {
    hasher,
    all: () => count,
    reset: () => {
      count = 0;
    },
  };
}
