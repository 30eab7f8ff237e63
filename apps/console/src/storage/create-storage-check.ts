import { statfs } from 'node:fs/promises';
import type { StorageAnswer } from '@dropwise/contract';
import { checkDataDirectory, type DataDirectory, type DataDirectoryProblem } from '@dropwise/runtime';
import { shown } from '../shown/shown-saying.ts';

export interface StorageSources {
  readonly directory: DataDirectory;
  databaseBytes(): number;
  /** Why nothing can be written down now; null = it can. */
  databaseFailing(): string | null;
  /** What the opening of the database did. */
  readonly opening: { readonly setAside: string | null; readonly problem: string | null };
}

/** Looks whether what happens can be kept. Asked twice at once, it looks once. */
export type StorageCheck = () => Promise<StorageAnswer>;

export function createStorageCheck(sources: StorageSources): StorageCheck {
  let running: Promise<StorageAnswer> | null = null;
  return () => {
    running ??= checkStorage(sources).finally(() => {
      running = null;
    });
    return running;
  };
}

async function checkStorage(sources: StorageSources): Promise<StorageAnswer> {
  const { directory, opening } = sources;
  const checked = await checkDataDirectory(directory);
  return {
    folder: directory.root,
    problem: checked.ok ? null : problemOf(checked.failure),
    freeBytes: await readFreeBytes(directory.dataFolder),
    databaseBytes: sources.databaseBytes(),
    databaseFailing: sources.databaseFailing(),
    databaseReplaced:
      opening.setAside === null ? null : `${opening.problem ?? ''} It was put at ${opening.setAside}.`.trim(),
  };
}

function problemOf({ sentence, said, command }: DataDirectoryProblem): StorageAnswer['problem'] {
  return { sentence, said: shown([said]), command };
}

/** What this account may still fill; some file systems do not say. */
async function readFreeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
