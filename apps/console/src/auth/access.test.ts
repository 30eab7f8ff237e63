import assert from 'node:assert/strict';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Result, VirtualClock } from '@dropwise/kit';
import { type Access, type AccessOptions, openAccess } from './access.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { quickHasher, startMs, testPassword } from './testing/guarded-server.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const place = { address: '127.0.0.1', userAgent: 'Browser' };
const clockAt = (ms: number): VirtualClock => new VirtualClock(ms, async () => {});

function open(path: string, changes: Partial<AccessOptions> = {}): Promise<Result<Access, string>> {
  return openAccess({
    path,
    env: {},
    clock: clockAt(startMs),
    sessionDays: () => 30,
    onProblem: (sentence) => assert.fail(sentence),
    hasher: quickHasher(),
    ...changes,
  });
}

async function opened(path: string, changes: Partial<AccessOptions> = {}): Promise<Access> {
  const access = await open(path, changes);
  assert.ok(access.ok, access.ok ? '' : access.failure);
  return access.value;
}

/** Sets the password and signs in; the cookie's content. */
async function signIn(access: Access, password = testPassword): Promise<string> {
  const checked = await access.checkPassword(password);
  assert.ok(checked.ok && checked.value !== null);
  return (await access.sessions.open(place, checked.value)).secret;
}

test('without a file nobody is known, and no password is right', async () => {
  await using folder = await openTempFolder();
  await using access = await opened(join(folder.path, 'access.json'));
  assert.equal(access.passwordFrom, null);
  assert.equal(access.setupRequired, false);
  assert.deepEqual(await access.checkPassword(''), { ok: true, value: null });
  assert.deepEqual(await readdir(folder.path), []);
});

test('password, sessions and keys outlive a restart, in a file that only its owner can read', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  let cookie: string;
  let key: string;
  {
    await using access = await opened(path);
    await access.setFirstPassword(testPassword);
    cookie = await signIn(access);
    const made = await access.keys.create('script', 'read');
    assert.ok(made.ok);
    key = made.value.secret;
  }
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  await using access = await opened(path);
  assert.deepEqual(access.notices, []);
  assert.equal(access.passwordFrom, 'console');
  assert.equal(access.sessions.find(cookie)?.userAgent, 'Browser');
  assert.equal(access.keys.find(key)?.name, 'script');
  const wrong = await access.checkPassword(`${testPassword}!`);
  assert.deepEqual(wrong, { ok: true, value: null });
});

test('letters that keyboards write in two ways are the same password', async () => {
  await using folder = await openTempFolder();
  await using access = await opened(join(folder.path, 'access.json'));
  await access.setFirstPassword('caf\u00e9 \u2460 long enough');
  const checked = await access.checkPassword('cafe\u0301 1 long enough');
  assert.ok(checked.ok && checked.value !== null);
});

test('only one of two first passwords at the same moment is taken', async () => {
  await using folder = await openTempFolder();
  await using access = await opened(join(folder.path, 'access.json'));
  const outcomes = await Promise.all([
    access.setFirstPassword('the first one'),
    access.setFirstPassword('the second one'),
  ]);
  assert.deepEqual(outcomes.map(({ ok }) => ok).sort(), [false, true]);
});

for (const [what, text] of [
  ['is not JSON', '{"version": 1, "password"'],
  ['has an unknown shape', '{"version": 1, "users": []}'],
  ['is empty', ''],
  ['asks for a hash of sixteen gigabytes', brokenCost()],
] as const) {
  test(`a file that ${what} is kept aside, and nothing but the setup is open until there is a password again`, async () => {
    await using folder = await openTempFolder();
    const path = join(folder.path, 'access.json');
    await writeFile(path, text, { mode: 0o600 });
    for (const start of ['first', 'second']) {
      await using access = await opened(path);
      assert.equal(access.passwordFrom, null, start);
      assert.equal(access.setupRequired, true, start);
      if (start === 'first') assert.match(access.notices[0] ?? '', /kept as .*broken-2026-03-01.*listens on loopback/);
    }
    const kept = (await readdir(folder.path)).find((name) => name.includes('.broken-')) ?? '';
    assert.equal(await readFile(join(folder.path, kept), 'utf8'), text);
    assert.equal((await stat(join(folder.path, kept))).mode & 0o777, 0o600);
    await using access = await opened(path);
    await access.setFirstPassword(testPassword);
    assert.equal(access.setupRequired, false);
  });
}

test('a file of a newer version is left alone, and the console does not start', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  await writeFile(path, '{"version": 2, "password": null}');
  const access = await open(path);
  assert.ok(!access.ok);
  assert.match(access.failure, /newer version/);
  assert.deepEqual(await readdir(folder.path), ['access.json']);
});

test('a file that cannot be read keeps the console from starting', async () => {
  await using folder = await openTempFolder();
  const access = await open(folder.path);
  assert.ok(!access.ok);
  assert.match(access.failure, /must be readable/);
});

test('a file that others can read is closed to them, and that is said', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  {
    await using access = await opened(path);
    await access.setFirstPassword(testPassword);
  }
  await chmod(path, 0o644);
  await using access = await opened(path);
  assert.match(access.notices[0] ?? '', /could be read by other accounts/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test('the environment’s password is the one that counts, and cannot be changed here', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  await using access = await opened(path, { env: { DROPWISE_PASSWORD: 'from outside' } });
  assert.equal(access.passwordFrom, 'environment');
  assert.deepEqual(await access.setPassword('from inside!'), { ok: false, failure: 'environment' });
  assert.deepEqual(await access.setFirstPassword('from inside!'), { ok: false, failure: 'alreadySet' });
  await signIn(access, 'from outside');
  assert.ok(!(await readFile(path, 'utf8')).includes('from outside'));
});

test('a restart with the same environment signs nobody out, one with another password everybody', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  const first = { env: { DROPWISE_PASSWORD: 'from outside' } };
  let cookie: string;
  {
    await using access = await opened(path, first);
    cookie = await signIn(access, 'from outside');
  }
  {
    await using access = await opened(path, first);
    assert.ok(access.sessions.find(cookie) !== null);
  }
  {
    await using access = await opened(path, { env: { DROPWISE_PASSWORD: 'another one' } });
    assert.equal(access.sessions.find(cookie), null);
  }
  await using access = await opened(path);
  assert.equal(access.sessions.find(cookie), null);
  assert.equal(access.passwordFrom, null);
});

test('the console’s own password comes back when the environment’s goes', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  let cookie: string;
  {
    await using access = await opened(path);
    await access.setFirstPassword(testPassword);
    cookie = await signIn(access);
  }
  {
    await using access = await opened(path, { env: { DROPWISE_PASSWORD: 'from outside' } });
    assert.deepEqual(await access.checkPassword(testPassword), { ok: true, value: null });
    assert.equal(access.sessions.find(cookie), null);
  }
  await using access = await opened(path);
  assert.equal(access.passwordFrom, 'console');
  await signIn(access);
});

test('a password whose hash is weaker than today’s is hashed anew when it is typed, and nobody is signed out', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  await using access = await opened(path);
  await access.setFirstPassword(testPassword);
  const cookie = await signIn(access);
  await access[Symbol.asyncDispose]();
  const stronger = createPasswordHasher({ cost: 2 ** 11, blockSize: 1, parallelization: 1 });
  await using later = await opened(path, { hasher: stronger });
  await signIn(later);
  assert.match(await readFile(path, 'utf8'), /"cost": 2048/);
  assert.ok(later.sessions.find(cookie) !== null);
  await signIn(later);
});

test('a session of a password that was changed while it was checked is over from the beginning', async () => {
  await using folder = await openTempFolder();
  await using access = await opened(join(folder.path, 'access.json'));
  await access.setFirstPassword(testPassword);
  const checked = await access.checkPassword(testPassword);
  assert.ok(checked.ok && checked.value !== null);
  await access.setPassword('another battery');
  const late = await access.sessions.open(place, checked.value);
  assert.equal(access.sessions.find(late.secret), null);
});

test('what cannot be written is in force all the same, and whoever asked gets to know', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'gone', 'access.json');
  const problems: string[] = [];
  await using access = await opened(path, { onProblem: (sentence) => problems.push(sentence) });
  await assert.rejects(access.setFirstPassword(testPassword));
  assert.equal(access.passwordFrom, 'console');
  const cookie = await signIn(access);
  assert.ok(access.sessions.find(cookie) !== null);
  assert.match(problems[0] ?? '', /could not be written/);
  await assert.rejects(access.sessions.end(() => true));
  assert.equal(access.sessions.find(cookie), null);
});

test('a hundred changes at once all reach the disk', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'access.json');
  await using access = await opened(path);
  const made = await Promise.all(Array.from({ length: 50 }, (_, index) => access.keys.create(`key ${index}`, 'read')));
  assert.ok(made.every(({ ok }) => ok));
  await Promise.all(access.keys.list().map(({ id, name }) => (name.endsWith('0') ? access.keys.remove(id) : null)));
  await using again = await opened(path);
  assert.equal(again.keys.list().length, 45);
  assert.deepEqual(again.keys.list(), access.keys.list());
});

function brokenCost(): string {
  const hash = Buffer.alloc(32).toString('base64');
  const password = { id: 'x', algorithm: 'scrypt', cost: 2 ** 24, blockSize: 8, parallelization: 1, salt: hash, hash };
  return JSON.stringify({
    version: 1,
    setup: 'open',
    password: { ...password, setAt: 0 },
    environmentPassword: null,
    sessions: [],
    keys: [],
  });
}
