import assert from 'node:assert/strict';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type RunningConsole, startConsole } from './console.ts';
import { startLocalTwitch } from './local-twitch.ts';
import { makeFolder, patienceMs, startProgram } from './processes.ts';

/** The miner has two seconds of its own; the console then closes what it holds. */
const farewellMs = 4_000;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends console and miner, with exit code 0 and nothing left behind`, async () => {
    await using folder = await makeFolder();
    await using twitch = await startLocalTwitch({ speed: 300 });
    await using console = await startConsole(twitch, folder.path);
    await console.program.line('minuteConfirmed');
    const pid = await minerPid(console);
    assert.ok(await isRunning(pid));
    console.program.send(signal);
    assert.deepEqual(await console.program.end(farewellMs), { code: 0, signal: null }, console.program.stderr);
    assert.equal(await isRunning(pid), false);
    assert.deepEqual(await readdir(join(folder.path, 'data', 'run')), []);
    await assert.rejects(access(join(folder.path, 'data', 'console-address.json')), { code: 'ENOENT' });
    const kinds = console.program.lines.map(({ kind }) => kind);
    assert.ok(kinds.includes('stopped'), 'the miner said good-bye');
    assert.equal(console.program.lines.find(({ kind }) => kind === 'childEnded')?.wanted, true);
  });
}

test('SIGTERM ends a console whose miner waits for its code to be entered', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using console = await startConsole(twitch, folder.path, { approve: false });
  await console.program.line('deviceCodeIssued');
  const pid = await minerPid(console);
  console.program.send('SIGTERM');
  assert.deepEqual(await console.program.end(farewellMs), { code: 0, signal: null }, console.program.stderr);
  assert.equal(await isRunning(pid), false);
});

test('a miner that hears nothing any more is killed when its time is up, and the console still ends well', async () => {
  await using folder = await makeFolder();
  await mkdir(join(folder.path, 'config'));
  const definition = { id: 'miner', name: 'Dropwise', adapter: 'dropwise', stopGraceSeconds: 1 };
  await writeFile(join(folder.path, 'config', 'children.json'), JSON.stringify([definition]));
  await using twitch = await startLocalTwitch();
  await using console = await startConsole(twitch, folder.path);
  await console.program.line('signedIn');
  const pid = await minerPid(console);
  process.kill(pid, 'SIGSTOP');
  console.program.send('SIGTERM');
  assert.deepEqual(await console.program.end(), { code: 0, signal: null }, console.program.stderr);
  assert.equal(await isRunning(pid), false);
  assert.ok(console.program.lines.some(({ kind }) => kind === 'childKilled'));
});

test('the owner ends console and miner over the API; the answer still arrives', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using console = await startConsole(twitch, folder.path);
  await console.program.line('signedIn');
  const pid = await minerPid(console);
  const answer = await console.call('POST', 'api/close', { console: true });
  assert.deepEqual(answer.body, { done: true, sentence: 'The console ends now.' });
  assert.deepEqual(await console.program.end(farewellMs), { code: 0, signal: null }, console.program.stderr);
  assert.equal(await isRunning(pid), false);
});

test('a console that is killed leaves no miner, and the next one knows the directory as it was', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 300 });
  await using first = await startConsole(twitch, folder.path);
  await first.program.line('dropClaimed');
  const pid = await minerPid(first);
  first.program.send('SIGKILL');
  await first.program.end();
  await using second = await startConsole(twitch, folder.path);
  await second.program.line('childBecameReady');
  assert.notEqual(await minerPid(second), pid);
  await untilGone(pid);
  const { items } = await second.get<{ readonly items: readonly unknown[] }>('api/history/claims');
  assert.ok(items.length > 0);
});

interface Situation {
  readonly code: number | null;
  readonly stdout: string;
}

test('dropwise health: 1 where no console runs, 0 where all is well, 1 where the miner is stopped or nobody answers', async () => {
  await using folder = await makeFolder();
  const health = async (...args: string[]): Promise<Situation> => {
    await using program = startProgram(['health', '--data-dir', folder.path, ...args]);
    const { code } = await program.end();
    return { code, stdout: program.stdout };
  };
  assert.deepEqual(await health(), {
    code: 1,
    stdout: `No console runs on ${folder.path}. Start it with "dropwise start".\n`,
  });

  await using twitch = await startLocalTwitch();
  await using console = await startConsole(twitch, folder.path);
  await console.until<{ codes: string[] }>('a confirmed minute', 'readyz', ({ codes }) => codes.join() === 'working');
  assert.deepEqual(await health(), { code: 0, stdout: 'Well: working.\n' });
  const { ready, codes } = JSON.parse((await health('--json')).stdout) as { ready: boolean; codes: string[] };
  assert.deepEqual({ ready, codes }, { ready: true, codes: ['working'] });

  assert.equal((await console.call('POST', 'api/children/miner/stop')).status, 200);
  const stopped = await health();
  assert.equal(stopped.code, 1);
  assert.match(stopped.stdout, /^Not well: miner-stopped\. docs\/operating\/reasons\.md/);

  console.program.send('SIGKILL');
  await console.program.end();
  const dead = await health();
  assert.equal(dead.code, 1);
  assert.match(dead.stdout, /does not answer: .*ECONNREFUSED/);
});

async function minerPid(console: RunningConsole): Promise<number> {
  interface Children {
    readonly children: readonly { readonly pid: number | null }[];
  }
  const has = ({ children: [child] }: Children): boolean => typeof child?.pid === 'number';
  const { children } = await console.until<Children>('a miner', 'api/children', has);
  return children[0]?.pid ?? -1;
}

/** One that ended and waits for its parent to look does not run. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat !== null && !/\) [ZX] /.test(stat);
}

async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (await isRunning(pid)) assert.ok(performance.now() < deadline, `${pid} is still there`);
}
