import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type DataDirectory, makePrivateFolder } from '@dropwise/runtime';
import { create } from 'tar';
import { backupParts, databasePart } from './backup-parts.ts';
import { type BackupManifest, backupFormat, manifestName, sealedName } from './manifest.ts';
import { leastPassphraseLength, seal } from './seal.ts';

export interface BackupOrder {
  readonly directory: DataDirectory;
  /** Where the backup goes; an existing file is replaced when the new one is whole. */
  readonly file: string;
  /** Null = without credentials: no login, no password, no keys, no tokens of notification services. */
  readonly passphrase: string | null;
  /** Writes a consistent copy of the database, or nothing where there is none. */
  readonly copyDatabase: (to: string) => Promise<void>;
  readonly version: string;
  readonly now: number;
}

export interface MadeBackup {
  readonly file: string;
  readonly sizeBytes: number;
  readonly manifest: BackupManifest;
  /** What could not be taken in, one sentence each. */
  readonly notes: readonly string[];
}

/** One file (tar, gzip, 0600) with settings and history, and credentials under a passphrase. Fails with a sentence. */
export async function makeBackup(order: BackupOrder): Promise<Result<MadeBackup, string>> {
  const { directory, file, passphrase } = order;
  if (passphrase !== null && passphrase.length < leastPassphraseLength) {
    return fail(`The passphrase must have at least ${leastPassphraseLength} characters, found ${passphrase.length}.`);
  }
  let staging: string | null = null;
  try {
    await makePrivateFolder(dirname(file));
    staging = await mkdtemp(join(directory.dataFolder, '.backup-'));
    const notes: string[] = [];
    const open = await stageParts(order, staging, notes);
    const manifest: BackupManifest = {
      format: backupFormat,
      version: order.version,
      madeAt: order.now,
      parts: open,
      withCredentials: passphrase !== null,
    };
    await writeFile(join(staging, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    const entries = [manifestName, ...open];
    if (passphrase !== null) {
      await writeFile(join(staging, sealedName), await sealCredentials(directory, passphrase), { mode: 0o600 });
      entries.push(sealedName);
    }
    const whole = join(staging, 'whole.tar.gz');
    await create({ file: whole, cwd: staging, gzip: true, portable: true }, entries);
    await chmod(whole, 0o600);
    const { size } = await stat(whole);
    await moveInto(whole, file);
    return succeed({ file, sizeBytes: size, manifest, notes });
  } catch (error) {
    return fail(`The backup could not be made: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    if (staging !== null) await rm(staging, { recursive: true, force: true });
  }
}

/** What anybody may read; the names of what there was. */
async function stageParts(order: BackupOrder, staging: string, notes: string[]): Promise<string[]> {
  const staged: string[] = [];
  for (const { name, kind, mask, pathIn } of backupParts) {
    if (kind === 'sealed') continue;
    const text = await readIfThere(pathIn(order.directory));
    if (text === null) continue;
    const shown = mask === undefined ? text.toString('utf8') : mask(text.toString('utf8'));
    if (shown === null) {
      notes.push(
        `${name} cannot be read, so it is not in the open part of the backup. Mend it and make another backup.`,
      );
      continue;
    }
    await writeStaged(staging, name, shown);
    staged.push(name);
  }
  const database = join(staging, databasePart);
  await mkdir(dirname(database), { recursive: true, mode: 0o700 });
  await order.copyDatabase(database);
  if ((await stat(database).catch(() => null)) !== null) staged.push(databasePart);
  return staged;
}

async function sealCredentials(directory: DataDirectory, passphrase: string): Promise<Buffer> {
  const files: Record<string, string> = {};
  for (const { name, kind, pathIn } of backupParts) {
    const content = kind === 'open' ? null : await readIfThere(pathIn(directory));
    if (content !== null) files[name] = content.toString('base64');
  }
  return await seal(Buffer.from(JSON.stringify(files)), passphrase);
}

async function writeStaged(staging: string, name: string, text: string): Promise<void> {
  const path = join(staging, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, text, { mode: 0o600 });
}

/** The folder for backups may be on another disk. */
async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    const beside = `${to}.part`;
    await writeFile(beside, await readFile(from), { mode: 0o600 });
    await rename(beside, to);
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
