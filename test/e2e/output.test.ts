import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startLocalTwitch, startMiner } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';

/** Everything in the jar that opens the account. */
async function readSecrets(folder: string): Promise<readonly string[]> {
  const jar = JSON.parse(await readFile(join(folder, 'data', 'cookies.jar'), 'utf8'));
  const secrets = jar.cookies
    .filter(({ name }: { name: string }) => name === 'auth-token' || name === 'unique_id')
    .map(({ value }: { value: string }) => value);
  assert.ok(secrets.length >= 1);
  return secrets;
}

async function readLogs(folder: string): Promise<ReadonlyMap<string, string>> {
  const logs = join(folder, 'logs');
  const names = await readdir(logs);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(logs, name), 'utf8')] as const)),
  );
}

function assertNone(secrets: readonly string[], texts: Iterable<string>): void {
  for (const text of texts) for (const secret of secrets) assert.ok(!text.includes(secret), 'a secret is in the text');
}

test('--dump writes a file that names neither token nor account nor channels, and ends with exit code 0', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  // Planted where a person may have put them.
  const env = {
    DROPWISE_MINING_EXCLUDE_KEYWORDS: 'of account 12345678',
    DROPWISE_DISCOVERY_CATALOGUE_URL: 'http://127.0.0.1:9/drops?access_token=plantedplantedplanted',
  };
  await using miner = startMiner(twitch, folder.path, { args: ['--json', '--dump'], env });
  assert.deepEqual(await miner.end(), { code: 0, signal: null }, miner.stderr);
  const name = (await readdir(join(folder.path, 'logs'))).find((each) => each.startsWith('dump-'));
  assert.ok(name !== undefined);
  const path = join(folder.path, 'logs', name);
  const text = await readFile(path, 'utf8');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  const known = ['12345678', 'sample_viewer', 'sample_harbor', 'plantedplanted'];
  assertNone([...(await readSecrets(folder.path)), ...known], [text]);
  const dump = JSON.parse(text);
  assert.equal(dump.campaigns.length, 3);
  assert.equal(dump.account, 'signedIn');
  assert.deepEqual(dump.settings['mining.exclude.keywords'].value, ['of account id#1']);
});

test('--json keeps stdout for facts alone; --debug-gql and --debug-ws put the wire on stderr, without tokens', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const args = ['--json', '--debug-gql', '--debug-ws', '-vvvv', '--until-claims', '1'];
  await using miner = startMiner(twitch, folder.path, { args });
  assert.equal((await miner.end()).code, 0, miner.stderr);
  assert.ok(
    miner.stdout
      .trimEnd()
      .split('\n')
      .every((line) => line.startsWith('{"')),
  );
  assert.match(miner.stderr, /gql: > .*ViewerDropsDashboard/);
  assert.match(miner.stderr, /gql: < /);
  assert.match(miner.stderr, /ws: 0 > .*LISTEN/);
  assert.match(miner.stderr, /ws: 0 < .*RESPONSE/);
  assertNone(await readSecrets(folder.path), [miner.stdout, miner.stderr, ...(await readLogs(folder.path)).values()]);
});

test('the log of the day is in the logs folder, one JSON object a line, and holds no token however much is said', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using first = startMiner(twitch, folder.path, { args: ['-vvvv', '--until-claims', '1'] });
  assert.equal((await first.end()).code, 0, first.stderr);
  const token = await readSecrets(folder.path);
  await twitch.control('POST', 'revoke');
  await using second = startMiner(twitch, folder.path, { args: ['-vvvv', '--until-claims', '1'] });
  assert.equal((await second.end()).code, 0, second.stderr);
  const logs = await readLogs(folder.path);
  const days = [...logs.keys()].filter((name) => /^mining-\d{4}-\d\d-\d\d\.log$/.test(name));
  assert.ok(days.length >= 1, [...logs.keys()].join());
  for (const day of days) {
    for (const line of (logs.get(day) ?? '').trimEnd().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
  }
  assertNone([...token, ...(await readSecrets(folder.path))], [...logs.values(), first.stdout, second.stdout]);
});

test('--quiet says only what a person must know; -v says more than nothing', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using quiet = startMiner(twitch, folder.path, { args: ['--quiet', '--until-claims', '1'] });
  assert.equal((await quiet.end()).code, 0);
  assert.match(quiet.stdout, /Sign in: open/);
  assert.match(quiet.stdout, /Claimed /);
  assert.doesNotMatch(quiet.stdout, /Watching|confirmed \(|campaigns known/);
  assert.equal(quiet.stderr, '');

  await using plain = startMiner(twitch, folder.path, { args: ['--until-claims', '1'] });
  assert.equal((await plain.end()).code, 0);
  assert.match(plain.stdout, /Watching sample_/);
  assert.doesNotMatch(plain.stdout, /New campaign:|Left sample_/);

  await using other = await makeFolder();
  await using verbose = startMiner(twitch, other.path, { args: ['-v', '--until-claims', '1'] });
  assert.equal((await verbose.end()).code, 0);
  assert.match(verbose.stdout, /New campaign: /);
});

test('bad flags end with exit code 2 and the place where help is', async () => {
  for (const args of [
    ['mine', '--bogus'],
    ['sim', '--port', 'x'],
    ['doctor', '--bogus'],
    ['demo', '--speed', '0'],
    ['mime'],
  ]) {
    await using program = startProgram(args);
    assert.equal((await program.end()).code, 2, args.join(' '));
    assert.notEqual(program.stderr, '');
    assert.equal(program.stdout, '');
  }
});

test('a data directory that cannot be used ends with exit code 4 and what to do', async () => {
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, '/dev/null/inside');
  assert.equal((await miner.end()).code, 4);
  assert.match(miner.stderr, /--data-dir/);
});
