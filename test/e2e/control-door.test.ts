import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLocalTwitch, startMiner, textOf } from './local-twitch.ts';
import { makeFolder } from './processes.ts';

test('a code that is denied is answered with a new one, and approving that signs in', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 240 });
  await using miner = startMiner(twitch, folder.path, { approve: false });
  const userCode = textOf(await miner.line('deviceCodeIssued'), 'userCode');
  assert.deepEqual(
    (await twitch.state()).deviceCodes.map((code) => code.userCode),
    [userCode],
  );
  await twitch.control('POST', 'deny', { userCode });
  const next = await miner.line('deviceCodeIssued', (line) => line.userCode !== userCode);
  await twitch.control('POST', 'approve', { userCode: textOf(next, 'userCode') });
  assert.equal((await miner.line('signedIn')).login, 'sample_viewer');
});

test('a session that Twitch ends asks for one new code, and mining goes on once it is entered', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path, { approve: false });
  const first = textOf(await miner.line('deviceCodeIssued'), 'userCode');
  await twitch.control('POST', 'approve', { userCode: first });
  await miner.line('minuteConfirmed');
  const from = miner.lines.length;
  assert.deepEqual(await twitch.control('POST', 'revoke'), { revoked: 1 });
  await miner.line('sessionRevoked', () => true, from);
  const again = textOf(await miner.line('deviceCodeIssued', () => true, from), 'userCode');
  assert.notEqual(again, first);
  const before = miner.lines.length;
  await twitch.control('POST', 'approve', { userCode: again });
  await miner.line('signedIn', () => true, before);
  await miner.line('minuteConfirmed', () => true, before);
});

test('a channel that goes offline is left for another', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path);
  const login = textOf(await miner.line('channelChosen'), 'login');
  const from = miner.lines.length;
  await twitch.control('POST', 'channel', { login, live: false });
  const next = await miner.line('channelChosen', (line) => line.login !== login, from);
  assert.equal((await twitch.state()).channels.find((channel) => channel.login === next.login)?.live, true);
});

test('a fault holds until it is taken back', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 240 });
  await twitch.control('PUT', 'fault', { kind: 'httpError', target: 'ViewerDropsDashboard' });
  await using miner = startMiner(twitch, folder.path);
  await miner.line('reasonRaised', ({ code }) => code === 'twitch-down');
  assert.deepEqual(await twitch.control('DELETE', 'fault', { kind: 'httpError' }), { cleared: 1 });
  await miner.line('reasonCleared', ({ code }) => code === 'twitch-down');
  await miner.line('minuteConfirmed');
});

test('a clock that stands still moves by what advance says', async () => {
  await using twitch = await startLocalTwitch({ speed: null });
  const { now } = await twitch.state();
  assert.equal((await twitch.state()).now, now);
  assert.deepEqual(await twitch.control('POST', 'advance', { minutes: 90 }), { now: now + 90 * 60_000 });
  assert.equal((await twitch.state()).now, now + 90 * 60_000);
});
