import { createHash, type KeyObject } from 'node:crypto';

/** `SHA256:` and unpadded base64, as ssh shows keys. */
export const fingerprintPattern = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** Of the public key in its standard form (SPKI, DER). */
export function fingerprintOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(der).digest('base64').replace(/=+$/, '')}`;
}
