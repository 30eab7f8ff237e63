import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SettingsView } from '@dropwise/contract';
import { openApi, type RunningConsole, startConsole } from './console.ts';
import { type LocalTwitch, startLocalTwitch, textOf } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';

interface Claims {
  readonly items: readonly { readonly dropId: string | null; readonly at: number }[];
}

test('a backup that is put back over the API begins everything anew with the settings and the claims of then', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 300 });
  await using console = await startConsole(twitch, folder.path);
  await console.program.line('dropClaimed');
  await change(console, { 'mining.mode': 'ending_soonest' });
  const made = await console.call('POST', 'api/backups', {});
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { backup } = made.body as { readonly backup: { readonly name: string } };
  const then = await console.get<Claims>('api/history/claims');
  await change(console, { 'mining.mode': 'random' });

  const from = console.program.lines.length;
  const begun = await console.call('POST', `api/backups/${backup.name}/restore`, {});
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  // Port 0 takes another port in every life.
  const ready = await console.program.line('ready', () => true, from);
  const anew = openApi(console.program, textOf(ready, 'url'));
  const restored = await console.program.line('backupRestored', () => true, from);
  assert.equal(restored.file, join(folder.path, 'backups', backup.name));
  assert.equal(await modeOf(anew), 'ending_soonest');
  const { items } = await anew.get<Claims>('api/history/claims');
  for (const claim of then.items) assert.ok(items.some(({ dropId, at }) => dropId === claim.dropId && at === claim.at));
  await console.program.line('childBecameReady', () => true, from);
  const login = await anew.until<{ state: string }>('its login', 'api/login', ({ state }) => state === 'signedIn');
  assert.equal(login.state, 'signedIn', 'a backup without credentials leaves those of now');
  console.program.send('SIGTERM');
  assert.deepEqual(await console.program.end(), { code: 0, signal: null }, console.program.stderr);
});

test('what is no backup is refused over the API before anything ends', async () => {
  await using folder = await makeFolder();
  await using console = await startConsole(null, folder.path, { args: ['--endpoints', 'http://127.0.0.1:9'] });
  const made = await console.call('POST', 'api/backups', { passphrase: 'eight or more' });
  const { backup } = made.body as { readonly backup: { readonly name: string } };
  const restore = `api/backups/${backup.name}/restore`;
  const wrong = await console.call('POST', restore, { passphrase: 'another one entirely' });
  assert.equal(wrong.status, 409, JSON.stringify(wrong.body));
  await writeFile(join(folder.path, 'backups', backup.name), 'not even a gzip');
  const broken = await console.call('POST', restore, {});
  assert.equal(broken.status, 409, JSON.stringify(broken.body));
  const missing = await console.call('POST', 'api/backups/dropwise-backup-2000-01-01T00-00-00Z.tar.gz/restore', {});
  assert.equal(missing.status, 404);
  assert.equal((await console.call('GET', 'healthz')).status, 200);
  assert.equal(console.program.lines.filter(({ kind }) => kind === 'ready').length, 1);
});

test('dropwise backup works beside a running console; dropwise restore waits for its end and moves it elsewhere', async () => {
  await using folder = await makeFolder();
  await using elsewhere = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 300 });
  const file = join(elsewhere.path, 'moved.tar.gz');
  const passphraseFile = join(elsewhere.path, 'passphrase');
  await writeFile(passphraseFile, 'a passphrase of its own\n');
  const withPassphrase = ['--passphrase-file', passphraseFile];
  const then = await liveAndBackUp(twitch, folder.path, file, withPassphrase);

  const target = join(elsewhere.path, 'moved');
  const restored = await run('restore', '--data-dir', target, '--file', file, ...withPassphrase);
  assert.equal(restored.code, 0, restored.stderr);
  assert.match(restored.stdout, /^Put back .*settings\.json.* of \d{4}-/);
  await using moved = await startConsole(twitch, target, { approve: false });
  assert.equal(await modeOf(moved), 'ending_soonest');
  const { items } = await moved.get<Claims>('api/history/claims');
  for (const claim of then.items) assert.ok(items.some(({ dropId, at }) => dropId === claim.dropId && at === claim.at));
  await moved.program.line('signedIn');
  assert.ok(!moved.program.stdout.includes('deviceCodeIssued'), 'the login came along under the passphrase');
});

/** A life with a claim and a changed setting; the backup is made while it runs. */
async function liveAndBackUp(
  twitch: LocalTwitch,
  folder: string,
  file: string,
  withPassphrase: readonly string[],
): Promise<Claims> {
  await using console = await startConsole(twitch, folder);
  await console.program.line('dropClaimed');
  await change(console, { 'mining.mode': 'ending_soonest' });
  const claims = await console.get<Claims>('api/history/claims');
  const made = await run('backup', '--data-dir', folder, '--out', file, ...withPassphrase);
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /^Wrote .*moved\.tar\.gz \(\d+ KiB, with credentials/);
  const refused = await run('restore', '--data-dir', folder, '--file', file);
  assert.equal(refused.code, 3);
  assert.match(refused.stderr, new RegExp(`console with process id ${console.program.pid} `));
  assert.equal((await console.call('GET', 'healthz')).status, 200);
  console.program.send('SIGTERM');
  assert.equal((await console.program.end()).code, 0);
  return claims;
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...args: readonly string[]): Promise<Run> {
  await using program = startProgram(args);
  const { code } = await program.end();
  return { code, stdout: program.stdout, stderr: program.stderr };
}

async function change(console: RunningConsole, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await console.call('POST', 'api/settings', changes);
  assert.equal(status, 200, JSON.stringify(body));
}

async function modeOf(console: RunningConsole): Promise<unknown> {
  const { settings } = await console.get<SettingsView>('api/settings');
  return settings.find(({ key }) => key === 'mining.mode')?.value;
}
