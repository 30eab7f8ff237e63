import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ChildDefinition, type ConsoleFact, childDefinition } from '@dropwise/contract';
import { createSystemClock } from '@dropwise/runtime';
import * as v from 'valibot';
import { startFakeRangermix } from '../adapters/rangermix/testing/fake-rangermix.ts';
import { FakeAuditLog } from '../api/testing/fake-audit-log.ts';
import { FakeFleet } from '../api/testing/fake-fleet.ts';
import type { Who } from '../auth/who.ts';
import { createChildSettings } from './child-settings.ts';

const who: Who = { kind: 'local', scopes: new Set(['control']), name: 'local', address: '127.0.0.1' };
const tdmText =
  '{\n    "dark_mode": false,\n    "exclude": {"__type": "set", "data": []},\n    "priority": [],\n    "proxy": {"__type": "URL", "data": "http://ann:s3cret@127.0.0.1:1"}\n}';

async function openWorld(define: (folder: string) => Partial<ChildDefinition>, phase: 'running' | 'stopped') {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-peer-'));
  const definition = v.parse(childDefinition, { id: 'other', name: 'The other', ...define(folder) });
  const fleet = new FakeFleet([definition]);
  const child = fleet.find('other');
  if (child !== null) fleet.children.set('other', { ...child, phase });
  const audit = new FakeAuditLog();
  const facts: ConsoleFact[] = [];
  const settings = createChildSettings({
    fleet,
    clock: createSystemClock({ unref: true }),
    audit,
    fetch,
    onFact: (_childId, fact) => facts.push(fact),
  });
  return {
    folder,
    fleet,
    audit,
    facts,
    settings,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const tdm = (folder: string): Partial<ChildDefinition> => ({
  adapter: 'tdm',
  command: [join(folder, 'TDM')],
  settingsFile: join(folder, 'settings.json'),
});

async function openTdm(phase: 'running' | 'stopped') {
  const world = await openWorld(tdm, phase);
  const file = join(world.folder, 'settings.json');
  await writeFile(file, tdmText);
  return { ...world, file };
}

test('a running TDM is stopped, its file changed in its own form, and started again', async () => {
  await using world = await openTdm('running');
  const outcome = await world.settings.change('other', { priority: ['Rust'], exclude: ['Ark'] }, who);
  assert.deepEqual(outcome.ok && outcome.value.state, 'taken');
  assert.deepEqual(world.fleet.moved, ['stop other', 'start other']);
  const text = await readFile(world.file, 'utf8');
  assert.match(text, /"Rust"/);
  assert.match(text, /"__type": "set"/);
  assert.deepEqual(
    world.facts.map(({ kind }) => kind),
    ['settingsPushed', 'settingsTaken'],
  );
  assert.deepEqual(world.audit.actions, ['child.settings other: priority', 'child.settings other: exclude']);
});

test('a TDM that does not run is left alone; the file is for its next start', async () => {
  await using world = await openTdm('stopped');
  const outcome = await world.settings.change('other', { dark_mode: true }, who);
  assert.deepEqual(outcome.ok && outcome.value.state, 'saved');
  assert.deepEqual(world.fleet.moved, []);
  assert.equal(await readFile(world.file, 'utf8'), tdmText.replace('false', 'true'));
});

test('one value that does not fit changes nothing and stops nobody', async () => {
  await using world = await openTdm('running');
  const outcome = await world.settings.change('other', { dark_mode: true, priority: 5, colour: 'red' }, who);
  assert.ok(!outcome.ok);
  assert.equal(outcome.failure.length, 2);
  assert.match(outcome.failure.join(' '), /no setting "colour".*priority: expected/);
  assert.deepEqual([world.fleet.moved, world.facts], [[], []]);
  assert.equal(await readFile(world.file, 'utf8'), tdmText);
});

test('a secret is never shown, and sent back as it was shown it stays', async () => {
  await using world = await openTdm('stopped');
  const read = await world.settings.read('other');
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.settings.find(({ name }) => name === 'proxy'),
    { name: 'proxy', value: '[set]', expected: 'the address of a proxy, or nothing', secret: true },
  );
  assert.ok((await world.settings.change('other', { proxy: '[set]', dark_mode: true }, who)).ok);
  assert.match(await readFile(world.file, 'utf8'), /ann:s3cret/);
  assert.ok((await world.settings.change('other', { proxy: '' }, who)).ok);
  assert.doesNotMatch(await readFile(world.file, 'utf8'), /s3cret/);
  assert.doesNotMatch(JSON.stringify([world.audit.entries, world.facts]), /s3cret/);
});

test('a file that is not there is said, and a TDM that was stopped for it is started again', async () => {
  await using world = await openTdm('running');
  await rm(world.file);
  const outcome = await world.settings.change('other', { dark_mode: true }, who);
  assert.match(outcome.ok ? '' : outcome.failure.join(), /is not there\. Start the miner once/);
  assert.deepEqual(world.fleet.moved, ['stop other', 'start other']);
  assert.equal(world.facts.at(-1)?.kind, 'settingsNotTaken');
});

test('a running rangermix takes changes through its API', async () => {
  await using fake = await startFakeRangermix();
  await using world = await openWorld(
    (folder) => ({ adapter: 'rangermix', url: fake.url, workingFolder: folder }),
    'running',
  );
  const outcome = await world.settings.change('other', { games_to_watch: ['Rust'] }, who);
  assert.deepEqual(outcome.ok && outcome.value.state, 'taken', JSON.stringify(outcome));
  assert.deepEqual(world.fleet.moved, []);
});

test('children without such settings say where theirs are', async () => {
  await using own = await openWorld(() => ({ adapter: 'dropwise' }), 'running');
  const read = await own.settings.read('other');
  assert.match(read.ok ? '' : read.failure, /those of Dropwise: api\/settings/);
  await using lost = await openWorld(() => ({ adapter: 'rangermix', url: 'http://127.0.0.1:1' }), 'stopped');
  const nowhere = await lost.settings.read('other');
  assert.match(nowhere.ok ? '' : nowhere.failure, /Give the path as settingsFile/);
});
