import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the page is made of; the packages it shares with the console are part of it. */
const own = ['src', 'public', 'build', 'index.html', 'vite.config.ts', 'svelte.config.js', 'package.json'];
const shared = ['contract', 'core', 'kit'];

/** Another one for every change of what the page in `root` is made of. */
export async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const packages = join(root, '..', '..', 'packages');
  const paths = [...own.map((name) => join(root, name)), ...shared.map((name) => join(packages, name, 'src'))];
  for (const path of paths) {
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
