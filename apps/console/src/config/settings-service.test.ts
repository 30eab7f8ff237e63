import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { settingDefinitions } from '@dropwise/core';
import type { SettingsService } from './settings-service.ts';
import { ann, openSettingsWorld, type SettingsWorld } from './testing/settings-world.ts';

const proxy = 'http://name:hush-hush@127.0.0.1:3128';

function shown(service: SettingsService, key: string): unknown {
  return service.view.settings.find((setting) => setting.key === key)?.value;
}

/** Resolves after the next change that the service tells. */
function nextChange({ service }: SettingsWorld): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const subscription = service.onChange((keys) => {
      subscription[Symbol.dispose]();
      resolve(keys);
    });
  });
}

async function changed(world: SettingsWorld, changes: Readonly<Record<string, unknown>>) {
  const outcome = await world.service.change(changes, ann);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

describe('the view of the settings', () => {
  it('has every setting with all that a form needs', async () => {
    await using world = await openSettingsWorld({ text: '{ "mining": { "mode": "random" } }' });
    const { settings, problems, warnings, revision } = world.service.view;
    assert.deepEqual(
      settings.map(({ key }) => key),
      settingDefinitions.map(({ key }) => key),
    );
    const mode = settings.find(({ key }) => key === 'mining.mode');
    assert.deepEqual(
      [mode?.value, mode?.origin, mode?.default, mode?.env],
      ['random', 'file', 'plan', 'DROPWISE_MINING_MODE'],
    );
    assert.deepEqual([problems, warnings, revision], [[], [], 1]);
    assert.equal(world.service.values.mining.mode, 'random');
  });
  it('never has a secret, from wherever it comes', async () => {
    await using fromFile = await openSettingsWorld({ text: JSON.stringify({ network: { proxy } }) });
    await using fromEnv = await openSettingsWorld({ env: { DROPWISE_NETWORK_PROXY: proxy } });
    await using unset = await openSettingsWorld();
    await using misfit = await openSettingsWorld({ text: JSON.stringify({ network: { proxy: `ftp://${proxy}` } }) });
    for (const { service } of [fromFile, fromEnv]) {
      assert.equal(shown(service, 'network.proxy'), '[set]');
      assert.equal(service.values.network.proxy, proxy);
    }
    assert.equal(shown(unset.service, 'network.proxy'), null);
    for (const { service, logged } of [fromFile, fromEnv, misfit]) {
      assert.doesNotMatch(JSON.stringify([service.view, logged]), /hush/);
    }
  });
  it('says what in the file was not taken, and what cannot work', async () => {
    const mining = { mode: 'priority_only', seed: 'x' };
    await using world = await openSettingsWorld({ text: JSON.stringify({ mining }) });
    assert.match(world.service.view.problems.join(), /mining\.seed: expected/);
    assert.match(world.service.view.warnings.join(), /nothing will be mined/);
    assert.deepEqual(world.logged, world.service.view.problems);
  });
});

describe('a change', () => {
  it('is written for the owner alone, leaves the rest of the file as it was, and is in force', async () => {
    await using world = await openSettingsWorld({
      text: '{\n  // mine\n  "mining": { "seed": 7 },\n  "other": 1\n}\n',
    });
    await chmod(world.path, 0o644);
    const outcome = await changed(world, { 'mining.mode': 'random', 'console.sessionDays': 5 });
    assert.deepEqual([...outcome.keys].sort(), ['console.sessionDays', 'mining.mode']);
    const text = await world.text();
    assert.match(text, /\/\/ mine/);
    assert.match(text, /"other": 1/);
    assert.equal((await stat(world.path)).mode & 0o777, 0o600);
    assert.deepEqual([world.service.values.mining.mode, world.service.values.mining.seed], ['random', 7]);
    assert.equal(shown(world.service, 'console.sessionDays'), 5);
    assert.equal(world.service.view.revision, 2);
    assert.deepEqual(await readdir(world.folder), ['settings.json']);
  });
  it('is all or nothing, with a sentence for every key that does not fit', async () => {
    await using world = await openSettingsWorld();
    const outcome = await world.service.change(
      { 'mining.mode': 'fastest', 'mining.sed': 1, 'mining.seed': 5, 'network.proxy': 'ftp://hush' },
      ann,
    );
    assert.ok(!outcome.ok);
    const sentences = Object.fromEntries(outcome.failure.map(({ key, sentence }) => [key, sentence]));
    assert.match(sentences['mining.mode'] ?? '', /expected one of .*, found "fastest"\.$/);
    assert.match(sentences['mining.sed'] ?? '', /no setting "mining\.sed"; the nearest name is mining\.seed/);
    assert.match(sentences['network.proxy'] ?? '', /expected an http/);
    assert.doesNotMatch(JSON.stringify(outcome), /hush/);
    assert.deepEqual([Object.keys(sentences).length, await readdir(world.folder), world.kept], [3, [], []]);
  });
  it('of what environment or command line set is refused, and names where to change it', async () => {
    await using world = await openSettingsWorld({
      env: { DROPWISE_MINING_MODE: 'random' },
      flags: { 'mining.seed': '5' },
    });
    const outcome = await world.service.change({ 'mining.mode': 'plan', 'mining.seed': null }, ann);
    assert.ok(!outcome.ok);
    const [mode, seed] = outcome.failure;
    assert.match(mode?.sentence ?? '', /environment variable DROPWISE_MINING_MODE/);
    assert.match(seed?.sentence ?? '', /command line \(--mining-seed\)/);
  });
  it('that sends a form back as it was shown changes nothing, whatever set the values', async () => {
    await using world = await openSettingsWorld({
      text: JSON.stringify({ network: { proxy }, mining: { seed: 3 } }),
      env: { DROPWISE_MINING_MODE: 'random' },
    });
    const before = await world.text();
    const form = world.service.view.settings.filter(({ value }) => value !== null);
    const outcome = await changed(world, Object.fromEntries(form.map(({ key, value }) => [key, value])));
    assert.deepEqual([outcome.keys, outcome.state], [[], 'saved']);
    assert.equal(await world.text(), before);
    assert.equal(world.service.values.network.proxy, proxy);
  });
  it('to null takes the key out of the file, and the default is in force', async () => {
    await using world = await openSettingsWorld({ text: JSON.stringify({ mining: { seed: 3, mode: 'random' } }) });
    await changed(world, { 'mining.seed': null });
    assert.deepEqual(JSON.parse(await world.text()), { mining: { mode: 'random' } });
    assert.equal(world.service.values.mining.seed, 1);
  });
  it('is kept in history and audit, of secrets only that there is one', async () => {
    await using world = await openSettingsWorld();
    await changed(world, { 'network.proxy': proxy, 'mining.seed': 4 });
    await changed(world, { 'network.proxy': '' });
    assert.deepEqual(
      world.kept.map(({ by, values }) => [by, values]),
      [
        ['ann', { 'mining.seed': 4 }],
        ['ann', { 'mining.seed': 4 }],
      ],
    );
    assert.deepEqual(
      world.audit.entries.map(({ who, action, target, before, after }) => [who.name, action, target, before, after]),
      [
        ['ann', 'settings.change', 'mining.seed', 1, 4],
        ['ann', 'settings.change', 'network.proxy', null, '[set]'],
        ['ann', 'settings.change', 'network.proxy', '[set]', null],
      ],
    );
    assert.doesNotMatch(JSON.stringify([world.kept, world.audit.entries, world.logged]), /hush/);
  });
  it('made at the same moment as others is never lost', async () => {
    await using world = await openSettingsWorld();
    const keys = settingDefinitions.filter(({ default: value }) => value === true).map(({ key }) => key);
    assert.ok(keys.length > 5);
    await Promise.all(keys.map((key) => changed(world, { [key]: false })));
    for (const key of keys) assert.equal(shown(world.service, key), false, key);
    assert.equal(world.audit.entries.length, keys.length);
  });
  it('is refused when too many wait, and taken again afterwards', async () => {
    await using world = await openSettingsWorld();
    const outcomes = await Promise.all(
      Array.from({ length: 80 }, (_, index) => world.service.change({ 'mining.seed': index }, ann)),
    );
    const refused = outcomes.filter(({ ok }) => !ok);
    assert.equal(refused.length, 30);
    assert.match(JSON.stringify(refused[0]), /wait to be written already/);
    await changed(world, { 'mining.seed': 99 });
  });
  it('that the disk does not take changes nothing, and says what the system answered', async () => {
    await using world = await openSettingsWorld();
    await mkdir(world.path);
    const outcome = await world.service.change({ 'mining.seed': 4 }, ann);
    assert.ok(!outcome.ok);
    assert.match(outcome.failure[0]?.sentence ?? '', /the system answered: .*Nothing was changed/);
    assert.equal(world.service.values.mining.seed, 1);
  });
  it('is told to whoever listens, also when another listener fails', async () => {
    await using world = await openSettingsWorld();
    const told: (readonly string[])[] = [];
    using _failing = world.service.onChange(() => {
      throw new Error('broken');
    });
    using _listening = world.service.onChange((keys) => told.push(keys));
    await changed(world, { 'mining.seed': 4 });
    assert.deepEqual(told, [['mining.seed']]);
    assert.match(world.logged.join(), /not taken up everywhere: broken/);
  });
  it('names the keys that wait for a restart, and warns of what cannot work', async () => {
    await using world = await openSettingsWorld();
    const outcome = await changed(world, { 'console.port': 9_000, 'mining.mode': 'priority_only' });
    assert.deepEqual(outcome.restartKeys, ['console.port']);
    assert.match(outcome.warnings.join(), /nothing will be mined/);
  });
});

describe('a change by hand', () => {
  it('is noticed, whether the file is written, replaced or removed', async () => {
    await using world = await openSettingsWorld();
    const steps: [number, () => Promise<void>][] = [
      [5, () => writeFile(world.path, '{ "mining": { "seed": 5 } }')],
      [
        6,
        async () => {
          await writeFile(join(world.folder, 'new'), '{ "mining": { "seed": 6 } }');
          await rename(join(world.folder, 'new'), world.path);
        },
      ],
      [1, () => rm(world.path)],
    ];
    for (const [seed, step] of steps) {
      const change = nextChange(world);
      await step();
      assert.deepEqual(await change, ['mining.seed']);
      assert.equal(world.service.values.mining.seed, seed);
    }
    assert.deepEqual(world.audit.actions, Array(3).fill('settings.edit mining.seed'));
  });
  it('that breaks the file keeps what was in force, a copy, and says where', async () => {
    await using world = await openSettingsWorld({ text: '{ "mining": { "seed": 5 } }' });
    await writeFile(world.path, '{ "mining": { "seed": 6 ');
    await world.service.reload(ann);
    assert.equal(world.service.values.mining.seed, 5);
    assert.match(world.service.view.problems.join(), /must be JSON, but line 1/);
    assert.equal((await readdir(world.folder)).length, 2);
  });
  it('that broke the file is mended by the next change, with everything that was in force', async () => {
    await using world = await openSettingsWorld({ text: '{ "mining": { "seed": 5 } }' });
    await writeFile(world.path, 'oops');
    const outcome = await changed(world, { 'mining.mode': 'random' });
    assert.deepEqual(JSON.parse(await world.text()), { mining: { seed: 5, mode: 'random' } });
    assert.match(outcome.warnings.join(), /written anew; its old text is kept in .*broken-/);
    assert.deepEqual(world.service.view.problems, []);
  });
  it('shortly before a change in the console is not counted as its work', async () => {
    await using world = await openSettingsWorld();
    await writeFile(world.path, '{ "mining": { "seed": 5 } }');
    const outcome = await changed(world, { 'mining.mode': 'random' });
    assert.deepEqual(
      world.audit.entries.map(({ who, target }) => [who.name, target]),
      [
        ['settings.json', 'mining.seed'],
        ['ann', 'mining.mode'],
      ],
    );
    assert.deepEqual([...outcome.keys].sort(), ['mining.mode', 'mining.seed']);
  });
  it('while no console ran is in the history, once', async () => {
    const text = '{ "mining": { "seed": 5 } }';
    await using first = await openSettingsWorld({ text });
    assert.deepEqual(
      first.kept.map(({ by, values }) => [by, values]),
      [['settings.json', { 'mining.seed': 5 }]],
    );
    await using second = await openSettingsWorld({ text, kept: first.kept });
    assert.equal(second.kept.length, 1);
  });
});
