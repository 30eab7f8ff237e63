import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeSettings } from './settings-write.ts';
import { testDefinitions } from './testing/setting-definitions.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const now = Date.UTC(2026, 8, 25);

async function writeOver(text: string | null, changes: Record<string, unknown>) {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'settings.json');
  if (text !== null) await writeFile(path, text);
  const outcome = await writeSettings({ path, definitions: testDefinitions, changes, now });
  const names = (await readdir(folder.path)).sort();
  const kept = await Promise.all(names.slice(1).map((name) => readFile(join(folder.path, name), 'utf8')));
  const exists = names.includes('settings.json');
  return {
    outcome,
    text: exists ? await readFile(path, 'utf8') : null,
    mode: exists ? (await stat(path)).mode & 0o777 : null,
    kept,
  };
}

test('the first change makes the file, for its owner only', async () => {
  const { text, mode, outcome } = await writeOver(null, { 'mining.mode': 'random', reloadMinutes: 20 });
  assert.ok(outcome.ok);
  assert.deepEqual(JSON.parse(text ?? ''), { mining: { mode: 'random' }, reloadMinutes: 20 });
  assert.match(text ?? '', /\n$/);
  assert.equal(mode, 0o600);
});

test('comments, order, unknown keys and layout stay as the person wrote them', async () => {
  const before =
    '{\n  // mine\n  "future": [1, 2],\n  "mining": {\n    "mode": "random", // for now\n    "exclude": {}\n  }\n}\n';
  const { text } = await writeOver(before, { 'mining.mode': 'ending_soonest' });
  assert.equal(text, before.replace('"random"', '"ending_soonest"'));
});

test('undefined takes a key out, so that the default rules again', async () => {
  const { text } = await writeOver('{\n  "reloadMinutes": 20,\n  "future": 1\n}\n', { reloadMinutes: undefined });
  assert.deepEqual(JSON.parse(text ?? ''), { future: 1 });
});

test('a key that is not there, nor its group, can be taken out all the same', async () => {
  const { text, outcome } = await writeOver('{\n  "future": 1\n}\n', { 'mining.mode': undefined, reloadMinutes: 20 });
  assert.ok(outcome.ok);
  assert.deepEqual(JSON.parse(text ?? ''), { future: 1, reloadMinutes: 20 });
});

test('one change that does not fit keeps all of them out', async () => {
  const { text, outcome } = await writeOver('{}', { 'mining.mode': 'random', reloadMinutes: 1, nothing: 2 });
  assert.deepEqual(outcome, {
    ok: false,
    failure: ['reloadMinutes: expected a number of at least 15.', 'There is no setting "nothing".'],
  });
  assert.equal(text, '{}');
});

test('a file that does not parse is kept before it is replaced', async () => {
  const { text, kept } = await writeOver('{ "future": 1,, }', { reloadMinutes: 20 });
  assert.deepEqual(JSON.parse(text ?? ''), { reloadMinutes: 20 });
  assert.deepEqual(kept, ['{ "future": 1,, }']);
});

test('a value where a group must stand gives way, and is kept in the copy', async () => {
  const { text, kept } = await writeOver('{ "mining": 5 }', { 'mining.exclude.games': ['A'] });
  assert.deepEqual(JSON.parse(text ?? ''), { mining: { exclude: { games: ['A'] } } });
  assert.deepEqual(kept, ['{ "mining": 5 }']);
});
