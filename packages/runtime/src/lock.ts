import { readFile, rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { fail, type Result, succeed } from '@dropwise/kit';
import { writeFileAtomically } from './atomic-file.ts';

/** Who holds a data directory. */
export interface LockHolder {
  readonly pid: number;
  readonly hostName: string;
  /** Epoch ms. */
  readonly since: number;
}

export type LockProblem =
  /** `holder` is null when the other program has not said yet who it is. */
  | { readonly kind: 'held'; readonly holder: LockHolder | null; readonly sentence: string }
  /** The file system keeps no locks, or the file cannot be opened. */
  | { readonly kind: 'unusable'; readonly sentence: string };

/** Disposing frees the directory. */
export interface HeldLock extends AsyncDisposable {
  readonly holder: LockHolder;
}

const sqliteBusy = 5;

/**
 * Takes `lockFile` for this process, or names the one that has it.
 *
 * The system itself holds the lock (an exclusive SQLite transaction is an exclusive file lock), so it ends with the
 * process, however that ends: no stale lock is ever left. `<lockFile>.json` beside it only says who holds it.
 *
 * On POSIX, closing any descriptor of a file drops the process's locks on it: nothing else may open `lockFile`.
 */
export async function acquireLock(
  lockFile: string,
  holder: LockHolder,
  program: 'miner' | 'console' = 'miner',
): Promise<Result<HeldLock, LockProblem>> {
  const taken = await takeFile(lockFile);
  if (!taken.ok) return fail(await describeLockFailure(lockFile, taken.failure, program));
  const database = taken.value;
  const holderFile = holderFileOf(lockFile);
  try {
    await writeFileAtomically(holderFile, `${JSON.stringify(holder)}\n`);
  } catch (error) {
    database.close();
    throw error;
  }
  return succeed({
    holder,
    [Symbol.asyncDispose]: async () => {
      if (!database.isOpen) return;
      await rm(holderFile, { force: true });
      database.close();
    },
  });
}

async function takeFile(lockFile: string): Promise<Result<DatabaseSync, unknown>> {
  // Loaded here, so that commands that lock nothing do not pay for SQLite.
  const { DatabaseSync } = await import('node:sqlite');
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(lockFile, { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return succeed(database);
  } catch (error) {
    if (database?.isOpen) database.close();
    return fail(error);
  }
}

async function describeLockFailure(
  lockFile: string,
  error: unknown,
  program: 'miner' | 'console',
): Promise<LockProblem> {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  if (code !== sqliteBusy) {
    const found = error instanceof Error ? error.message : String(error);
    const sentence = `${lockFile} must be a file that can be locked, but the system answered: ${found}. Network folders often keep no locks: use a local one (--data-dir).`;
    return { kind: 'unusable', sentence };
  }
  const holder = await readLockHolder(lockFile);
  const who =
    holder === null
      ? `Another ${program}`
      : `The ${program} with process id ${holder.pid} on ${holder.hostName}, running since ${new Date(holder.since).toISOString()},`;
  const sentence = `${who} already uses this data directory (${lockFile} is locked). Stop it first, or choose another folder with --data-dir.`;
  return { kind: 'held', holder, sentence };
}

/** Who last said to hold `lockFile`: null when nobody did. Takes no lock, so the holder may be gone by now. */
export async function readLockHolder(lockFile: string): Promise<LockHolder | null> {
  try {
    const read: unknown = JSON.parse(await readFile(holderFileOf(lockFile), 'utf8'));
    return isHolder(read) ? read : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'hostName' in value &&
    typeof value.hostName === 'string' &&
    'since' in value &&
    typeof value.since === 'number'
  );
}

function holderFileOf(lockFile: string): string {
  return `${lockFile}.json`;
}
