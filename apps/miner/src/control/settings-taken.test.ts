import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingDefinitions } from '@dropwise/core';
import type { LoadedSettings } from '@dropwise/runtime';
import { createReload } from './reload.ts';
import { settingsTakenOf } from './settings-taken.ts';

function loaded(changes: Readonly<Record<string, unknown>>, problems: readonly string[] = []): LoadedSettings {
  const values = new Map(
    settingDefinitions.map(({ key, default: value }) => [
      key,
      { value: key in changes ? changes[key] : value, origin: 'file' as const },
    ]),
  );
  return {
    values,
    problems: problems.map((sentence) => ({ kind: 'unreadable', path: '', found: '', sentence })),
    nested: {},
  };
}

test('what was taken is in the values, what waits for a restart is named and still has its old one', () => {
  const taken = settingsTakenOf(
    loaded({ 'twitch.client': 'tv' }),
    loaded({ 'mining.mode': 'random', 'mining.priority': ['Lanterns'], 'twitch.client': 'web' }, ['Line 3 is odd.']),
  );
  assert.equal(taken.values['mining.mode'], 'random');
  assert.deepEqual(taken.values['mining.priority'], ['Lanterns']);
  assert.equal(taken.values['twitch.client'], 'tv');
  assert.deepEqual(taken.restartKeys, ['twitch.client']);
  assert.deepEqual(taken.problems, ['Line 3 is odd.']);
});

test('secrets and what is the console’s business are left out, and a changed secret is named', () => {
  const taken = settingsTakenOf(
    loaded({}),
    loaded({ 'network.proxy': 'http://ann:pw@proxy:1', 'console.port': 9_000, 'history.factDays': 1 }),
  );
  assert.deepEqual(taken.restartKeys, ['network.proxy']);
  assert.doesNotMatch(JSON.stringify(taken.values), /pw|9000/);
  assert.deepEqual(
    Object.keys(taken.values).filter((key) => /^(console|history|notifications|backup|updates)\./.test(key)),
    [],
  );
});

test('two who ask while a reading runs share the next one, and a broken one does not stop it', async () => {
  const readings: PromiseWithResolvers<LoadedSettings>[] = [];
  let takenCount = 0;
  const reload = createReload({
    read() {
      const reading = Promise.withResolvers<LoadedSettings>();
      readings.push(reading);
      return reading.promise;
    },
    take: () => (takenCount += 1),
  });
  const first = reload();
  const [second, third] = [reload(), reload()];
  assert.equal(readings.length, 1);
  readings[0]?.reject(new Error('the disk is gone'));
  await assert.rejects(first, /the disk is gone/);
  while (readings.length < 2) await new Promise((resolve) => setImmediate(resolve));
  readings[1]?.resolve(loaded({}));
  await Promise.all([second, third]);
  assert.equal(readings.length, 2);
  assert.equal(takenCount, 1);
  const fourth = reload();
  readings[2]?.resolve(loaded({}));
  await fourth;
  assert.equal(takenCount, 2);
});
