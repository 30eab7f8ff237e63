import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface ProgramPlace {
  readonly workingFolder: string | null;
  /** The console's, under the child's own. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where a command's program is, absolute; or a sentence that says what is wrong with it. */
export async function findProgram(command: string, place: ProgramPlace): Promise<Result<string, string>> {
  if (!/[/\\]/.test(command)) return findOnPath(command, place.env.PATH ?? '');
  const path = resolvePath(command, place.workingFolder);
  const file = await checkFile(path);
  if (!file.ok) return file;
  if (await isAllowed(path, constants.X_OK)) return succeed(path);
  return fail(`${path} must be executable, but is not. Allow it: chmod u+x ${quoteForShell(path)}`);
}

/** A file that the program is to read: there, a file, readable. */
export async function checkFile(path: string): Promise<Result<string, string>> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const reason = found.code === 'ENOENT' ? 'it is not there' : `the system answered: ${found.message}`;
    return fail(`${path} must be a file, but ${reason}. Correct the path in the child's command.`);
  }
  if (!found.isFile()) return fail(`${path} must be a file, but is something else. Correct the path.`);
  if (!(await isAllowed(path, constants.R_OK))) return fail(`${path} must be readable for this account, but is not.`);
  return succeed(path);
}

/** Relative paths begin at the child's working folder. */
export function resolvePath(path: string, workingFolder: string | null): string {
  return isAbsolute(path) ? path : resolve(workingFolder ?? '.', path);
}

async function findOnPath(name: string, path: string): Promise<Result<string, string>> {
  const endings = process.platform === 'win32' ? ['', '.exe', '.cmd', '.bat'] : [''];
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      const found = await stat(candidate).catch(() => null);
      if (found?.isFile() === true && (await isAllowed(candidate, constants.X_OK))) return succeed(candidate);
    }
  }
  return fail(`The program ${name} was expected in one of the folders of PATH, but is in none. Give its whole path.`);
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
