import type { Result } from '@dropwise/kit';
import { fail, succeed } from '@dropwise/kit';
import {
  acquireLock,
  type ConsoleArguments,
  chooseDataDirectory,
  type DataDirectory,
  exitCodes,
  type HeldLock,
  type ProcessIo,
  prepareDataDirectory,
} from '@dropwise/runtime';

export interface CannotBegin {
  readonly exitCode: number;
  readonly message: string;
}

export interface HeldDirectory {
  readonly directory: DataDirectory;
  readonly lock: HeldLock;
}

/** The data directory, made usable and held by this console alone. */
export async function openDirectory(
  args: ConsoleArguments,
  io: ProcessIo,
): Promise<Result<HeldDirectory, CannotBegin>> {
  const { env, homeFolder, workingFolder } = io;
  const directory = chooseDataDirectory({ flag: args.dataDir, env, homeFolder, workingFolder });
  const prepared = await prepareDataDirectory(directory);
  if (!prepared.ok) {
    const { sentence, command } = prepared.failure;
    const message = command === null ? sentence : `${sentence} Run: ${command}`;
    return fail({ exitCode: exitCodes.directoryUnusable, message });
  }
  const holder = { pid: io.pid, hostName: io.hostName, since: Date.now() };
  const lock = await acquireLock(directory.consoleLockFile, holder, 'console');
  if (!lock.ok) return fail({ exitCode: exitCodes.directoryHeld, message: lock.failure.sentence });
  return succeed({ directory, lock: lock.value });
}
