import { maskSecrets } from '@dropwise/runtime';

/** Longer lines are cut: nothing a miner has to say is longer, and whatever reads it afterwards stays fast. */
export const maxLineLength = 4_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const terminalCodes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** Python prints its dictionaries with single quotes, which the mask for JSON passes by. Peers 3.2: `Request: (method=…, kwargs=…)`. */
const pythonSecret =
  /(['"](?:[a-z_-]*token|device_code|client-integrity|authorization|password|cookie|set-cookie)['"]\s*:\s*b?)(?:'[^']*'?|"[^"]*"?)/gi;
/** A user alone, without a password, in an address. */
const addressUser = /(\b(?:https?|socks[45]h?):\/\/)[^\s/@"']+(?=@)/gi;

/** What is looked through for secrets: more than is kept, because half a secret would not be recognised as one. */
const maskedLength = 2 * maxLineLength;

/** A line of a program that nobody here wrote, made fit to be kept and shown: no control characters, no secrets, not too long. */
export function cleanLine(line: string): string {
  const visible = line.slice(0, maskedLength).replace(terminalCodes, '').replace(controlCharacters, '');
  // Where the line goes on, its last word may be the beginning of a secret.
  const whole = line.length > maskedLength ? visible.replace(/\S{1,2000}$/, '') : visible;
  const masked = maskSecrets(whole).replace(pythonSecret, "$1'[token]'").replace(addressUser, '$1[token]');
  const isCut = line.length > maskedLength || masked.length > maxLineLength;
  return isCut ? `${masked.slice(0, maxLineLength)}…` : masked;
}

/** A name or a sentence out of such a line or of a message: one line, at most `maxLength` characters. */
export function cleanName(text: string, maxLength = 200): string {
  const line = cleanLine(text.replace(/\s+/g, ' ')).trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
