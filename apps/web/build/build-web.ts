import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { acquireLock } from '@dropwise/runtime';
import { findBuilt, findLastBuilt, makeTempFolder, putInPlace, removeOldBuilds } from './built-folders.ts';
import { compressFiles } from './compress-files.ts';
import { stampOf } from './stamp-of.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface BuiltWeb {
  /** What is served. It stays as it is: another build gets another folder. */
  readonly folder: string;
  /** This call made it. */
  readonly isNew: boolean;
}

export interface WebBuildOptions {
  /** Where the builds stand beside each other. Default `dist`. */
  readonly buildsFolder?: string;
}

const askEveryMs = 100;
/** Longer than a small NAS builds. Who waited that long builds for itself; the first to finish is served. */
const patienceMs = 300_000;

/** Builds the page where what it is made of has changed since, once however many ask at the same time. */
export async function buildWeb({ buildsFolder = join(root, 'dist') }: WebBuildOptions = {}): Promise<BuiltWeb> {
  const stamp = await stampOf(root);
  const built = await findBuilt(buildsFolder, stamp);
  if (built !== null) return { folder: built, isNew: false };
  const isBuildable = await import('vite').then(
    () => true,
    () => false,
  );
  // Installed without the tools that build: what was built before them serves, and nothing else can.
  const last = isBuildable ? null : await findLastBuilt(buildsFolder);
  if (last !== null) return { folder: last, isNew: false };
  return await buildOnce(buildsFolder, stamp);
}

async function buildOnce(buildsFolder: string, stamp: string): Promise<BuiltWeb> {
  await using temp = await makeTempFolder(buildsFolder);
  await using _lock = await waitForTurn(buildsFolder, stamp);
  // Somebody else was at it, and is done.
  const built = await findBuilt(buildsFolder, stamp);
  if (built !== null) return { folder: built, isNew: false };
  await runVite(temp.path);
  await compressFiles(join(temp.path, 'assets'));
  const folder = await putInPlace(temp.path, buildsFolder, stamp);
  await removeOldBuilds(buildsFolder, folder);
  return { folder, isNew: true };
}

/** In a process of its own: what a build holds, a third of a gigabyte, is gone with it, and the console goes on for weeks. */
async function runVite(outDir: string): Promise<void> {
  const program = fileURLToPath(new URL('run-vite.ts', import.meta.url));
  const vite = spawn(process.execPath, [program, outDir], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = text(vite.stderr);
  const [code, signal] = (await once(vite, 'close')) as [number | null, string | null];
  if (code !== 0)
    throw new Error(`the build ended with ${signal ?? `code ${code}`}: ${(await said).trim().slice(-2_000)}`);
}

/** Null = there is nothing to wait for any more, or the file system keeps no locks. */
async function waitForTurn(buildsFolder: string, stamp: string): Promise<AsyncDisposable | null> {
  const holder = { pid: process.pid, hostName: '', since: Date.now() };
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const lock = await acquireLock(join(buildsFolder, '.lock'), holder);
    if (lock.ok) return lock.value;
    if (lock.failure.kind === 'unusable' || performance.now() > deadline) return null;
    await setTimeout(askEveryMs);
    if ((await findBuilt(buildsFolder, stamp)) !== null) return null;
  }
}
