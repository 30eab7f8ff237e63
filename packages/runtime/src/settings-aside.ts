import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFileAtomically } from './atomic-file.ts';

/**
 * Keeps a copy of a settings file that does not parse, as `<file>.broken-<time>`, and returns its path. A copy of
 * the same text is made once, however often the miner starts on it; copies are never removed.
 */
export async function keepBrokenFileAside(path: string, text: string, now: number): Promise<string> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.broken-`;
  const kept = (await readdir(folder)).filter((name) => name.startsWith(prefix)).sort();
  for (const name of kept) {
    if ((await readFile(join(folder, name), 'utf8').catch(() => null)) === text) return join(folder, name);
  }
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const taken = new Set(kept);
  let name = `${prefix}${stamp}`;
  for (let count = 2; taken.has(name); count++) name = `${prefix}${stamp}-${count}`;
  await writeFileAtomically(join(folder, name), text);
  return join(folder, name);
}
