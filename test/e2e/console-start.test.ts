import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SettingsView } from '@dropwise/contract';
import { startConsole } from './console.ts';
import { startLocalTwitch } from './local-twitch.ts';
import { makeFolder, type Program, startProgram } from './processes.ts';

/** Nobody answers there: what is tested is over before anybody is asked. */
const noTwitch = ['--endpoints', 'http://127.0.0.1:9'];

interface Refusal {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A start that is expected to end by itself. */
async function startInVain(folder: string, args: readonly string[], env = {}): Promise<Refusal> {
  await using program = startProgram(['start', '--json', '--data-dir', folder, ...noTwitch, ...args], { env });
  const { code } = await program.end();
  return { code, stdout: program.stdout, stderr: program.stderr };
}

test('a second console on the same directory ends with exit code 3 and names the first, which goes on', async () => {
  await using folder = await makeFolder();
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  const { code, stdout, stderr } = await startInVain(folder.path, ['--port', '0']);
  assert.equal(code, 3);
  assert.match(stderr, new RegExp(`The console with process id ${console.program.pid} .*Stop it first`));
  assert.equal(stdout, '');
  const address = await readFile(join(folder.path, 'data', 'console-address.json'), 'utf8');
  assert.deepEqual(JSON.parse(address), { url: console.url, pid: console.program.pid });
  assert.equal((await console.call('GET', 'healthz')).status, 200);
});

test('a port that another program has is named, and nothing is left running', async () => {
  await using folder = await makeFolder();
  await using stack = new AsyncDisposableStack();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  stack.defer(() => new Promise<void>((resolve) => other.close(() => resolve())));
  const { port } = other.address() as AddressInfo;
  const { code, stdout, stderr } = await startInVain(folder.path, ['--port', `${port}`]);
  assert.equal(code, 1);
  assert.match(stderr, new RegExp(`127\\.0\\.0\\.1:${port}, but another program does\\. .*--port 8081`));
  assert.equal(stdout, '');
  assert.deepEqual(await runRecords(folder.path), []);
});

for (const host of ['0.0.0.0', '::']) {
  test(`without a password a console does not listen on ${host}, and says the line to type`, async () => {
    await using folder = await makeFolder();
    const { code, stdout, stderr } = await startInVain(folder.path, ['--port', '0', '--host', host]);
    assert.equal(code, 5);
    assert.match(stderr, new RegExp(`DROPWISE_PASSWORD_FILE=/path/to/file npm start -- --host ${host}`));
    assert.equal(stdout, '');
  });
}

test('with a password in a file the console listens on all addresses, and asks for it', async () => {
  await using folder = await makeFolder();
  const file = join(folder.path, 'password');
  await writeFile(file, 'a good password\n', { mode: 0o600 });
  const args = ['--host', '0.0.0.0', ...noTwitch];
  await using console = await startConsole(null, folder.path, { args, env: { DROPWISE_PASSWORD_FILE: file } });
  assert.equal((await console.call('GET', 'api/status')).status, 401);
  assert.equal((await console.call('POST', 'api/session', { password: 'a bad password' })).status, 401);
  const signedIn = await console.call('POST', 'api/session', { password: 'a good password' });
  assert.equal(signedIn.status, 200);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  assert.equal((await console.call('GET', 'api/status', undefined, { cookie })).status, 200);
});

for (const [what, args, env, code, expected] of [
  ['a host that is none', ['--host', 'no such host'], {}, 2, /^console\.host: expected .*found "no such host"/],
  ['a certificate without its key', ['--set', 'console.tlsCertFile=cert.pem'], {}, 2, /console\.tlsKeyFile/],
  ['a trusted proxy that is no address', ['--set', 'console.trustedProxies=proxy.local'], {}, 2, /"proxy\.local"/],
  [
    'a password that is too short',
    [],
    { DROPWISE_PASSWORD: 'short' },
    2,
    /^DROPWISE_PASSWORD must hold a password of 8 to/,
  ],
  ['a password file that is not there', [], { DROPWISE_PASSWORD_FILE: '/nowhere/at/all' }, 2, /DROPWISE_PASSWORD_FILE/],
] as const) {
  test(`${what} is refused before anything begins`, async () => {
    await using folder = await makeFolder();
    const refused = await startInVain(folder.path, ['--port', '0', ...args], env);
    assert.equal(refused.code, code, refused.stderr);
    assert.match(refused.stderr, expected);
    assert.doesNotMatch(refused.stderr, /\bat .*\.ts:\d+/, 'a sentence, not a stack');
    assert.equal(refused.stdout, '');
  });
}

const brokenFiles = [
  ['config/settings.json', '{ "mining": { "mode": '],
  ['config/children.json', '[{ "id": '],
  ['data/dropwise.db', 'this is no database. '.repeat(500)],
] as const;

for (const [name, text] of brokenFiles) {
  test(`a broken ${name} is said, kept aside, and the miner works all the same`, async () => {
    await using folder = await makeFolder();
    await plant(folder.path, name, text);
    await using twitch = await startLocalTwitch({ speed: 300 });
    await using console = await startConsole(twitch, folder.path);
    await console.program.line('minuteConfirmed');
    const kept = await asideOf(folder.path, name);
    assert.equal(await readFile(kept, 'utf8'), text);
    await untilSaid(console.program, kept);
  });
}

test('a broken access.json lets nobody in but to the setup, and a new password makes it whole', async () => {
  await using folder = await makeFolder();
  await plant(folder.path, 'config/access.json', '{ "password": ');
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  const kept = await asideOf(folder.path, 'config/access.json');
  assert.equal((await stat(kept)).mode & 0o077, 0);
  await untilSaid(console.program, kept);
  const refused = await console.call('GET', 'api/status');
  assert.equal(refused.status, 403, JSON.stringify(refused.body));
  assert.match(JSON.stringify(refused.body), /"setupNeeded"/);
  const set = await console.call('POST', 'api/setup/password', { password: 'a new password' });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  const cookie = set.headers.get('set-cookie')?.split(';')[0] ?? '';
  assert.equal((await console.call('GET', 'api/status', undefined, { cookie })).status, 200);
  console.program.send('SIGTERM');
  assert.equal((await console.program.end()).code, 0);
  await using again = await startConsole(null, folder.path, { args: noTwitch });
  assert.doesNotMatch(again.program.stderr, /access\.json/);
  assert.equal((await again.call('POST', 'api/session', { password: 'a new password' })).status, 200);
});

test('a settings file that is mended while the console runs is taken when it is told to look', async () => {
  await using folder = await makeFolder();
  await plant(folder.path, 'config/settings.json', '{ nonsense');
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  const { problems } = await console.get<SettingsView>('api/settings');
  assert.match(problems.join(), /settings\.json must be JSON/);
  await writeFile(join(folder.path, 'config', 'settings.json'), '{ "mining": { "mode": "random" } }');
  console.program.send('SIGHUP');
  const mended = await console.until<SettingsView>(
    'the mended file',
    'api/settings',
    (view) => view.problems.length === 0,
  );
  assert.equal(settingIn(mended, 'mining.mode'), 'random');
});

test('a change over a settings file that cannot be read keeps the old text, and says where', async () => {
  await using folder = await makeFolder();
  await plant(folder.path, 'config/settings.json', '{ nonsense');
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  const { body } = await console.call('POST', 'api/settings', { 'mining.mode': 'random' });
  const changed = body as {
    readonly outcome: { readonly warnings: readonly string[] };
    readonly settings: SettingsView;
  };
  const kept = await asideOf(folder.path, 'config/settings.json');
  assert.equal(await readFile(kept, 'utf8'), '{ nonsense');
  assert.ok(
    changed.outcome.warnings.some((each) => each.includes(kept)),
    JSON.stringify(changed.outcome),
  );
  assert.equal(settingIn(changed.settings, 'mining.mode'), 'random');
  assert.deepEqual(changed.settings.problems, []);
});

function settingIn({ settings }: SettingsView, key: string): unknown {
  return settings.find((setting) => setting.key === key)?.value;
}

async function plant(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** The copy that was made of it. */
async function asideOf(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const parent = join(path, '..');
  const found = (await readdir(parent))
    .map((each) => join(parent, each))
    .filter((each) => each.startsWith(`${path}.broken-`));
  assert.equal(found.length, 1, found.join());
  return found[0] ?? '';
}

/** By the console, in the words of a person: what is broken, and where the copy is. */
async function untilSaid(program: Program, kept: string): Promise<void> {
  await program.until(`a word about ${kept}`, ({ stderr }) => stderr.includes(kept));
}

async function runRecords(folder: string): Promise<readonly string[]> {
  return readdir(join(folder, 'data', 'run')).catch(() => []);
}
