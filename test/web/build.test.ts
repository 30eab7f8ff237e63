import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { removeOldBuilds } from '../../apps/web/build/built-folders.ts';
import { makeFolder, patienceMs } from '../e2e/processes.ts';

const script = fileURLToPath(new URL('../../apps/web/build/index.ts', import.meta.url));
const hourMs = 3_600_000;

suite('the build of the page', () => {
  test('two processes that ask at once build once, and both get a whole one', async () => {
    await using folder = await makeFolder();
    const sayings = await Promise.all([build(folder.path), build(folder.path)]);
    assert.deepEqual(sayings.map(({ word }) => word).toSorted(), ['Built', 'Nothing has changed']);
    const [first, second] = sayings;
    assert.equal(first?.folder, second?.folder);
    await assertWhole(first?.folder ?? '');
    assert.deepEqual(await foldersIn(folder.path), [basename(first?.folder ?? '')], 'nothing else is left');
    assert.equal((await stat(first?.folder ?? '')).mode & 0o555, 0o555, 'another user may serve it');
  });

  test('what a killed builder leaves is in nobody’s way', async () => {
    await using folder = await makeFolder();
    const killed = startBuild(folder.path);
    await untilBegun(folder.path);
    killed.kill('SIGKILL');
    await once(killed, 'close');
    const [leftover = ''] = await foldersIn(folder.path);
    const { word, folder: built } = await build(folder.path);
    assert.equal(word, 'Built');
    assert.notEqual(basename(built), leftover);
    await assertWhole(built);
  });

  test('the last builds stay, for the consoles that serve them; older ones go, and what was never finished', async () => {
    await using folder = await makeFolder();
    const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(16));
    for (const [age, name] of names.entries()) await makeAged(join(folder.path, name), age * hourMs);
    await makeAged(join(folder.path, '.being-built-now'), 0);
    await makeAged(join(folder.path, '.being-built-long-ago'), 2 * hourMs);
    await makeAged(join(folder.path, 'something else'), 100 * hourMs);
    await removeOldBuilds(folder.path, join(folder.path, names[4] ?? ''));
    assert.deepEqual(await foldersIn(folder.path), [
      '.being-built-now',
      ...[0, 1, 4].map((at) => names[at]),
      'something else',
    ]);
  });
});

function startBuild(folder: string): ChildProcess {
  return spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function build(folder: string): Promise<{ readonly word: string; readonly folder: string }> {
  const child = startBuild(folder);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0);
  const [word = '', path = ''] = output.trim().split(': ');
  return { word, folder: path };
}

/** Every file that the page names is there, and so is what is compressed at the end. */
async function assertWhole(folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  assert.ok(named.length >= 2, page);
  for (const name of named) await stat(join(folder, name));
  await stat(join(folder, `${named.find((name) => name.endsWith('.css'))}.br`));
}

/** Resolves when a build has written something. */
async function untilBegun(folder: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const names = await readdir(folder, { recursive: true });
    if (names.some((name) => name.startsWith('.being-built-') && name !== basename(name))) return;
    assert.ok(performance.now() < deadline, 'no build ever began');
    await setTimeout(10);
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

async function makeAged(folder: string, ageMs: number): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), '');
  const at = (Date.now() - ageMs) / 1_000;
  await utimes(folder, at, at);
}
