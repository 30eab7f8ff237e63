import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import {
  acquireLock,
  type BackupArguments,
  chooseDataDirectory,
  type DataDirectory,
  exitCodes,
  type ProcessIo,
  prepareDataDirectory,
  type RestoreArguments,
} from '@dropwise/runtime';
import { copyDatabase } from '@dropwise/store';
import { makeBackup } from './backup/make-backup.ts';
import { backupFileName } from './backup/manifest.ts';
import { readPassphrase } from './backup/read-passphrase.ts';
import { restoreBackup } from './backup/restore-backup.ts';

/** `dropwise backup`. Works while the console and the miner run. */
export async function runBackup(args: BackupArguments, io: ProcessIo): Promise<number> {
  const directory = directoryOf(args, io);
  if ((await stat(directory.root).catch(() => null)) === null) {
    return refuse(io, `There is nothing to back up: ${directory.root} is not there.`, exitCodes.directoryUnusable);
  }
  const ready = await prepare(directory);
  if (!ready.ok) return refuse(io, ready.failure, exitCodes.directoryUnusable);
  const passphrase = await readPassphrase(args.passphraseFile, io.workingFolder);
  if (!passphrase.ok) return refuse(io, passphrase.failure, exitCodes.badArguments);
  const now = Date.now();
  const file =
    args.out === null ? join(directory.backupsFolder, backupFileName(now)) : resolve(io.workingFolder, args.out);
  const made = await makeBackup({
    directory,
    file,
    passphrase: passphrase.value,
    copyDatabase: (to) => copyDatabase(directory.databaseFile, to),
    version: args.version,
    now,
  });
  if (!made.ok) return refuse(io, made.failure, exitCodes.unexpectedFailure);
  for (const note of made.value.notes) io.stderr.write(`${note}\n`);
  const credentials = made.value.manifest.withCredentials
    ? 'with credentials, which only the passphrase opens'
    : 'without credentials: no login, no password, no keys';
  io.stdout.write(`Wrote ${file} (${Math.ceil(made.value.sizeBytes / 1024)} KiB, ${credentials}).\n`);
  return exitCodes.ok;
}

/** `dropwise restore`. Holds both locks, so that nothing runs on the directory meanwhile. */
export async function runRestore(args: RestoreArguments, io: ProcessIo): Promise<number> {
  const directory = directoryOf(args, io);
  const ready = await prepare(directory);
  if (!ready.ok) return refuse(io, ready.failure, exitCodes.directoryUnusable);
  const passphrase = await readPassphrase(args.passphraseFile, io.workingFolder);
  if (!passphrase.ok) return refuse(io, passphrase.failure, exitCodes.badArguments);
  const holder = { pid: io.pid, hostName: io.hostName, since: Date.now() };
  const console = await acquireLock(directory.consoleLockFile, holder, 'console');
  if (!console.ok) return refuse(io, console.failure.sentence, exitCodes.directoryHeld);
  await using _console = console.value;
  const miner = await acquireLock(directory.lockFile, holder);
  if (!miner.ok) return refuse(io, miner.failure.sentence, exitCodes.directoryHeld);
  await using _miner = miner.value;
  const file = resolve(io.workingFolder, args.file);
  const restored = await restoreBackup({ directory, file, passphrase: passphrase.value, now: Date.now() });
  if (!restored.ok) return refuse(io, restored.failure, exitCodes.badArguments);
  const { manifest, restored: names, keptIn, notes } = restored.value;
  for (const note of notes) io.stderr.write(`${note}\n`);
  const kept = keptIn === null ? '' : ` What was there is in ${keptIn}.`;
  io.stdout.write(`Put back ${names.join(', ')} of ${new Date(manifest.madeAt).toISOString()}.${kept}\n`);
  return exitCodes.ok;
}

function directoryOf({ dataDir }: { readonly dataDir: string | undefined }, io: ProcessIo): DataDirectory {
  const { env, homeFolder, workingFolder } = io;
  return chooseDataDirectory({ flag: dataDir, env, homeFolder, workingFolder });
}

async function prepare(directory: DataDirectory): Promise<Result<void, string>> {
  const prepared = await prepareDataDirectory(directory);
  if (prepared.ok) return succeed(undefined);
  const { sentence, command } = prepared.failure;
  return fail(command === null ? sentence : `${sentence} Run: ${command}`);
}

function refuse(io: ProcessIo, sentence: string, code: number): number {
  io.stderr.write(`${sentence}\n`);
  return code;
}
