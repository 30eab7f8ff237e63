import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { HttpDoor } from '@dropwise/kit';
import { acquireLock } from '@dropwise/runtime';
import { openDoctorWorld } from '../testing/doctor-world.ts';
import { clockCheck } from './clock.ts';
import { dataDirectoryCheck } from './data-directory.ts';
import { lockCheck } from './lock.ts';
import { proxyCheck } from './proxy.ts';
import { settingsCheck } from './settings.ts';

test('a data directory that takes files is well', async () => {
  await using world = await openDoctorWorld();
  assert.equal((await world.examine(dataDirectoryCheck))[0]?.verdict, 'ok');
});

test('a file in the place of a folder is told', async () => {
  await using world = await openDoctorWorld({ signedInWith: null, files: { data: 'not a folder' } });
  const [finding] = await world.examine(dataDirectoryCheck);
  assert.equal(finding?.needsMending, true);
  assert.match(finding?.sentence ?? '', /must be a folder/);
});

test('a miner that holds the directory is named, and the lock is left alone', async () => {
  await using world = await openDoctorWorld();
  const holder = { pid: process.ppid, hostName: 'attic', since: Date.parse('2026-01-05T10:00:00Z') };
  const lock = await acquireLock(world.directory.lockFile, holder);
  assert.ok(lock.ok);
  await using _held = lock.value;
  const [finding] = await world.examine(lockCheck);
  assert.equal(finding?.verdict, 'ok');
  assert.match(finding?.sentence ?? '', new RegExp(`process ${process.ppid} on attic, since 2026-01-05T10:00`));
});

test('what a killed miner left behind counts as no miner', async () => {
  await using world = await openDoctorWorld();
  const gone = { pid: 2 ** 22 + 1, hostName: 'attic', since: 0 };
  await writeFile(`${world.directory.lockFile}.json`, JSON.stringify(gone));
  assert.match((await world.examine(lockCheck))[0]?.sentence ?? '', /No miner uses/);
});

test('settings that fit are well', async () => {
  await using world = await openDoctorWorld({ settings: '{ "mining": { "mode": "random" } }' });
  assert.equal((await world.examine(settingsCheck))[0]?.verdict, 'ok');
});

test('a broken settings file is told with line and column', async () => {
  await using world = await openDoctorWorld({ settings: '{\n  "mining": {\n    "mode" "random"\n  }\n}' });
  const [finding] = await world.examine(settingsCheck);
  assert.equal(finding?.needsMending, true);
  assert.match(finding?.sentence ?? '', /line 3, column 12/);
});

test('a value that does not fit needs mending; an unknown key and a warning are worth a look', async () => {
  const settings = { mining: { mode: 'priority_only', colour: 'red' }, logging: { keepDays: 'many' } };
  await using world = await openDoctorWorld({ settings: JSON.stringify(settings) });
  const findings = await world.examine(settingsCheck);
  const keys = ['logging.keepDays', 'mining.colour', 'mining.priority'];
  assert.deepEqual(
    keys.map((key) => findings.find(({ sentence }) => sentence.includes(key))?.needsMending),
    [true, false, false],
  );
});

test('a cookie jar and a protocol file that cannot be read are told, without what they hold', async () => {
  await using world = await openDoctorWorld({
    signedInWith: null,
    files: { 'data/cookies.jar': '{"version":1,"secret-token', 'config/protocol.json': '{"hashes":{"Inventory":"x"}}' },
  });
  const findings = await world.examine(settingsCheck);
  const told = findings.map(({ sentence }) => sentence).join('\n');
  assert.match(told, /cookies\.jar cannot be read/);
  assert.match(told, /protocol\.json is not used: hashes\.Inventory: expected a hash/);
  assert.doesNotMatch(told, /secret-token/);
});

const clockCases = [
  { name: 'a clock that agrees is well', offMs: 59_000, verdict: 'ok', says: /agrees/ },
  { name: 'a clock that is ahead is told', offMs: 90_000, verdict: 'look', says: /90 s ahead/ },
  { name: 'a clock that is behind is told', offMs: -3_600_000, verdict: 'look', says: /3600 s behind/ },
] as const;

for (const { name, offMs, verdict, says } of clockCases) {
  test(name, async () => {
    const dated =
      (now: () => number) =>
      (inner: HttpDoor): HttpDoor => ({
        async send(request, signal) {
          const answer = await inner.send(request, signal);
          return { ...answer, headers: { ...answer.headers, date: new Date(now() - offMs).toUTCString() } };
        },
      });
    let now = 0;
    await using world = await openDoctorWorld({ http: dated(() => now) });
    now = world.clock.now();
    const [finding] = await world.examine(clockCheck);
    assert.equal(finding?.verdict, verdict);
    assert.match(finding?.sentence ?? '', says);
  });
}

test('a clock that nothing can be compared with is told as the connection that fails', async () => {
  await using world = await openDoctorWorld();
  world.sim.faults.set({ kind: 'connectionReset', target: 'validate' });
  assert.match((await world.examine(clockCheck))[0]?.sentence ?? '', /connection to id\.twitch\.tv was cut/);
});

test('a proxy’s label is told without its password', async () => {
  await using world = await openDoctorWorld({
    settings: '{ "network": { "proxy": "http://ann:hush@127.0.0.1:3128" } }',
  });
  const [finding] = await world.examine(proxyCheck);
  assert.equal(finding?.verdict, 'ok');
  assert.match(finding?.sentence ?? '', /http:\/\/127\.0\.0\.1:3128/);
  assert.doesNotMatch(finding?.sentence ?? '', /hush/);
});
