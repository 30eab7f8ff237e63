import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { type ProcessIo, prepareDataDirectory, writeFileAtomically } from '@dropwise/runtime';
import { CookieJar, formatCookieJar } from '@dropwise/twitch';
import { startSimServer } from '@dropwise/twitch-sim';
import { openDoctorWorld } from './doctor/testing/doctor-world.ts';
import { runDoctor } from './doctor.ts';

function createIo(env: ProcessIo['env'] = {}) {
  const written = { stdout: '', stderr: '' };
  const nothing: Disposable = { [Symbol.dispose]: () => {} };
  const io: ProcessIo = {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    env,
    homeFolder: '/home/ann',
    workingFolder: '/home/ann',
    hostName: 'attic',
    pid: process.pid,
    signal: new AbortController().signal,
    onReload: () => nothing,
    onPrintState: () => nothing,
  };
  return { io, written };
}

/** A world whose Twitch is reached over loopback, with a token for that address in the jar. */
async function openServedWorld(signedIn: boolean) {
  const world = await openDoctorWorld({ signedInWith: null });
  const server = await startSimServer(world.sim);
  const jar = new CookieJar(world.clock);
  jar.set(server.url, 'auth-token', world.sim.issueToken('tv'));
  await prepareDataDirectory(world.directory);
  if (signedIn) await writeFileAtomically(world.directory.cookieJarFile, formatCookieJar(jar));
  return {
    ...world,
    url: server.url,
    args: ['--data-dir', world.directory.root, '--endpoints', server.url],
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

test('a machine where all is well gets ok in every line and exit code 0', async () => {
  await using world = await openServedWorld(true);
  const { io, written } = createIo();
  assert.equal(await runDoctor(world.args, io), 0, written.stdout);
  const lines = written.stdout.split('\n').filter((line) => line.startsWith('  '));
  assert.equal(lines.length, 10);
  assert.ok(
    lines.every((line) => line.startsWith('  ok    ')),
    written.stdout,
  );
  assert.match(written.stdout, /Signed in as sample_viewer/);
});

test('the cookie jar is byte for byte what it was', async () => {
  await using world = await openServedWorld(true);
  const before = await readFile(world.directory.cookieJarFile, 'utf8');
  const { mtimeMs } = await stat(world.directory.cookieJarFile);
  await runDoctor(world.args, createIo().io);
  assert.equal(await readFile(world.directory.cookieJarFile, 'utf8'), before);
  assert.equal((await stat(world.directory.cookieJarFile)).mtimeMs, mtimeMs);
});

test('a dead token needs mending, exit code 1, and stays in the jar', async () => {
  await using world = await openServedWorld(true);
  const before = await readFile(world.directory.cookieJarFile, 'utf8');
  world.sim.revoke();
  const { io, written } = createIo();
  assert.equal(await runDoctor(world.args, io), 1);
  assert.match(written.stdout, / {2}look {2}sign-in: .*no longer accepts.*sign in again/);
  assert.equal(await readFile(world.directory.cookieJarFile, 'utf8'), before);
});

test('nobody signed in is well', async () => {
  await using world = await openServedWorld(false);
  const { io, written } = createIo();
  assert.equal(await runDoctor(world.args, io), 0, written.stdout);
});

test('with --json every line is an object and the last one sums up', async () => {
  await using world = await openServedWorld(true);
  world.sim.faults.set({ kind: 'nullCatalogue', target: 'tv' });
  const { io, written } = createIo();
  assert.equal(await runDoctor([...world.args, '--json'], io), 1);
  const lines = written.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines.at(-1), { kind: 'summary', ok: 9, look: 1, needsMending: true });
  assert.equal(lines.find((line) => line.verdict === 'look')?.check, 'campaigns');
});

test('no token is ever printed', async () => {
  await using world = await openServedWorld(true);
  const token = /"value": "(\w{20,})"/.exec(await readFile(world.directory.cookieJarFile, 'utf8'))?.[1];
  assert.ok(token !== undefined);
  for (const flags of [[], ['--json']]) {
    const { io, written } = createIo();
    await runDoctor([...world.args, ...flags], io);
    assert.ok(!`${written.stdout}${written.stderr}`.includes(token));
  }
});

test('a proxy that is not there needs mending, and nothing goes around it', async () => {
  await using world = await openServedWorld(true);
  const { io, written } = createIo({ DROPWISE_NETWORK_PROXY: 'http://ann:hush@127.0.0.1:9' });
  assert.equal(await runDoctor(world.args, io), 1);
  assert.match(written.stdout, /look {2}proxy: The proxy does not let us through/);
  assert.doesNotMatch(written.stdout, /hush/);
  assert.equal(world.sim.requests.list().length, 0);
});

for (const args of [['--speed', '3'], ['--endpoints', 'no origin'], ['extra'], ['--data-dir']]) {
  test(`${args.join(' ')} is answered with exit code 2 and a sentence`, async () => {
    const { io, written } = createIo();
    assert.equal(await runDoctor(args, io), 2);
    assert.match(written.stderr, /dropwise help doctor/);
    assert.equal(written.stdout, '');
  });
}

test('--help lists the flags', async () => {
  const { io, written } = createIo();
  assert.equal(await runDoctor(['--help'], io), 0);
  for (const flag of ['--data-dir', '--endpoints', '--json']) assert.ok(written.stdout.includes(flag));
});
