import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The kernel's text files; another system has none, and then every figure of theirs is null. */
export interface ProcFiles {
  /** '' = not there. */
  read(path: string): Promise<string>;
  /** Null = not there. */
  countEntries(folder: string): Promise<number | null>;
}

export function openProcFiles(root = '/proc'): ProcFiles {
  return {
    read: (path) => readFile(join(root, path), 'utf8').catch(() => ''),
    countEntries: async (folder) => {
      const names = await readdir(join(root, folder)).catch(() => null);
      return names === null ? null : names.length;
    },
  };
}
