import { maskSecrets } from '@dropwise/runtime';

/** Replaces what a run was given to get through proxies, and whatever else looks like a secret. */
export type MaskCredentials = (text: string) => string;

/** A shorter one is part of any word: it is found only beside its user. */
const minAloneLength = 4;
/** Nothing longer is looked through: no sentence is. */
const maxTextLength = 4_000;
const mark = '[credentials]';

/** `proxies`: a list, one a line. What the tool says passes through this, however wrong the list was. */
export function createMaskCredentials(proxies: string): MaskCredentials {
  const secrets = new Set(proxies.split(/\r?\n/).flatMap(secretsOf));
  // Ten thousand proxies have ten thousand passwords of a few lengths.
  const lengths = [...new Set([...secrets].map(({ length }) => length))].sort((a, b) => b - a);
  return (text) => maskSecrets(replaceAny(secrets, lengths, shorten(text)));
}

function replaceAny(secrets: ReadonlySet<string>, lengths: readonly number[], text: string): string {
  if (lengths.length === 0) return text;
  let masked = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const length = lengths.find((each) => secrets.has(text.slice(at, at + each)));
    if (length === undefined) continue;
    masked += text.slice(from, at) + mark;
    from = at + length;
    at = from - 1;
  }
  return masked + text.slice(from);
}

/** Between words: half a secret is one, too. */
function shorten(text: string): string {
  if (text.length <= maxTextLength) return text;
  const end = text.slice(0, maxTextLength).search(/\s\S*$/);
  return `${end < 0 ? '' : text.slice(0, end)} …`;
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
