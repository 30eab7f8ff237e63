import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { maxNotificationChannels, type NotificationChannelBody } from '@dropwise/contract';
import { createRandom } from '@dropwise/kit';
import { channelViewOf, openChannelRegistry } from './channel-registry.ts';
import { noon } from './testing/open-bench.ts';

const gotify: NotificationChannelBody = {
  name: 'Phone',
  kind: 'gotify',
  enabled: true,
  rules: ['dropClaimed', 'dropClaimed'],
  campaigns: 'wanted',
  config: { server: 'https://gotify.example.org', token: 'plantedToken' },
};

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dropwise-channels-'));
  path = join(folder, 'notifications.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openChannelRegistry({ path, random: createRandom(3), now: noon });

describe('the file of channels', () => {
  it('that is missing is an empty list', async () => {
    const registry = await open();
    assert.deepEqual([registry.channels, registry.problems], [[], []]);
    assert.deepEqual(await readdir(folder), []);
  });

  it('is for the owner’s eyes, and read back as it was written', async () => {
    const registry = await open();
    const added = await registry.add(gotify);
    assert.ok(added.ok);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.deepEqual((await open()).channels, [added.value]);
    assert.deepEqual(added.value.rules, ['dropClaimed']);
  });

  it('that others may read is hidden from them', async () => {
    await writeFile(path, '[]');
    await chmod(path, 0o644);
    await open();
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  const broken: [what: string, text: string, problem: RegExp][] = [
    ['no JSON', '[{"token": "plantedToken"', /is no JSON/],
    ['no list', '{"token": "plantedToken"}', /a list of channels was expected/],
    ['a list with something else in it', '[{"id": "plantedToken!"}]', /channel 1 is left out: its id does not fit/],
  ];
  for (const [what, text, problem] of broken) {
    it(`that is ${what} is said without quoting it, and kept aside`, async () => {
      await writeFile(path, text);
      const { problems, channels } = await open();
      assert.match(problems.join('\n'), problem);
      assert.doesNotMatch(problems.join('\n'), /planted/);
      assert.deepEqual(channels, []);
      const aside = (await readdir(folder)).find((name) => name.includes('.broken-')) ?? '';
      assert.equal(await readFile(join(folder, aside), 'utf8'), text);
      assert.equal((await stat(join(folder, aside))).mode & 0o777, 0o600);
    });
  }

  it('keeps what fits of what does not', async () => {
    const channel = { id: 'gotify-1', ...gotify, rules: ['dropClaimed'] };
    await writeFile(path, JSON.stringify([channel, { ...channel, name: '' }, channel]));
    const { channels, problems } = await open();
    assert.deepEqual(channels, [channel]);
    assert.match(problems.join('\n'), /channel 2 is left out: its name[\s\S]*channel 3 is left out: there is one/);
  });
});

describe('a channel', () => {
  it('is shown without its secrets, and keeps them when it comes back like that', async () => {
    const registry = await open();
    const added = await registry.add(gotify);
    assert.ok(added.ok);
    const view = channelViewOf(added.value);
    assert.deepEqual(view.config, { server: 'https://gotify.example.org', token: '[set]' });
    const { id, problem, ...body } = view;
    assert.equal(problem, null);
    const changed = await registry.replace(id, { ...body, name: 'Other phone' });
    assert.ok(changed.ok);
    assert.deepEqual([changed.value.name, changed.value.config.token], ['Other phone', 'plantedToken']);
  });

  it('does not take its secrets to another server, nor to another kind', async () => {
    const registry = await open();
    const added = await registry.add(gotify);
    assert.ok(added.ok);
    const { id } = added.value;
    const stolen = { ...gotify, config: { server: 'https://thief.example', token: '[set]' } };
    const refused = await registry.replace(id, stolen);
    assert.ok(!refused.ok);
    assert.deepEqual([refused.failure.kind, refused.failure.field], ['badRequest', 'token']);
    assert.ok(!(await registry.replace(id, { ...stolen, kind: 'ntfy', config: { topic: '[set]' } })).ok);
    const tried = registry.usable({ id, channel: { kind: 'gotify', config: stolen.config } });
    assert.ok(!tried.ok);
    assert.deepEqual(registry.find(id), added.value);
  });

  it('that cannot be used is not taken, with the field that does not fit', async () => {
    const registry = await open();
    const refused = await registry.add({ ...gotify, config: { server: 'gotify', token: 'x' } });
    assert.ok(!refused.ok);
    assert.equal(refused.failure.field, 'server');
    assert.deepEqual(registry.channels, []);
  });

  it('that was edited by hand until it does not fit says so', async () => {
    await writeFile(path, JSON.stringify([{ id: 'gotify-1', ...gotify, config: { server: 'x' } }]));
    const [channel] = (await open()).channels;
    assert.ok(channel !== undefined);
    assert.match(channelViewOf(channel).problem ?? '', /server does not fit/);
    assert.equal(channelViewOf({ ...channel, kind: 'pigeon', config: { secret: 'x' } }).config.secret, undefined);
  });

  it('is one of a limited number', async () => {
    const registry = await open();
    for (let count = 0; count < maxNotificationChannels; count++) assert.ok((await registry.add(gotify)).ok);
    const refused = await registry.add(gotify);
    assert.ok(!refused.ok);
    assert.equal(refused.failure.kind, 'conflict');
  });

  it('is not in force when it cannot be written', async () => {
    const registry = await open();
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    const refused = await registry.add(gotify);
    assert.ok(!refused.ok);
    assert.equal(refused.failure.kind, 'unavailable');
    assert.deepEqual(registry.channels, []);
  });

  it('of many that are added at once is not lost', async () => {
    const registry = await open();
    await Promise.all(Array.from({ length: 10 }, () => registry.add(gotify)));
    assert.equal((await open()).channels.length, 10);
    assert.equal(new Set(registry.channels.map(({ id }) => id)).size, 10);
  });
});
