import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from './is-process-alive.ts';

export interface AtomicWriteOptions {
  /** Permission bits of the file. Default 0600. */
  readonly mode?: number;
}

/** `.<name>.<pid>-<number>.tmp`, in the folder of the file it becomes: only there is a rename atomic. */
const tempNamePattern = /^\..+\.(\d+)-\d+\.tmp$/;
/** Keeps two writes of this process apart. */
let tempCount = 0;

/**
 * Replaces a file's content so that a reader, or the next start after a power cut, sees either the old or the new
 * content whole. When the promise resolves it is on the disk. Rejects with the system's error, the old file untouched.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  tempCount += 1;
  const tempPath = join(folder, `.${basename(path)}.${process.pid}-${tempCount}.tmp`);
  try {
    await writeDurably(tempPath, content, options.mode ?? 0o600);
    await rename(tempPath, path);
  } catch (error) {
    await rm(tempPath, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Removes what writers that died left in `folder`; the files of living ones stay. Returns how many went. */
export async function removeLeftoverTempFiles(folder: string): Promise<number> {
  let removedCount = 0;
  for (const name of await readdir(folder)) {
    const writerPid = Number(tempNamePattern.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(writerPid) || (writerPid !== process.pid && isProcessAlive(writerPid))) continue;
    await rm(join(folder, name), { force: true });
    removedCount += 1;
  }
  return removedCount;
}

/**
 * Makes `folder` and what is missing above it, for the owner's eyes only. Step by step: where a system says of a folder whose
 * parent is there that it is not (/proc does), Node's own recursive `mkdir` tries for ever.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  if (await isMade(folder)) return;
  await makePrivateFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    // Somebody was faster.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

/** Whether the folder is there now; false = what it would stand in is not. */
async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) return false;
    // A root that cannot be written says so of folders that are there, too.
    if ((await stat(folder).catch(() => null))?.isDirectory() === true) return true;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

async function writeDurably(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file: FileHandle = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    // The umask may have taken bits from the mode that `open` was given.
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is journalled by the file system.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
