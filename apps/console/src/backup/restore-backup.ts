import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { DataDirectory } from '@dropwise/runtime';
import { extract } from 'tar';
import * as v from 'valibot';
import { backupParts, databasePart } from './backup-parts.ts';
import { type BackupManifest, manifestName, parseManifest, sealedName } from './manifest.ts';
import { putInPlace, takeBack } from './put-in-place.ts';
import { unseal } from './seal.ts';

export interface RestoreOrder {
  /** Nobody may be using it: the caller holds both locks. */
  readonly directory: DataDirectory;
  readonly file: string;
  /** Null = credentials stay as they are now. */
  readonly passphrase: string | null;
  readonly now: number;
}

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  /** Names of the files that were put in place. */
  readonly restored: readonly string[];
  /** Where what stood there before is kept; null = nothing did. */
  readonly keptIn: string | null;
  /** Puts everything as it was before. */
  undo(): Promise<void>;
  readonly notes: readonly string[];
}

/** Larger than any history within `history.maxMegabytes`' own limit would be kept by a person. */
const largestPartBytes = 16 * 1024 ** 3;
const knownNames = new Set([manifestName, sealedName, databasePart, ...backupParts.map(({ name }) => name)]);
const sealedFiles = v.record(v.string(), v.string());

/**
 * Puts a backup's files in place of those that are there. Everything is read and checked before anything is touched; what stood
 * there is moved to a folder of its own, never deleted. Fails with a sentence, nothing changed.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Result<RestoredBackup, string>> {
  const staging = await mkdtemp(join(order.directory.dataFolder, '.restore-'));
  try {
    const manifest = await unpack(order.file, staging);
    if (!manifest.ok) return fail(`${order.file} cannot be restored. ${manifest.failure}`);
    const notes: string[] = [];
    const sealed = await openSealed(order, manifest.value, staging, notes);
    if (!sealed.ok) return sealed;
    const staged = await stageAll(order, manifest.value, staging, sealed.value);
    const keptIn = await findUnused(join(order.directory.root, `before-restore-${stampOf(order.now)}`));
    const put = { directory: order.directory, names: staged, keptIn };
    const keptSome = await putInPlace(put, staging);
    return succeed({
      manifest: manifest.value,
      restored: staged,
      keptIn: keptSome ? keptIn : null,
      notes,
      undo: () => takeBack(put),
    });
  } finally {
    // The unpacker may still be writing what it had begun when it failed.
    await rm(staging, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Whether the backup could be restored with this passphrase: read and checked, nothing touched. Fails with a sentence. */
export async function checkBackup(order: Omit<RestoreOrder, 'now'>): Promise<Result<BackupManifest, string>> {
  const staging = await mkdtemp(join(order.directory.dataFolder, '.restore-'));
  try {
    const manifest = await unpack(order.file, staging);
    if (!manifest.ok) return fail(`${order.file} cannot be restored. ${manifest.failure}`);
    const sealed = await openSealed(order, manifest.value, staging, []);
    return sealed.ok ? manifest : sealed;
  } finally {
    await rm(staging, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Only regular files with names that a backup has, whoever made the archive. */
async function unpack(file: string, staging: string): Promise<Result<BackupManifest, string>> {
  try {
    if (!(await isFile(file))) return fail('There is no such file.');
    await extract({
      file,
      cwd: staging,
      strict: true,
      preservePaths: false,
      filter: (path, entry) =>
        knownNames.has(path) && 'type' in entry && entry.type === 'File' && entry.size <= largestPartBytes,
    });
  } catch (error) {
    return fail(`It is not a whole tar.gz file: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const text = await readFile(join(staging, manifestName), 'utf8').catch(() => null);
  return text === null ? fail('It is no backup of Dropwise.') : parseManifest(text);
}

async function openSealed(
  { passphrase }: Pick<RestoreOrder, 'passphrase'>,
  manifest: BackupManifest,
  staging: string,
  notes: string[],
): Promise<Result<Readonly<Record<string, string>>, string>> {
  if (passphrase === null) {
    if (manifest.withCredentials) {
      notes.push('The credentials in it were left out, because no passphrase was given; those that are here stay.');
    }
    return succeed({});
  }
  if (!manifest.withCredentials) return fail('This backup holds no credentials. Leave the passphrase out.');
  const sealed = await readFile(join(staging, sealedName)).catch(() => null);
  if (sealed === null) return fail('Its credentials are missing: the file is damaged.');
  const opened = await unseal(sealed, passphrase);
  if (!opened.ok) return opened;
  const files = v.safeParse(sealedFiles, JSON.parse(opened.value.toString('utf8')));
  return files.success ? succeed(files.output) : fail('Its credentials are not in a form that this version knows.');
}

/** Makes the staging folder hold exactly what is to be put in place; the names of it. */
async function stageAll(
  { directory }: RestoreOrder,
  manifest: BackupManifest,
  staging: string,
  sealed: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const { name, keepSecrets, pathIn } of backupParts) {
    const whole = sealed[name];
    const path = join(staging, name);
    if (whole !== undefined) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, Buffer.from(whole, 'base64'), { mode: 0o600 });
    } else if (!manifest.parts.includes(name) || !(await isFile(path))) continue;
    else if (keepSecrets !== undefined) {
      const current = await readFile(pathIn(directory), 'utf8').catch(() => null);
      if (current !== null) await writeFile(path, keepSecrets(await readFile(path, 'utf8'), current), { mode: 0o600 });
    }
    names.add(name);
  }
  if (manifest.parts.includes(databasePart) && (await isFile(join(staging, databasePart)))) names.add(databasePart);
  return [...names];
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}

/** Two restores may fall into one second; neither touches what the other kept. */
async function findUnused(path: string): Promise<string> {
  let found = path;
  for (let count = 2; (await stat(found).catch(() => null)) !== null; count += 1) found = `${path}-${count}`;
  return found;
}

function stampOf(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
}
