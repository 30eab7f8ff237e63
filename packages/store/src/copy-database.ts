import { rename, rm, writeFile } from 'node:fs/promises';
import { backup } from 'node:sqlite';
import { Connection } from './connection.ts';

/** All pages at once: one look at the database, which what is written meanwhile neither changes nor holds up. */
const pagesAtOnce = 2 ** 31 - 1;

/** Writes a consistent copy as one file that only its owner can read. Rejects with SQLite's error; then there is no copy. */
export async function copyDatabase(source: string, target: string): Promise<void> {
  const part = `${target}.part`;
  await rm(part, { force: true });
  try {
    // Made by us, so that nobody else may read it while it grows.
    await writeFile(part, '', { mode: 0o600, flag: 'wx' });
    using connection = new Connection(source);
    await backup(connection.database, part, { rate: pagesAtOnce });
    leaveWal(part);
    await rename(part, target);
  } catch (error) {
    await Promise.all(['', '-wal', '-shm', '-journal'].map((companion) => rm(part + companion, { force: true })));
    throw error;
  }
}

/** The copy is one file, whoever opens it. */
function leaveWal(path: string): void {
  using connection = new Connection(path);
  connection.database.exec('pragma journal_mode = delete');
}
