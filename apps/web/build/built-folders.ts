import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the stamp: enough to tell builds apart, short enough for a path. */
const nameCharacters = 16;
const buildPattern = /^[0-9a-f]{16}$/;
const tempPrefix = '.being-built-';
/** A console that still runs serves the build it began with: the last few before the present one stay. */
const keptBuilds = 3;
/** Nobody builds for that long: who made it was killed. */
const abandonedAfterMs = 3_600_000;

/** The build of this stamp, where it is there whole: a folder gets its name when all is in it. */
export async function findBuilt(buildsFolder: string, stamp: string): Promise<string | null> {
  const folder = join(buildsFolder, stamp.slice(0, nameCharacters));
  return access(join(folder, 'index.html')).then(
    () => folder,
    () => null,
  );
}

export async function findLastBuilt(buildsFolder: string): Promise<string | null> {
  const [last = null] = await listBuilds(buildsFolder);
  return last;
}

/** Beside the builds, so that it becomes one by a rename. What is left of it at the end goes. */
export async function makeTempFolder(buildsFolder: string): Promise<AsyncDisposable & { readonly path: string }> {
  const path = join(buildsFolder, `${tempPrefix}${randomUUID()}`);
  await mkdir(path, { recursive: true });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Gives what was built its name, in one step. Where somebody was faster, theirs is the build. */
export async function putInPlace(tempFolder: string, buildsFolder: string, stamp: string): Promise<string> {
  const folder = join(buildsFolder, stamp.slice(0, nameCharacters));
  try {
    await rename(tempFolder, folder);
  } catch (error) {
    if ((await findBuilt(buildsFolder, stamp)) === null) throw error;
  }
  return folder;
}

/** Of builds the newest stay; of what was never finished, what may still be. */
export async function removeOldBuilds(buildsFolder: string, current: string): Promise<void> {
  const others = (await listBuilds(buildsFolder)).filter((folder) => folder !== current);
  const leftovers: string[] = [];
  for (const name of await readdir(buildsFolder)) {
    const path = join(buildsFolder, name);
    if (name.startsWith(tempPrefix) && Date.now() - (await changedAt(path)) > abandonedAfterMs) leftovers.push(path);
  }
  for (const path of [...others.slice(keptBuilds - 1), ...leftovers]) await rm(path, { recursive: true, force: true });
}

/** The newest first. */
async function listBuilds(buildsFolder: string): Promise<readonly string[]> {
  const names = await readdir(buildsFolder).catch((): string[] => []);
  const folders = names.filter((name) => buildPattern.test(name)).map((name) => join(buildsFolder, name));
  const aged = await Promise.all(folders.map(async (folder) => ({ folder, at: await changedAt(folder) })));
  return aged.toSorted((a, b) => b.at - a.at).map(({ folder }) => folder);
}

/** Zero where it is gone meanwhile. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? 0;
}
