import { readFile } from 'node:fs/promises';
import { passwordLength } from '@dropwise/contract';
import { fail, type Result, Secret, succeed } from '@dropwise/kit';

/**
 * The password that the environment sets: `DROPWISE_PASSWORD`, or the content of the file that `DROPWISE_PASSWORD_FILE`
 * names, without the newline at its end. Null = it sets none. Fails with a sentence; the console must not start then, or it
 * would start without the password that its owner believes in.
 */
export async function readEnvironmentPassword(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Secret | null, string>> {
  const { DROPWISE_PASSWORD: text, DROPWISE_PASSWORD_FILE: path } = env;
  if (text !== undefined && path !== undefined && path !== '') {
    return fail('DROPWISE_PASSWORD and DROPWISE_PASSWORD_FILE are both set. Keep one of them.');
  }
  if (path !== undefined && path !== '') return readPasswordFile(path);
  if (text === undefined) return succeed(null);
  return checkPassword(text, 'DROPWISE_PASSWORD');
}

async function readPasswordFile(path: string): Promise<Result<Secret, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail(`DROPWISE_PASSWORD_FILE must name a file that can be read, but the system answered: ${found}.`);
  }
  return checkPassword(text.replace(/\r?\n$/, ''), `The file that DROPWISE_PASSWORD_FILE names (${path})`);
}

/** The messages tell where and how long, never what. */
function checkPassword(text: string, where: string): Result<Secret, string> {
  const { min, max } = passwordLength;
  if (text.length >= min && text.length <= max) return succeed(new Secret(text));
  const found = text.length === 0 ? 'nothing' : `${text.length}`;
  return fail(`${where} must hold a password of ${min} to ${max} characters, but holds ${found}. Set another one.`);
}
