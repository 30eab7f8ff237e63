import { settingDefinitions } from '@dropwise/core';
import type { DataDirectory } from '@dropwise/runtime';
import { applyEdits, findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser';

/** A file of the data directory as a backup has it. */
export interface BackupPart {
  /** In the archive. */
  readonly name: string;
  readonly pathIn: (directory: DataDirectory) => string;
  /**
   * `open`: anybody who has the backup may read it. `sealed`: only with the passphrase. `masked`: open without its secrets, and
   * whole among what is sealed.
   */
  readonly kind: 'open' | 'sealed' | 'masked';
  /** The text without secrets; null = it cannot be read, so that nothing of it may stand open. */
  readonly mask?: (text: string) => string | null;
  /** Puts the secrets that are there now into a restored text without any. */
  readonly keepSecrets?: (restored: string, current: string) => string;
}

/** The database goes its own way: it is copied while it is in use. */
export const databasePart = 'data/dropwise.db';

export const backupParts: readonly BackupPart[] = [
  {
    name: 'config/settings.json',
    pathIn: ({ settingsFile }) => settingsFile,
    kind: 'masked',
    mask: withoutSecretSettings,
    keepSecrets: keepSecretSettings,
  },
  { name: 'config/protocol.json', pathIn: ({ protocolFile }) => protocolFile, kind: 'open' },
  {
    name: 'config/children.json',
    pathIn: ({ childrenFile }) => childrenFile,
    kind: 'masked',
    mask: withoutEnvironments,
    keepSecrets: keepEnvironments,
  },
  { name: 'data/inventory.json', pathIn: ({ inventoryFile }) => inventoryFile, kind: 'open' },
  { name: 'config/notifications.json', pathIn: ({ notificationsFile }) => notificationsFile, kind: 'sealed' },
  { name: 'config/access.json', pathIn: ({ accessFile }) => accessFile, kind: 'sealed' },
  { name: 'data/cookies.jar', pathIn: ({ cookieJarFile }) => cookieJarFile, kind: 'sealed' },
];

const secretPaths = settingDefinitions.filter(({ secret }) => secret === true).map(({ key }) => key.split('.'));
const formatting = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: '\n' } };

function withoutSecretSettings(text: string): string | null {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  // What lies behind a broken line could be anything.
  if (tree?.type !== 'object' || errors.length > 0) return null;
  // What is not there cannot be taken out: `modify` throws where even the group is missing.
  const found = secretPaths.filter((path) => findNodeAtLocation(tree, [...path]) !== undefined);
  return found.reduce((edited, path) => applyEdits(edited, modify(edited, [...path], undefined, formatting)), text);
}

function keepSecretSettings(restored: string, current: string): string {
  const tree = parseTree(current, [], { allowTrailingComma: true });
  return secretPaths.reduce((edited, path) => {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
    if (node === undefined) return edited;
    return applyEdits(edited, modify(edited, [...path], node.value, formatting));
  }, restored);
}

interface ChildWithEnvironment {
  readonly id?: unknown;
  readonly env?: unknown;
}

function withoutEnvironments(text: string): string | null {
  const children = readChildren(text);
  return (
    children &&
    `${JSON.stringify(
      children.map((child) => ({ ...child, env: {} })),
      null,
      2,
    )}\n`
  );
}

function keepEnvironments(restored: string, current: string): string {
  const now = readChildren(current) ?? [];
  const children = readChildren(restored) ?? [];
  const kept = children.map((child) => ({ ...child, env: now.find(({ id }) => id === child.id)?.env ?? {} }));
  return `${JSON.stringify(kept, null, 2)}\n`;
}

function readChildren(text: string): readonly ChildWithEnvironment[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null) ? value : null;
  } catch {
    return null;
  }
}
