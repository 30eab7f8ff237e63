import { copyFile, readFile } from 'node:fs/promises';
import type { Memory } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import type { DataDirectory } from '@dropwise/runtime';
import { CookieJar, overrideProtocolData, type ProtocolData, parseCookieJar } from '@dropwise/twitch';
import { parseMemory } from './memory-file.ts';

/** What a file held, and a sentence when it could not be used as it stood. */
export interface Stored<Value> {
  readonly value: Value;
  readonly problem: string | null;
}

/** A jar that cannot be read is kept aside: it may still be mended, and it is never overwritten unread. */
export async function readCookies(directory: DataDirectory, clock: Clock): Promise<Stored<CookieJar>> {
  const text = await readIfThere(directory.cookieJarFile);
  if (text === null) return { value: new CookieJar(clock), problem: null };
  const parsed = parseCookieJar(text, clock);
  if (parsed.ok) return { value: parsed.value, problem: null };
  const aside = `${directory.cookieJarFile}.broken-${clock.now()}`;
  await copyFile(directory.cookieJarFile, aside);
  const { message, line, column } = parsed.failure;
  const place = line === null ? '' : ` (line ${line}, column ${column})`;
  const problem = `${directory.cookieJarFile} cannot be read${place}: ${message}. It is kept as ${aside}; sign in again.`;
  return { value: new CookieJar(clock), problem };
}

export async function readMemory(directory: DataDirectory): Promise<Stored<Memory | null>> {
  const text = await readIfThere(directory.inventoryFile);
  if (text === null) return { value: null, problem: null };
  const value = parseMemory(text);
  const problem = `${directory.inventoryFile} is not what this version wrote; it is built anew from Twitch.`;
  return { value, problem: value === null ? problem : null };
}

/** The owner's changes to the protocol's data; a file that does not fit changes nothing and is named. */
export async function readProtocol(directory: DataDirectory, base: ProtocolData): Promise<Stored<ProtocolData>> {
  const text = await readIfThere(directory.protocolFile);
  if (text === null) return { value: base, problem: null };
  const refused = (why: string): Stored<ProtocolData> => ({
    value: base,
    problem: `${directory.protocolFile} is not used: ${why}. Mend it; it is read again at once.`,
  });
  try {
    const merged = overrideProtocolData(base, JSON.parse(text));
    return merged.ok ? { value: merged.value, problem: null } : refused(merged.failure);
  } catch (error) {
    return refused(`expected JSON, found ${error instanceof Error ? error.message : 'something else'}`);
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
