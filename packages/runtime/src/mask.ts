import { maskSecrets } from './mask-secrets.ts';

/** Replaces what would name a person or a session, in a dump that someone else will read. */
export interface Mask {
  /** The same text gets the same mask for as long as this `Mask` lives: `channel#2`. */
  maskName(kind: string, text: string): string;
  /** A copy of a JSON-like value with secrets and names masked by the key they stand under. */
  maskTree(value: unknown): unknown;
}

/** Beyond this many different names, further ones share one mask: a dump is not worth more memory. */
const defaultMaxNames = 10_000;
/** Deeper than any message of Twitch's; also ends a value that contains itself. */
const maxDepth = 32;

const secretKey =
  /^(?:.*token|.*secret|.*password|cookies?|set-cookie|authorization|client-integrity|device_?code|user_?code|sig|signature)$/i;
const nameKeys: Readonly<Record<string, string>> = {
  id: 'id',
  login: 'login',
  displayname: 'login',
  username: 'login',
  userlogin: 'login',
  channellogin: 'login',
  deviceid: 'device',
  email: 'email',
  ip: 'address',
};
/** `userId`, `channel_id`, `dropInstanceID`: the word before it becomes the kind. */
const idKey = /^(.+?)_?id$/i;

/** A UUID, or a number as long as Twitch's ids are. */
const idInText =
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|(?<![\w.-])\d{5,12}(?![\w-])|(?<=[a-z]\.)\d{5,12}\b/gi;

export function createMask(maxNames = defaultMaxNames): Mask {
  const names = new Map<string, string>();
  const countsByKind = new Map<string, number>();

  const maskName = (kind: string, text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= maxNames) return `${kind}#?`;
    const count = (countsByKind.get(kind) ?? 0) + 1;
    countsByKind.set(kind, count);
    const masked = `${kind}#${count}`;
    names.set(text, masked);
    return masked;
  };

  const maskValue = (key: string, value: unknown, depth: number): unknown => {
    if (value === null || value === undefined || typeof value === 'boolean') return value;
    if (secretKey.test(key)) return '[token]';
    if (typeof value === 'object') return maskObject(value, key, depth);
    const kind = kindOfKey(key);
    if (kind !== null) return maskName(kind, String(value));
    return typeof value === 'string' ? maskText(value, depth) : value;
  };

  /** Free text, and the JSON in a string that the sockets of Twitch carry: protocol 4.5. */
  const maskText = (text: string, depth: number): string => {
    const nested = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
    if (nested !== undefined) return JSON.stringify(maskValue('', nested, depth + 1));
    return maskSecrets(text).replace(idInText, (id) => maskName('id', id));
  };

  const maskObject = (value: object, key: string, depth: number): unknown => {
    if (depth >= maxDepth) return '[too deep]';
    if (Array.isArray(value)) return value.map((item) => maskValue(singular(key), item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, maskValue(name, item, depth + 1)] as const),
    );
  };

  return { maskName, maskTree: (value) => maskValue('', value, 0) };
}

function kindOfKey(key: string): string | null {
  const known = nameKeys[key.toLowerCase().replaceAll('_', '')];
  if (known !== undefined) return known;
  return idKey.exec(key)?.[1]?.toLowerCase() ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `channelIds` holds what `channelId` does. */
function singular(key: string): string {
  return key.endsWith('s') ? key.slice(0, -1) : key;
}
