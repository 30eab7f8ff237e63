import { readFile, stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '@dropwise/kit';

/** A file that somebody names, which may be any. The failure is a sentence. */
export async function readBoundedText(path: string, maxBytes: number): Promise<Result<string, string>> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) return fail(`${path} has ${size} bytes; at most ${maxBytes} are read.`);
    return succeed(await readFile(path, 'utf8'));
  } catch (error) {
    return fail(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
