import { readFile } from 'node:fs/promises';
import type { Clock } from '@dropwise/kit';
import type { DataDirectory } from '@dropwise/runtime';
import { CookieJar, type ProtocolData, parseCookieJar } from '@dropwise/twitch';
import { readProtocol } from '../stored-files.ts';

export interface DoctorFiles {
  readonly jar: CookieJar;
  readonly protocol: ProtocolData;
  /** Sentences about files that cannot be used as they are. */
  readonly problems: readonly string[];
}

/** The jar and the protocol file, read and left as they are. Never rejects. */
export async function readFiles(directory: DataDirectory, base: ProtocolData, clock: Clock): Promise<DoctorFiles> {
  const jar = await readJar(directory.cookieJarFile, clock);
  const protocol = await readProtocol(directory, base).catch((error: unknown) => ({
    value: base,
    problem: unreadable(directory.protocolFile, error),
  }));
  const problems = [jar.problem, protocol.problem].filter((problem) => problem !== null);
  return { jar: jar.value, protocol: protocol.value, problems };
}

async function readJar(path: string, clock: Clock): Promise<{ value: CookieJar; problem: string | null }> {
  const empty = new CookieJar(clock);
  try {
    const parsed = parseCookieJar(await readFile(path, 'utf8'), clock);
    if (parsed.ok) return { value: parsed.value, problem: null };
    const problem = `${path} cannot be read: ${parsed.failure.message}. The miner will keep it aside and ask you to sign in.`;
    return { value: empty, problem };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { value: empty, problem: isMissing ? null : unreadable(path, error) };
  }
}

function unreadable(path: string, error: unknown): string {
  return `${path} must be readable, but the system answered: ${error instanceof Error ? error.message : String(error)}.`;
}
