import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** Beside the database: what was written last, and who reads it. */
const companions = ['-wal', '-shm', '-journal'] as const;

/**
 * Moves a database that cannot be used out of the way, its companions with it, and gives back where it is now:
 * `<path>.broken-<time>`. What was set aside is never removed or overwritten.
 */
export async function setDatabaseAside(path: string, now: number): Promise<string> {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  let target = `${path}.broken-${stamp}`;
  for (let count = 2; existsSync(target); count++) target = `${path}.broken-${stamp}-${count}`;
  // The database first: should we die in between, a companion without its database is ignored and replaced.
  await rename(path, target);
  for (const companion of companions) {
    if (existsSync(path + companion)) await rename(path + companion, target + companion);
  }
  return target;
}
