import type { ConsoleFact } from '@dropwise/contract';
import {
  acquireLock,
  type ConsoleArguments,
  chooseDataDirectory,
  type DataDirectory,
  type ProcessIo,
} from '@dropwise/runtime';
import { restoreBackup } from './backup/restore-backup.ts';
import type { ConsoleEnding } from './compose/console-ending.ts';

/** What became of a backup that was to be put back. */
export interface RestoreInPlace {
  readonly news: ConsoleFact;
  /** For a console that cannot begin with what was put back; null = nothing was. Tells what then is; never rejects. */
  readonly undo: ((why: string) => Promise<ConsoleFact>) | null;
}

/** Between two lives of the console, when nobody uses the data directory. Never rejects. */
export async function restoreInPlace(
  args: ConsoleArguments,
  io: ProcessIo,
  { file, passphrase }: Extract<ConsoleEnding, { kind: 'restart' }>,
): Promise<RestoreInPlace> {
  const failed = (problem: string): ConsoleFact => ({ kind: 'restoreFailed', file, problem });
  try {
    return await alone(args, io, async (directory): Promise<RestoreInPlace> => {
      const restored = await restoreBackup({ directory, file, passphrase, now: Date.now() });
      if (!restored.ok) return { news: failed(restored.failure), undo: null };
      const { keptIn, notes, undo } = restored.value;
      return {
        news: { kind: 'backupRestored', file, keptIn, notes },
        undo: async (why) => {
          try {
            await alone(args, io, undo);
            return failed(`With it the console cannot begin: ${why} Everything is as it was before.`);
          } catch (error) {
            return failed(
              `With it the console cannot begin: ${why} What was there is in ${keptIn}: ${messageOf(error)}`,
            );
          }
        },
      };
    });
  } catch (error) {
    return { news: failed(messageOf(error)), undo: null };
  }
}

/** With both locks held. Rejects with a sentence where somebody else holds one. */
async function alone<T>(
  args: ConsoleArguments,
  io: ProcessIo,
  work: (directory: DataDirectory) => Promise<T>,
): Promise<T> {
  const { env, homeFolder, workingFolder, pid, hostName } = io;
  const directory = chooseDataDirectory({ flag: args.dataDir, env, homeFolder, workingFolder });
  const holder = { pid, hostName, since: Date.now() };
  const console = await acquireLock(directory.consoleLockFile, holder, 'console');
  if (!console.ok) throw new Error(console.failure.sentence);
  await using _console = console.value;
  const miner = await acquireLock(directory.lockFile, holder);
  if (!miner.ok) throw new Error(miner.failure.sentence);
  await using _miner = miner.value;
  return await work(directory);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
