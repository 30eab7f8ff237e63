import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startLocalTwitch, startMiner, textOf } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';

const farewellMs = 2_000;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends a miner that watches within two seconds, with exit code 0 and a summary`, async () => {
    await using folder = await makeFolder();
    await using twitch = await startLocalTwitch();
    await using miner = startMiner(twitch, folder.path);
    await miner.line('channelChosen');
    miner.send(signal);
    assert.deepEqual(await miner.end(farewellMs), { code: 0, signal: null }, miner.stderr);
    assert.deepEqual(
      miner.lines.slice(-2).map(({ kind }) => kind),
      ['stopped', 'summary'],
    );
  });

  test(`${signal} ends a miner that waits for its code to be entered`, async () => {
    await using folder = await makeFolder();
    await using twitch = await startLocalTwitch();
    await using miner = startMiner(twitch, folder.path, { approve: false });
    await miner.line('deviceCodeIssued');
    miner.send(signal);
    assert.deepEqual(await miner.end(farewellMs), { code: 0, signal: null }, miner.stderr);
  });
}

test('a Twitch that never answers does not keep a miner from ending in two seconds', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await twitch.control('PUT', 'fault', { kind: 'slow', target: 'gql', delayMs: 3_600_000 });
  await using miner = startMiner(twitch, folder.path, { args: ['--json', '--set', 'network.connectionQuality=6'] });
  await miner.line('signedIn');
  await twitch.untilRequest('Inventory');
  miner.send('SIGTERM');
  assert.deepEqual(await miner.end(farewellMs), { code: 0, signal: null }, miner.stderr);
});

test('SIGHUP reads the settings again: a game that is excluded now is left', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 20 });
  await using miner = startMiner(twitch, folder.path);
  const first = textOf(await miner.line('channelChosen'), 'game');
  const from = miner.lines.length;
  const settings = { mining: { exclude: { games: [first] } } };
  await writeFile(join(folder.path, 'config', 'settings.json'), JSON.stringify(settings));
  miner.send('SIGHUP');
  await miner.line('channelLeft', () => true, from);
  const next = await miner.line('channelChosen', () => true, from);
  assert.notEqual(next.game, first);
  const meanwhile = miner.lines.slice(from).map(({ kind }) => kind);
  assert.ok(!meanwhile.includes('dropClaimed'), 'it left because it was told to, not because it was done');
});

test('SIGUSR1 prints the state and mining goes on', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path);
  await miner.line('minuteConfirmed');
  miner.send('SIGUSR1');
  await miner.until('the state on stderr', ({ stderr }) => /account: signed in as sample_viewer; doing: /.test(stderr));
  await miner.until('what is watched', ({ stderr }) => /watching: sample_\w+ over \w+ for/.test(stderr));
  await miner.line('minuteConfirmed', () => true, miner.lines.length);
});

test('SIGHUP and SIGUSR1 before anything is up kill nothing', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path, { approve: false });
  await miner.line('deviceCodeIssued');
  for (const signal of ['SIGHUP', 'SIGUSR1', 'SIGHUP'] as const) miner.send(signal);
  await miner.until('the state', ({ stderr }) => stderr.includes('account: not signed in'));
  miner.send('SIGTERM');
  assert.equal((await miner.end(farewellMs)).code, 0);
});

test('a second miner on the same directory ends with exit code 3 and names the first', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using first = startMiner(twitch, folder.path);
  await first.line('signedIn');
  await using second = startMiner(twitch, folder.path);
  assert.equal((await second.end()).code, 3);
  assert.match(second.stderr, new RegExp(`process id ${first.pid} `));
  assert.equal(second.stdout, '');
  await using other = await makeFolder();
  await using elsewhere = startMiner(twitch, other.path);
  await elsewhere.line('signedIn');
});

test('a directory is free again once its miner was killed', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using first = startMiner(twitch, folder.path);
  await first.line('signedIn');
  first.send('SIGKILL');
  await first.end();
  await using second = startMiner(twitch, folder.path);
  await second.line('signedIn');
});

test('the doctor runs beside a miner and names it', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path);
  await miner.line('channelChosen');
  await using doctor = startProgram(['doctor', '--data-dir', folder.path, '--endpoints', twitch.url]);
  assert.equal((await doctor.end()).code, 0, doctor.stdout);
  assert.match(doctor.stdout, new RegExp(`other miners: A miner runs on it: process ${miner.pid} `));
  assert.match(doctor.stdout, /Signed in as sample_viewer/);
  await miner.line('minuteConfirmed', () => true, miner.lines.length);
});

test('SIGINT ends a doctor that still waits for answers', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await twitch.control('PUT', 'fault', { kind: 'slow', delayMs: 3_600_000 });
  await using doctor = startProgram(['doctor', '--data-dir', folder.path, '--endpoints', twitch.url]);
  await doctor.until('its first answers', ({ stdout }) => stdout.includes('settings: '));
  doctor.send('SIGINT');
  assert.equal((await doctor.end(farewellMs)).code, 1);
  assert.match(doctor.stderr, /Stopped before everything was looked at/);
});
