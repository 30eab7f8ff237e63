import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import { leastPassphraseLength } from './seal.ts';

/** The first line of the file; null where no file is named. A passphrase on a command line would be for all to see. */
export async function readPassphrase(
  file: string | null,
  workingFolder: string,
): Promise<Result<string | null, string>> {
  if (file === null) return succeed(null);
  let text: string;
  try {
    text = await readFile(resolve(workingFolder, file), 'utf8');
  } catch (error) {
    return fail(
      `The file with the passphrase cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const passphrase = text.split(/\r?\n/, 1)[0] ?? '';
  if (passphrase.length >= leastPassphraseLength) return succeed(passphrase);
  return fail(
    `The passphrase in ${file} must have at least ${leastPassphraseLength} characters on the first line, found ${passphrase.length}.`,
  );
}
