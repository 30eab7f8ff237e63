import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Saying } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { sayOfPrepare } from '../prepare-sayings.ts';

export interface ProgramPlace {
  readonly workingFolder: string | null;
  /** The console's, under the child's own. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where a command's program is, absolute; or what is wrong with it. */
export async function findProgram(command: string, place: ProgramPlace): Promise<Result<string, Saying>> {
  if (!/[/\\]/.test(command)) return findOnPath(command, place.env.PATH ?? '');
  const path = resolvePath(command, place.workingFolder);
  const file = await checkFile(path);
  if (!file.ok) return file;
  if (await isAllowed(path, constants.X_OK)) return succeed(path);
  return fail(sayOfPrepare('prepare-not-executable', { path, command: `chmod u+x ${quoteForShell(path)}` }));
}

/** A file that the program is to read: there, a file, readable. */
export async function checkFile(path: string): Promise<Result<string, Saying>> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return fail(sayOfPrepare('prepare-file-missing', { path }));
    return fail(sayOfPrepare('prepare-file-unseen', { path, detail: found.message }));
  }
  if (!found.isFile()) return fail(sayOfPrepare('prepare-no-file', { path }));
  if (!(await isAllowed(path, constants.R_OK))) return fail(sayOfPrepare('prepare-unreadable', { path }));
  return succeed(path);
}

/** Relative paths begin at the child's working folder. */
export function resolvePath(path: string, workingFolder: string | null): string {
  return isAbsolute(path) ? path : resolve(workingFolder ?? '.', path);
}

async function findOnPath(name: string, path: string): Promise<Result<string, Saying>> {
  const endings = process.platform === 'win32' ? ['', '.exe', '.cmd', '.bat'] : [''];
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      const found = await stat(candidate).catch(() => null);
      if (found?.isFile() === true && (await isAllowed(candidate, constants.X_OK))) return succeed(candidate);
    }
  }
  return fail(sayOfPrepare('prepare-not-on-path', { program: name }));
}

async function isAllowed(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
