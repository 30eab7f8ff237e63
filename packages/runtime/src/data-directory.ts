import { chmod, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import { makePrivateFolder, removeLeftoverTempFiles, writeFileAtomically } from './atomic-file.ts';
import { type DataDirectoryProblem, describeStorageProblem, type StorageFacts } from './storage-problem.ts';

/** Where everything that Dropwise keeps is. All paths absolute. */
export interface DataDirectory {
  readonly root: string;
  readonly configFolder: string;
  readonly dataFolder: string;
  readonly logsFolder: string;
  readonly settingsFile: string;
  /** A person's override of the protocol's own numbers and hashes; may be missing. */
  readonly protocolFile: string;
  /** 0600: it holds the token. */
  readonly cookieJarFile: string;
  readonly inventoryFile: string;
  /** Locked by the miner that runs here. Only `acquireLock` may open it. */
  readonly lockFile: string;
  /** Held by the console that runs here. */
  readonly consoleLockFile: string;
  /** The console's memory: SQLite. */
  readonly databaseFile: string;
  /** Which programs the console looks after. */
  readonly childrenFile: string;
  /** 0600: password and keys as hashes, sessions. */
  readonly accessFile: string;
  /** 0600: where notifications go; it holds their tokens. */
  readonly notificationsFile: string;
  /** One record for every running child, to find it again after a crash. */
  readonly runFolder: string;
  /** Where the running console is reached. */
  readonly consoleAddressFile: string;
  readonly backupsFolder: string;
  /** 0700: pictures that the console keeps. */
  readonly artFolder: string;
}

export interface DataDirectoryChoice {
  /** `--data-dir`. */
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly workingFolder: string;
}

/** The first of `--data-dir`, `DROPWISE_DATA_DIR` and `~/.dropwise`; an empty text counts as not given. */
export function chooseDataDirectory(choice: DataDirectoryChoice): DataDirectory {
  const given = choice.flag || choice.env.DROPWISE_DATA_DIR;
  return layOutDataDirectory(
    given ? expandHome(given, choice.homeFolder, choice.workingFolder) : join(choice.homeFolder, '.dropwise'),
  );
}

export function layOutDataDirectory(root: string): DataDirectory {
  const configFolder = join(root, 'config');
  const dataFolder = join(root, 'data');
  return {
    root,
    configFolder,
    dataFolder,
    logsFolder: join(root, 'logs'),
    settingsFile: join(configFolder, 'settings.json'),
    protocolFile: join(configFolder, 'protocol.json'),
    cookieJarFile: join(dataFolder, 'cookies.jar'),
    inventoryFile: join(dataFolder, 'inventory.json'),
    lockFile: join(dataFolder, 'miner.lock'),
    consoleLockFile: join(dataFolder, 'console.lock'),
    databaseFile: join(dataFolder, 'dropwise.db'),
    childrenFile: join(configFolder, 'children.json'),
    accessFile: join(configFolder, 'access.json'),
    notificationsFile: join(configFolder, 'notifications.json'),
    runFolder: join(dataFolder, 'run'),
    consoleAddressFile: join(dataFolder, 'console-address.json'),
    backupsFolder: join(root, 'backups'),
    artFolder: join(dataFolder, 'art'),
  };
}

/**
 * Makes the folders (0700), takes foreign eyes off what holds secrets (0600), removes temp files of writers that died,
 * and proves by writing that every folder takes files. A failure carries the sentence and the command that mend it.
 */
export async function prepareDataDirectory(directory: DataDirectory): Promise<Result<void, DataDirectoryProblem>> {
  for (const folder of [directory.root, directory.configFolder, directory.dataFolder, directory.logsFolder]) {
    const problem = await firstProblem(directory, folder, async () => {
      await makePrivateFolder(folder);
      await proveWritable(folder);
      await removeLeftoverTempFiles(folder);
    });
    if (problem !== null) return fail(problem);
  }
  for (const file of [
    directory.cookieJarFile,
    directory.accessFile,
    directory.notificationsFile,
    directory.childrenFile,
  ]) {
    const problem = await firstProblem(directory, file, () => hideFile(file));
    if (problem !== null) return fail(problem);
  }
  return succeed(undefined);
}

/**
 * Proves again, while everything runs, that every folder takes files. Makes and removes nothing else: what a writer of this
 * process has under way stays.
 */
export async function checkDataDirectory(directory: DataDirectory): Promise<Result<void, DataDirectoryProblem>> {
  for (const folder of [directory.root, directory.configFolder, directory.dataFolder, directory.logsFolder]) {
    const problem = await firstProblem(directory, folder, () => proveWritable(folder));
    if (problem !== null) return fail(problem);
  }
  return succeed(undefined);
}

async function firstProblem(
  directory: DataDirectory,
  path: string,
  work: () => Promise<void>,
): Promise<DataDirectoryProblem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return describeStorageProblem(await readStorageFacts(directory.root, path, error));
  }
}

async function proveWritable(folder: string): Promise<void> {
  // A name of the form that `removeLeftoverTempFiles` knows: the process may be killed before the next line but one.
  const probe = join(folder, `.write-check.${process.pid}-0.tmp`);
  await writeFileAtomically(probe, 'Dropwise checks that it may write here.\n');
  await rm(probe);
}

/** A jar from another machine or a copy may be readable by all. */
async function hideFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found !== null && process.platform !== 'win32' && (found.mode & 0o077) !== 0) await chmod(path, 0o600);
}

async function readStorageFacts(root: string, path: string, error: unknown): Promise<StorageFacts> {
  const owner = await nearestOwner(path);
  return {
    root,
    path,
    code: error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN',
    message: error instanceof Error ? error.message : String(error),
    owner,
    ourUid: process.getuid?.() ?? null,
    ourGid: process.getgid?.() ?? null,
  };
}

/** Who owns `path`, or the first folder above it that is there. */
async function nearestOwner(path: string): Promise<StorageFacts['owner']> {
  for (let at = path; ; at = join(at, '..')) {
    const found = await stat(at).catch(() => null);
    if (found !== null) return { path: at, uid: found.uid, gid: found.gid, mode: found.mode & 0o777 };
    if (at === join(at, '..')) return null;
  }
}

function expandHome(path: string, homeFolder: string, workingFolder: string): string {
  if (path === '~') return homeFolder;
  if (path.startsWith('~/')) return join(homeFolder, path.slice(2));
  return isAbsolute(path) ? resolve(path) : resolve(workingFolder, path);
}
