import { type Said, settingDefinitions } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { parseSettingsText } from '@dropwise/runtime';
import { sayOfImport } from '../peer-settings/import-sayings.ts';

/** What a settings file comes to here. */
export interface ReadImport {
  /** Whose file it is. */
  readonly from: string;
  /** By key of ours; not checked yet. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** What has no counterpart or had to be bent, one sentence each. */
  readonly notes: Said;
}

/** Reads the file of another miner; fails with a sentence. */
export type ImportPeer = (
  text: string,
) => Result<{ readonly peer: string } & Pick<ReadImport, 'changes' | 'notes'>, string>;

/** A file that holds settings of ours is ours; any other is for `importPeer` to read. */
export function readImport(text: string, importPeer: ImportPeer): Result<ReadImport, string> {
  const parsed = parseSettingsText(text);
  if (!parsed.ok) {
    const { line, column, reason } = parsed.failure;
    return fail(`Expected a settings file, which is JSON; line ${line}, column ${column} is not: ${reason}.`);
  }
  const keys = settingDefinitions.map(({ key }) => key);
  const found = keys.flatMap((key) => {
    const entry = parsed.value.find(key);
    return entry === undefined ? [] : [[key, entry.value] as const];
  });
  if (found.length === 0) {
    const imported = importPeer(text);
    if (!imported.ok) return imported;
    const { peer, changes, notes } = imported.value;
    return succeed({ from: peer, changes, notes });
  }
  const notes = parsed.value
    .unknownKeys(keys)
    .map((key) => sayOfImport('import-no-setting', { name: key.slice(0, 100) }));
  return succeed({ from: 'dropwise', changes: Object.fromEntries(found), notes });
}
