import { settingDefinitions } from '@dropwise/core';
import { type DataDirectory, maskSecrets } from '@dropwise/runtime';
import { applyEdits, findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser';
import { fillArguments, hideArguments } from '../children/hidden-arguments.ts';

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
    mask: withoutChildSecrets,
    keepSecrets: keepChildSecrets,
  },
  { name: 'data/inventory.json', pathIn: ({ inventoryFile }) => inventoryFile, kind: 'open' },
  { name: 'config/notifications.json', pathIn: ({ notificationsFile }) => notificationsFile, kind: 'sealed' },
  { name: 'config/access.json', pathIn: ({ accessFile }) => accessFile, kind: 'sealed' },
  { name: 'data/cookies.jar', pathIn: ({ cookieJarFile }) => cookieJarFile, kind: 'sealed' },
];

const secretPaths = settingDefinitions.filter(({ secret }) => secret === true).map(({ key }) => key.split('.'));
const formatting = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: '\n' } };

function withoutSecretSettings(text: string): string | null {
  // Editors on Windows put a byte order mark first.
  const body = text.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const tree = parseTree(body, errors, { allowTrailingComma: true });
  // What lies behind a broken line could be anything.
  if (tree?.type !== 'object' || errors.length > 0) return null;
  // Comments and misspelt keys are kept: of those, what looks like credentials goes.
  return maskSecrets(secretPaths.reduce(withoutSetting, body));
}

/** However often it stands there. */
function withoutSetting(text: string, path: readonly string[]): string {
  let edited = text;
  for (;;) {
    const tree = parseTree(edited, [], { allowTrailingComma: true });
    if (tree === undefined || findNodeAtLocation(tree, [...path]) === undefined) return edited;
    edited = applyEdits(edited, modify(edited, [...path], undefined, formatting));
  }
}

function keepSecretSettings(restored: string, current: string): string {
  const tree = parseTree(current, [], { allowTrailingComma: true });
  return secretPaths.reduce((edited, path) => {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
    if (node === undefined) return edited;
    return applyEdits(edited, modify(edited, [...path], node.value, formatting));
  }, restored);
}

/** As somebody wrote it: what is left out is as its default. */
interface WrittenChild {
  readonly id?: unknown;
  readonly env?: unknown;
  readonly command?: unknown;
}

function withoutChildSecrets(text: string): string | null {
  const children = readChildren(text);
  if (children === null) return null;
  return formatChildren(
    children.map((child) => ({ ...child, env: {}, ...withCommand(child, (command) => hideArguments(command)) })),
  );
}

function keepChildSecrets(restored: string, current: string): string {
  const now = readChildren(current) ?? [];
  return formatChildren(
    (readChildren(restored) ?? []).map((child) => {
      const kept = now.find(({ id }) => id === child.id);
      return {
        ...child,
        env: kept?.env ?? {},
        ...withCommand(child, (command) => fillArguments(command, readCommand(kept?.command) ?? [])),
      };
    }),
  );
}

function withCommand(child: WrittenChild, change: (command: readonly string[]) => readonly string[]): WrittenChild {
  const command = readCommand(child.command);
  return command === null ? {} : { command: change(command) };
}

function readCommand(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

function formatChildren(children: readonly WrittenChild[]): string {
  return `${JSON.stringify(children, null, 2)}\n`;
}

function readChildren(text: string): readonly WrittenChild[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null) ? value : null;
  } catch {
    return null;
  }
}
