import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { settingDefinitions } from '@dropwise/core';
import { startLocalTwitch, startMiner, textOf } from './local-twitch.ts';
import { makeFolder, type Program } from './processes.ts';

async function writeSettings(folder: string, text: string): Promise<string> {
  const path = join(folder, 'config', 'settings.json');
  await mkdir(join(folder, 'config'), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** What the miner itself says its settings are: a dump names each one's value and where it came from. */
async function readDumpedSettings(miner: Program): Promise<Record<string, { origin: string; value: unknown }>> {
  const path = await miner.until('the dump', ({ stderr }) => /Wrote (\S+\.json)/.exec(stderr)?.[1]);
  assert.equal((await miner.end()).code, 0, miner.stderr);
  return JSON.parse(await readFile(path, 'utf8')).settings;
}

/** A value that fits and is not the default, as text for an environment variable. */
const otherValues: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  'mining.mode': ['random', 'random'],
  'mining.priority': ['Night Ferry', ['Night Ferry']],
  'mining.wishes.games': ['Night Ferry=must; Marble Run=fill', { 'Night Ferry': 'must', 'Marble Run': 'fill' }],
  'mining.wishes.campaigns': ['Old Week=never', { 'Old Week': 'never' }],
  'mining.wishes.drops': ['{"no-such-drop": "want"}', { 'no-such-drop': 'want' }],
  'mining.planGoal': ['campaigns', 'campaigns'],
  'mining.exclude.games': ['Marble Run', ['Marble Run']],
  'mining.exclude.campaigns': ['Old Week', ['Old Week']],
  'mining.exclude.drops': ['no-such-drop', ['no-such-drop']],
  'mining.exclude.keywords': ['beta', ['beta']],
  'mining.benefits.DIRECT_ENTITLEMENT': ['false', false],
  'mining.benefits.BADGE': ['false', false],
  'mining.benefits.EMOTE': ['false', false],
  'mining.benefits.CODE': ['false', false],
  'mining.benefits.UNKNOWN': ['false', false],
  'mining.badgesAndEmotesUnlinked': ['false', false],
  'mining.seed': ['42', 42],
  'mining.pausedHours': ['22:00-07:00; Sat,Sun 00:00-24:00', ['22:00-07:00', 'Sat,Sun 00:00-24:00']],
  'mining.timeZone': ['Asia/Kathmandu', 'Asia/Kathmandu'],
  'discovery.availableDrops': ['false', false],
  'discovery.catalogue': ['true', true],
  'discovery.catalogueUrl': ['http://127.0.0.1:9/drops', 'http://127.0.0.1:9/drops'],
  'watching.transports': ['hls,spade', ['hls', 'spade']],
  'twitch.client': ['web', 'web'],
  'twitch.customClientId': ['abcdefghijklmnopqrst', 'abcdefghijklmnopqrst'],
  'twitch.socket': ['hermes', 'hermes'],
  // Its value is kept secret; the proxy's own test shows that it arrives.
  'network.proxy': ['', ''],
  'network.connectionQuality': ['3', 3],
  'maintenance.reloadMinutes': ['90', 90],
  'logging.keepDays': ['3', 3],
  // The console's own: the miner reads past them, and they arrive from the same places.
  'console.host': ['::1', '::1'],
  'console.port': ['8123', 8_123],
  'console.basePath': ['/drops', '/drops'],
  'console.allowedHosts': ['nas.local, drops.example.org', ['nas.local', 'drops.example.org']],
  'console.trustedProxies': ['172.16.0.0/12', ['172.16.0.0/12']],
  'console.tlsCertFile': ['/etc/cert.pem', '/etc/cert.pem'],
  'console.tlsKeyFile': ['/etc/key.pem', '/etc/key.pem'],
  'console.sessionDays': ['7', 7],
  'console.metrics': ['false', false],
  'history.factDays': ['100', 100],
  'history.lineDays': ['5', 5],
  'history.sampleDays': ['6', 6],
  'history.auditDays': ['60', 60],
  'history.maxMegabytes': ['200', 200],
  'notifications.quietHours': ['22:00-07:00', ['22:00-07:00']],
  'notifications.repeatMinutes': ['10', 10],
  'notifications.uncountedMinutes': ['45', 45],
  'backup.schedule': ['0 3 * * *', '0 3 * * *'],
  'backup.keep': ['3', 3],
  'backup.folder': ['/backups', '/backups'],
  'updates.check': ['true', true],
  'updates.url': ['http://127.0.0.1:9/latest', 'http://127.0.0.1:9/latest'],
};

test('every setting can be given by its environment variable', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const env: Record<string, string> = {};
  for (const definition of settingDefinitions) {
    const other = otherValues[definition.key];
    assert.ok(other !== undefined, `${definition.key} is new: give this test a value for it`);
    env[definition.env] = other[0];
  }
  await using miner = startMiner(twitch, folder.path, { args: ['--json', '--dump'], env });
  const settings = await readDumpedSettings(miner);
  for (const { key } of settingDefinitions.filter(({ secret }) => secret !== true)) {
    assert.deepEqual(settings[key], { origin: 'environment', value: otherValues[key]?.[1] }, key);
  }
  assert.doesNotMatch(miner.stderr, /there is no setting|expected/, 'nothing in the environment was refused');
});

test('a flag stands above the environment, the environment above the file, the file above the default', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const file = { mining: { mode: 'priority_only', seed: 2, priority: ['Night Ferry'] }, logging: { keepDays: 3 } };
  await writeSettings(folder.path, JSON.stringify(file));
  await using miner = startMiner(twitch, folder.path, {
    args: ['--json', '--dump', '--mining-mode', 'random', '--set', 'maintenance.reloadMinutes=120'],
    env: { DROPWISE_MINING_MODE: 'ending_soonest', DROPWISE_MINING_SEED: '5', DROPWISE_MINING_PRIORITY: '' },
  });
  const settings = await readDumpedSettings(miner);
  const expected = {
    'mining.mode': { origin: 'flag', value: 'random' },
    'maintenance.reloadMinutes': { origin: 'flag', value: 120 },
    'mining.seed': { origin: 'environment', value: 5 },
    'mining.priority': { origin: 'file', value: ['Night Ferry'] },
    'logging.keepDays': { origin: 'file', value: 3 },
    'network.connectionQuality': { origin: 'default', value: 1 },
  };
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(settings[key], value, key);
});

test('a setting from the environment decides what is mined', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const env = { DROPWISE_MINING_MODE: 'priority_only', DROPWISE_MINING_PRIORITY: 'night ferry' };
  await using miner = startMiner(twitch, folder.path, { env });
  assert.equal((await miner.line('channelChosen')).game, 'Night Ferry');
});

test('a broken settings file is left as it is, kept beside, and named by line and column; mining goes on', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const text = '{\n  "mining": {\n    "mode" "random"\n  }\n}\n';
  const path = await writeSettings(folder.path, text);
  await using miner = startMiner(twitch, folder.path);
  const reason = await miner.line('reasonRaised', ({ code }) => code === 'settings-invalid');
  assert.match(textOf(reason, 'sentence'), /line 3, column 12/);
  await miner.until('the same in words', ({ stderr }) => stderr.includes('line 3, column 12'));
  await miner.line('channelChosen');
  assert.equal(await readFile(path, 'utf8'), text);
  const copies = (await readdir(join(folder.path, 'config'))).filter((name) =>
    name.startsWith('settings.json.broken-'),
  );
  assert.equal(copies.length, 1);
  assert.equal(await readFile(join(folder.path, 'config', copies[0] ?? ''), 'utf8'), text);
});

test('a settings file that is mended and read again ends the reason', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  const path = await writeSettings(folder.path, '{ "logging": { "keepDays": "many" } }');
  await using miner = startMiner(twitch, folder.path);
  const reason = await miner.line('reasonRaised', ({ code }) => code === 'settings-invalid');
  assert.match(textOf(reason, 'sentence'), /logging\.keepDays/);
  await writeFile(path, '{ "logging": { "keepDays": 7 } }');
  miner.send('SIGHUP');
  await miner.line('reasonCleared', ({ code }) => code === 'settings-invalid');
});

test('a stale query hash is told, and mended by protocol.json without a restart', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 240 });
  const operation = 'ViewerDropsDashboard';
  const acceptedHash = 'a'.repeat(64);
  await twitch.control('PUT', 'fault', { kind: 'staleHash', target: operation, acceptedHash });
  await using miner = startMiner(twitch, folder.path);
  const reason = await miner.line('reasonRaised', ({ code }) => code === 'query-hash-stale');
  assert.match(textOf(reason, 'sentence'), /ViewerDropsDashboard/);
  const from = miner.lines.length;
  const protocolFile = join(folder.path, 'config', 'protocol.json');
  await writeFile(protocolFile, JSON.stringify({ hashes: { [operation]: acceptedHash } }));
  await miner.line('reasonCleared', ({ code }) => code === 'query-hash-stale', from);
  const found = await miner.line('campaignsDiscovered', ({ count }) => count === 3, from);
  assert.ok(found);
});

test('a protocol.json that does not fit is named and changes nothing', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await mkdir(join(folder.path, 'config'));
  await writeFile(join(folder.path, 'config', 'protocol.json'), '{ "hashes": { "Inventory": "short" } }');
  await using miner = startMiner(twitch, folder.path);
  await miner.line('channelChosen');
  assert.match(miner.stderr, /protocol\.json is not used: hashes\.Inventory: expected a hash/);
});
