import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import { makePrivateFolder } from '@dropwise/runtime';
import { fingerprintOf } from './fingerprint.ts';

/** An ed25519 key in a file for its owner's eyes: consent is given to its fingerprint. */
export interface OperatorKey {
  readonly fingerprint: string;
  readonly path: string;
}

export type KeyProblem = { readonly kind: 'missing' | 'exists' | 'unusable'; readonly sentence: string };

/** Where the key of a data directory lies. */
export function operatorKeyPath(dataRoot: string): string {
  return join(dataRoot, 'audience', 'key.pem');
}

/** Makes a key, 0600. One that is there stays: `exists`. */
export async function createOperatorKey(dataRoot: string): Promise<Result<OperatorKey, KeyProblem>> {
  const path = operatorKeyPath(dataRoot);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  try {
    await makePrivateFolder(join(dataRoot, 'audience'));
    // Not by way of a rename: of two that make one at once, the second must fail.
    await writeNewFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return fail({ kind: 'exists', sentence: `There is a key already in ${path}. It is left as it is.` });
    }
    return fail({ kind: 'unusable', sentence: `The key could not be written to ${path}: ${messageOf(error)}.` });
  }
  return succeed({ fingerprint: fingerprintOf(publicKey), path });
}

/** Puts the key that is there aside, so that another can be made; null = there was none. `stamp` names the copy. */
export async function setOperatorKeyAside(dataRoot: string, stamp: string): Promise<string | null> {
  const path = operatorKeyPath(dataRoot);
  const aside = `${path}.${stamp}.old`;
  try {
    await rename(path, aside);
    return aside;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function readOperatorKey(dataRoot: string): Promise<Result<OperatorKey, KeyProblem>> {
  const path = operatorKeyPath(dataRoot);
  try {
    const handle = await open(path, 'r');
    try {
      const { mode } = await handle.stat();
      if (process.platform !== 'win32' && (mode & 0o077) !== 0) return fail(foreignEyes(path, mode));
      const key = createPrivateKey(await handle.readFile('utf8'));
      if (key.asymmetricKeyType !== 'ed25519') return fail(notOurs(path, `a key of type ${key.asymmetricKeyType}`));
      return succeed({ fingerprint: fingerprintOf(createPublicKey(key)), path });
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      const sentence = `There is no key in ${path}: make one with "dropwise audience keygen".`;
      return fail({ kind: 'missing', sentence });
    }
    // What stands in the file must not be part of a message.
    return fail(notOurs(path, codeOf(error) ?? 'something else'));
  }
}

/** Whether a file stands where the key would. */
export async function hasOperatorKey(dataRoot: string): Promise<boolean> {
  return (await stat(operatorKeyPath(dataRoot)).catch(() => null)) !== null;
}

async function writeNewFile(path: string, content: string | Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function foreignEyes(path: string, mode: number): KeyProblem {
  const found = (mode & 0o777).toString(8).padStart(4, '0');
  const sentence = `${path} must be for its owner's eyes only (0600), found ${found}: chmod 600 '${path}'.`;
  return { kind: 'unusable', sentence };
}

function notOurs(path: string, found: string): KeyProblem {
  const sentence = `${path} must hold an ed25519 key in PEM, found ${found}: put it aside and run "dropwise audience keygen".`;
  return { kind: 'unusable', sentence };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
