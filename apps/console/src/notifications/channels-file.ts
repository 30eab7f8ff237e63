import { chmod, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { maxNotificationChannels, type SavedNotificationChannel, savedNotificationChannel } from '@dropwise/contract';
import { keepBrokenFileAside, makePrivateFolder, writeFileAtomically } from '@dropwise/runtime';
import * as v from 'valibot';

export interface ReadChannels {
  readonly channels: readonly SavedNotificationChannel[];
  /** What could not be used, one sentence each. Never quotes the file: it holds tokens. */
  readonly problems: readonly string[];
}

/**
 * Reads `config/notifications.json`: a list of channels. A missing file is an empty list. What does not fit is left out and
 * said, and the file is copied aside first, because the next change writes it anew.
 */
export async function readChannels(path: string, now: number): Promise<ReadChannels> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
    await hide(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { channels: [], problems: [] };
    return { channels: [], problems: [`${path} cannot be read (${codeOf(error)}): nothing is sent anywhere.`] };
  }
  const { channels, problems } = parseChannels(text);
  if (problems.length === 0) return { channels, problems };
  const copy = await keepBrokenFileAside(path, text, now).catch(() => null);
  const kept = copy === null ? 'It could not be copied aside.' : `A copy is kept in ${copy}.`;
  return { channels, problems: [...problems.map((problem) => `${path}: ${problem}`), kept] };
}

/** Readable by the owner alone. Rejects with the system's error. */
export async function writeChannels(path: string, channels: readonly SavedNotificationChannel[]): Promise<void> {
  await makePrivateFolder(dirname(path));
  await writeFileAtomically(path, `${JSON.stringify(channels, null, 2)}\n`, { mode: 0o600 });
}

function parseChannels(text: string): ReadChannels {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { channels: [], problems: ['it is no JSON. Look at quotes, commas and brackets.'] };
  }
  if (!Array.isArray(value)) return { channels: [], problems: ['a list of channels was expected.'] };
  const channels: SavedNotificationChannel[] = [];
  const problems: string[] = [];
  for (const [index, item] of value.entries()) {
    const checked = v.safeParse(savedNotificationChannel, item, { abortEarly: true });
    const problem = checked.success ? misfitAmong(channels, checked.output) : misfitOf(checked.issues[0]);
    if (problem !== null) problems.push(`channel ${index + 1} is left out: ${problem}.`);
    else if (checked.success) channels.push(checked.output);
  }
  return { channels, problems: problems.slice(0, 20) };
}

function misfitAmong(channels: readonly SavedNotificationChannel[], { id }: SavedNotificationChannel): string | null {
  if (channels.length >= maxNotificationChannels) return `there are at most ${maxNotificationChannels}`;
  return channels.some((other) => other.id === id) ? `there is one with the id ${id} already` : null;
}

function misfitOf(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  return field === null ? 'it does not fit' : `its ${field} does not fit`;
}

/** A file from another machine or a copy may be readable by all. */
async function hide(path: string): Promise<void> {
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
