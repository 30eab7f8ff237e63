import type { ConsoleFact } from '@dropwise/contract';
import { acquireLock, type ConsoleArguments, chooseDataDirectory, type ProcessIo } from '@dropwise/runtime';
import { restoreBackup } from './backup/restore-backup.ts';
import type { ConsoleEnding } from './compose/console-ending.ts';

/** Between two lives of the console, when nobody uses the data directory. Tells what became of it; never rejects. */
export async function restoreInPlace(
  args: ConsoleArguments,
  io: ProcessIo,
  { file, passphrase }: Extract<ConsoleEnding, { kind: 'restart' }>,
): Promise<ConsoleFact> {
  const failed = (problem: string): ConsoleFact => ({ kind: 'restoreFailed', file, problem });
  try {
    const { env, homeFolder, workingFolder, pid, hostName } = io;
    const directory = chooseDataDirectory({ flag: args.dataDir, env, homeFolder, workingFolder });
    const now = Date.now();
    const holder = { pid, hostName, since: now };
    const console = await acquireLock(directory.consoleLockFile, holder, 'console');
    if (!console.ok) return failed(console.failure.sentence);
    await using _console = console.value;
    const miner = await acquireLock(directory.lockFile, holder);
    if (!miner.ok) return failed(miner.failure.sentence);
    await using _miner = miner.value;
    const restored = await restoreBackup({ directory, file, passphrase, now });
    if (!restored.ok) return failed(restored.failure);
    const { keptIn, notes } = restored.value;
    return { kind: 'backupRestored', file, keptIn, notes };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
