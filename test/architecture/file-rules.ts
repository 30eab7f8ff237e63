import { posix } from 'node:path';
import { isCode, type SourceFile } from './source-file.ts';

const forbiddenNames: readonly string[] = ['utils', 'helpers', 'common', 'manager', 'data', 'info'];
const maxLines = 400;

/** Messages of the page: a file is called as its keys begin, and is a list that is looked up in, not read. */
function isMessages(path: string): boolean {
  return path.startsWith('apps/web/src/locales/');
}

/** Names that say nothing, and names that are not kebab-case. */
export function findBadNames(files: readonly SourceFile[]): string[] {
  const named = files.filter((file) => isCode(file) && !isMessages(file.path));
  return named.flatMap(({ path }) => {
    const stem = posix.basename(path).split('.')[0] ?? '';
    if (forbiddenNames.includes(stem)) return [`${path}: "${stem}" says nothing; name the concept`];
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem) ? [] : [`${path}: file names are kebab-case`];
  });
}

export function findLongFiles(files: readonly SourceFile[]): string[] {
  const read = files.filter((file) => isCode(file) && !isMessages(file.path));
  return read.flatMap(({ path, text }) => {
    const lineCount = text.split('\n').length - 1;
    return lineCount <= maxLines ? [] : [`${path}: ${lineCount} lines; at most ${maxLines}: split it by concept`];
  });
}

/** Every operation of the client has its test, and a behaviour of the same name in the simulator. */
export function findUnpairedOperations(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  const folder = 'packages/twitch/src/gql/operations/';
  return [...paths].flatMap((path) => {
    if (!path.startsWith(folder) || !path.endsWith('.ts') || path.endsWith('.test.ts')) return [];
    const name = path.slice(folder.length, -'.ts'.length);
    if (name === 'index') return [];
    return [`${folder}${name}.test.ts`, `packages/twitch-sim/src/behaviors/${name}.ts`]
      .filter((needed) => !paths.has(needed))
      .map((needed) => `${path}: ${needed} is missing`);
  });
}

/** Folders that stand on every machine, so that naming them gives nothing away. */
const ordinaryFolders: readonly string[] = [
  '/',
  '/root',
  '/home',
  '/tmp',
  '/app',
  '/data',
  '/srv',
  '/opt',
  '/usr',
  '/var',
  '/mnt',
];

/** Paths of the machine the project is worked on. */
export function findMachinePaths(files: readonly SourceFile[], machineFolders: readonly string[]): string[] {
  const telling = machineFolders.filter((folder) => !ordinaryFolders.includes(folder) && folder.length > 3);
  return files.flatMap(({ path, text }) =>
    telling.filter((folder) => text.includes(`${folder}/`)).map((folder) => `${path}: names ${folder} of this machine`),
  );
}
