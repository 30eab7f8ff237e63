import { createHash, randomBytes } from 'node:crypto';

/** 256 bits from the system, as 43 characters that need no escaping in cookies and headers. */
export function createSecretText(): string {
  return randomBytes(32).toString('base64url');
}

/** Names something in lists and addresses; opens nothing. */
export function createId(): string {
  return randomBytes(9).toString('base64url');
}

/**
 * What is kept of a secret text. A plain hash is enough where the text has 256 random bits: there is nothing to guess.
 * It also makes looking one up safe: what a lookup's duration could tell is a part of the hash, not of the text.
 */
export function hashSecretText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The shape of `createSecretText`: anything else is not worth a hash. */
export function isSecretText(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
