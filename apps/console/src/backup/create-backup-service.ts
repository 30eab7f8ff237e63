import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BackupList, BackupView, ConsoleFact } from '@dropwise/contract';
import type { BackupGroup } from '@dropwise/core';
import type { Clock, Result, Timer } from '@dropwise/kit';
import type { DataDirectory } from '@dropwise/runtime';
import { Cron } from 'croner';
import { type MadeBackup, makeBackup } from './make-backup.ts';
import { backupFileName, backupNamePattern } from './manifest.ts';

export interface BackupServiceOptions {
  readonly directory: DataDirectory;
  readonly settings: () => BackupGroup;
  readonly copyDatabase: (to: string) => Promise<void>;
  /** For backups that nobody is there to give one for; null = those hold no credentials. */
  readonly scheduledPassphrase: () => Promise<string | null>;
  readonly version: string;
  /** Real time: a schedule is the owner's clock on the wall. */
  readonly clock: Clock;
  readonly onFact: (fact: Extract<ConsoleFact, { kind: 'backupMade' | 'backupFailed' }>) => void;
}

export interface BackupService extends AsyncDisposable {
  list(): Promise<BackupList>;
  /** One at a time; a second waits. */
  make(passphrase: string | null): Promise<Result<MadeBackup, string>>;
  /** The path of a backup in the list; null = there is none of that name. */
  find(name: string): Promise<string | null>;
  remove(name: string): Promise<boolean>;
  /** The settings have changed: the schedule may be another. */
  reschedule(): void;
}

/** Longer than timers reach; the schedule is looked at again then. */
const longestWaitMs = 24 * 60 * 60_000;

export function createBackupService(options: BackupServiceOptions): BackupService {
  const { clock, directory } = options;
  let timer: Timer | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const folder = (): string => {
    const chosen = options.settings().folder;
    return chosen === '' ? directory.backupsFolder : resolve(directory.root, chosen);
  };

  function make(passphrase: string | null): Promise<Result<MadeBackup, string>> {
    const turn = last.then(async () => {
      const now = clock.now();
      const file = join(folder(), backupFileName(now));
      const { copyDatabase, version } = options;
      const made = await makeBackup({ directory, file, passphrase, copyDatabase, version, now });
      if (made.ok) {
        const { sizeBytes, manifest } = made.value;
        options.onFact({ kind: 'backupMade', file, sizeBytes, withCredentials: manifest.withCredentials });
      } else options.onFact({ kind: 'backupFailed', problem: made.failure });
      return made;
    });
    last = turn.catch(() => {});
    return turn;
  }

  async function makeScheduled(): Promise<void> {
    try {
      const made = await make(await options.scheduledPassphrase());
      if (made.ok) await removeOldest();
    } catch (error) {
      options.onFact({ kind: 'backupFailed', problem: error instanceof Error ? error.message : String(error) });
    }
  }

  async function removeOldest(): Promise<void> {
    const { keep } = options.settings();
    for (const { name } of (await listFolder(folder())).slice(keep)) await rm(join(folder(), name), { force: true });
  }

  function reschedule(): void {
    timer?.cancel();
    if (stopped) return;
    const now = clock.now();
    const at = nextRun(options.settings().schedule, now);
    if (at === null) return;
    const isNear = at - now <= longestWaitMs;
    timer = clock.after(isNear ? at - now : longestWaitMs, () => {
      if (isNear) void makeScheduled();
      reschedule();
    });
  }
  reschedule();

  return {
    make,
    reschedule,
    list: async () => ({
      folder: folder(),
      nextAt: nextRun(options.settings().schedule, clock.now()),
      backups: await listFolder(folder()),
    }),
    async find(name) {
      const known = (await listFolder(folder())).some((backup) => backup.name === name);
      return known ? join(folder(), name) : null;
    },
    async remove(name) {
      const known = (await listFolder(folder())).some((backup) => backup.name === name);
      if (known) await rm(join(folder(), name), { force: true });
      return known;
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      timer?.cancel();
      await last;
    },
  };
}

/** Null for no schedule, and for one that never comes or cannot be read. */
export function nextRun(schedule: string, now: number): number | null {
  if (schedule === '') return null;
  try {
    return new Cron(schedule, { paused: true }).nextRun(new Date(now))?.getTime() ?? null;
  } catch {
    return null;
  }
}

/** Newest first. */
async function listFolder(folder: string): Promise<BackupView[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = await Promise.all(
    names
      .filter((name) => backupNamePattern.test(name))
      .map(async (name): Promise<BackupView | null> => {
        const about = await stat(join(folder, name)).catch(() => null);
        return about?.isFile() === true ? { name, madeAt: timeOf(name) ?? about.mtimeMs, sizeBytes: about.size } : null;
      }),
  );
  return found.filter((backup) => backup !== null).sort((a, b) => b.name.localeCompare(a.name, 'en'));
}

function timeOf(name: string): number | null {
  const [, day, hours, minutes, seconds] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/.exec(name) ?? [];
  if (day === undefined) return null;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? null : at;
}
