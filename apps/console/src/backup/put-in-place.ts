import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataDirectory } from '@dropwise/runtime';
import { backupParts, databasePart } from './backup-parts.ts';

/** Files of a backup that were put where they belong. */
export interface PutInPlace {
  readonly directory: DataDirectory;
  /** As the backup has them. */
  readonly names: readonly string[];
  /** The folder for what stood there before. */
  readonly keptIn: string;
}

/** Moves the files out of `staging`, and what stands in their place into `keptIn`. True = something stood there. */
export async function putInPlace({ directory, names, keptIn }: PutInPlace, staging: string): Promise<boolean> {
  let keptSome = false;
  for (const name of names) {
    const target = targetOf(directory, name);
    for (const ending of endingsOf(name)) {
      if (await moveIfThere(`${target}${ending}`, join(keptIn, `${name}${ending}`))) keptSome = true;
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(join(staging, name), target);
    await chmod(target, 0o600);
  }
  return keptSome;
}

/** The opposite: what stood there before stands there again. The files themselves are still in their backup. */
export async function takeBack({ directory, names, keptIn }: PutInPlace): Promise<void> {
  for (const name of names) {
    const target = targetOf(directory, name);
    for (const ending of endingsOf(name)) {
      await rm(`${target}${ending}`, { force: true });
      await moveIfThere(join(keptIn, `${name}${ending}`), `${target}${ending}`);
    }
  }
  await rm(keptIn, { recursive: true, force: true });
}

/** The write-ahead log of a database belongs to that database. */
function endingsOf(name: string): readonly string[] {
  return name === databasePart ? ['', '-wal', '-shm'] : [''];
}

function targetOf(directory: DataDirectory, name: string): string {
  if (name === databasePart) return directory.databaseFile;
  const part = backupParts.find((each) => each.name === name);
  if (part === undefined) throw new Error(`No file of a backup is called ${name}`);
  return part.pathIn(directory);
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  if ((await stat(from).catch(() => null)) === null) return false;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  return true;
}
