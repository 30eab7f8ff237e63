import { maskSecrets } from '@dropwise/runtime';

/** Replaces what a run was given to get through proxies, and whatever else looks like a secret. */
export type MaskCredentials = (text: string) => string;

/** A shorter one is part of any word: it is found only beside its user. */
const minAloneLength = 4;
const mark = '[credentials]';

/** `proxies`: a list, one a line. What the tool says passes through this, however wrong the list was. */
export function createMaskCredentials(proxies: string): MaskCredentials {
  const secrets = [...new Set(proxies.split(/\r?\n/).flatMap(secretsOf))].sort((a, b) => b.length - a.length);
  return (text) => maskSecrets(secrets.reduce((masked, secret) => masked.replaceAll(secret, mark), text));
}

/** What stands before the last @ of an address, whole, in parts, and as it is meant where it is percent-encoded. */
function secretsOf(line: string): readonly string[] {
  const address = line.trim().split(/\s+/)[0] ?? '';
  const end = address.lastIndexOf('@');
  if (end <= 0) return [];
  const whole = address.slice(0, end).replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const colon = whole.indexOf(':');
  const password = colon < 0 ? whole : whole.slice(colon + 1);
  const alone = [password, decoded(password)].filter((text) => text.length >= minAloneLength);
  return colon < 0 ? alone : [whole, decoded(whole), ...alone];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
