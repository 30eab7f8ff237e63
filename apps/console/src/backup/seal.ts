import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';

/**
 * Bytes that only a passphrase opens: `DWSEAL1\n`, 16 bytes of salt, 12 of nonce, the ciphertext (AES-256-GCM, key by scrypt
 * with N = 2^17, r = 8, p = 1), 16 bytes of tag. Anything changed in it makes it unreadable as a whole.
 */
const magic = Buffer.from('DWSEAL1\n');
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
export const leastPassphraseLength = 8;

const deriveKey = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

export async function seal(content: Uint8Array, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt, 32, cost), nonce);
  cipher.setAAD(magic);
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([magic, salt, nonce, sealed, cipher.getAuthTag()]);
}

/** Fails with a sentence; a wrong passphrase and a damaged file cannot be told apart. */
export async function unseal(sealed: Buffer, passphrase: string): Promise<Result<Buffer, string>> {
  const headBytes = magic.length + saltBytes + nonceBytes;
  if (sealed.length < headBytes + tagBytes || !sealed.subarray(0, magic.length).equals(magic)) {
    return fail('The credentials in the backup are not in a form that this version knows.');
  }
  const salt = sealed.subarray(magic.length, magic.length + saltBytes);
  const nonce = sealed.subarray(magic.length + saltBytes, headBytes);
  const decipher = createDecipheriv('aes-256-gcm', await deriveKey(passphrase, salt, 32, cost), nonce);
  decipher.setAAD(magic);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return succeed(Buffer.concat([decipher.update(sealed.subarray(headBytes, -tagBytes)), decipher.final()]));
  } catch {
    return fail(
      'The passphrase does not open the credentials in the backup, or the file is damaged. Try the passphrase again.',
    );
  }
}
