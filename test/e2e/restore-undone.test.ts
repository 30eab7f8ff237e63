import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SettingsView } from '@dropwise/contract';
import { openApi, startConsole } from './console.ts';
import { textOf } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';

const noTwitch = ['--endpoints', 'http://127.0.0.1:9'];

test('a backup that the console could not begin with is taken back, and the console is there as before', async () => {
  await using folder = await makeFolder();
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  await writeFile(join(folder.path, 'config', 'settings.json'), '{"console":{"trustedProxies":["300.1.1.1"]}}');
  const made = await console.call('POST', 'api/backups', {});
  const { backup } = made.body as { readonly backup: { readonly name: string } };
  await writeFile(join(folder.path, 'config', 'settings.json'), '{"mining":{"mode":"random"}}');

  const from = console.program.lines.length;
  const begun = await console.call('POST', `api/backups/${backup.name}/restore`, {});
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  const ready = await console.program.line('ready', () => true, from);
  const failed = await console.program.line('restoreFailed', () => true, from);
  assert.match(textOf(failed, 'problem'), /cannot begin: console\.trustedProxies.*300\.1\.1\.1.*as it was before\.$/);
  const anew = openApi(console.program, textOf(ready, 'url'));
  const { settings } = await anew.get<SettingsView>('api/settings');
  assert.equal(settings.find(({ key }) => key === 'mining.mode')?.value, 'random');
  assert.deepEqual(
    (await readdir(folder.path)).filter((name) => name.startsWith('before-restore')),
    [],
  );
  console.program.send('SIGTERM');
  assert.deepEqual(await console.program.end(), { code: 0, signal: null }, console.program.stderr);
});

test('a restore says where what was there is kept only where something was, and that a file is not there', async () => {
  await using folder = await makeFolder();
  const run = async (...args: readonly string[]) => {
    await using program = startProgram(args);
    const { code } = await program.end();
    return { code, text: program.stdout + program.stderr };
  };
  const file = join(folder.path, 'made.tar.gz');
  const source = join(folder.path, 'from');
  await using console = await startConsole(null, source, { args: noTwitch });
  assert.equal((await run('backup', '--data-dir', source, '--out', file)).code, 0);
  console.program.send('SIGTERM');
  await console.program.end();
  const target = join(folder.path, 'to');
  const first = await run('restore', '--data-dir', target, '--file', file);
  assert.match(first.text, /^Put back data\/dropwise\.db of \S+\.\n$/);
  const second = await run('restore', '--data-dir', target, '--file', file);
  assert.match(second.text, /What was there is in .*before-restore-/);
  const missing = await run('restore', '--data-dir', target, '--file', join(folder.path, 'nope'));
  assert.deepEqual([missing.code, /There is no such file/.test(missing.text)], [2, true], missing.text);
});
