import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the page is made of; the packages it shares with the console are part of it. */
const sources = ['src', 'public', 'build', 'index.html', 'vite.config.ts', 'svelte.config.js', 'package.json'].map(
  (name) => join(root, name),
);
const shared = ['contract', 'core', 'kit'].map((name) => join(root, '..', '..', 'packages', name, 'src'));
export const distFolder = join(root, 'dist');
const stampFile = join(distFolder, '.made-of');

/** Builds the page where what it is made of has changed since, and gives back where it is. */
export async function buildWeb(): Promise<string> {
  const stamp = await stampOf();
  const made = await readFile(stampFile, 'utf8').catch(() => null);
  if (made === stamp) return distFolder;
  const vite = await import('vite').catch(() => null);
  // Installed without the tools that build: what was built before them serves, and nothing else can.
  if (vite === null && made !== null) return distFolder;
  const { build } = vite ?? (await import('vite'));
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await compressFiles(join(distFolder, 'assets'));
  await writeFile(stampFile, stamp);
  return distFolder;
}

async function stampOf(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [...sources, ...shared]) {
    for (const file of await filesOf(path)) {
      if (/\.test\.ts$/.test(file)) continue;
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
