import { readFile } from 'node:fs/promises';
import { fail, type Result, succeed } from '@dropwise/kit';
import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import { writeFileAtomically } from './atomic-file.ts';
import { type SettingDefinition, validateSetting } from './setting-definition.ts';
import { keepBrokenFileAside } from './settings-aside.ts';
import { parseSettingsText } from './settings-text.ts';

export interface SettingsChange {
  readonly path: string;
  readonly definitions: readonly SettingDefinition[];
  /** By dotted key; `undefined` takes the key out of the file, so that its default rules again. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Epoch ms, for the name of a broken file's copy. */
  readonly now: number;
}

const formatting = { tabSize: 2, insertSpaces: true, eol: '\n' };

/**
 * Changes single values in the settings file and leaves everything else as the person wrote it: unknown keys, order,
 * comments. All or nothing: the failure lists a sentence for every change that does not fit. A file that does not
 * parse is copied aside before it is replaced. Rejects with the system's error when the disk refuses.
 *
 * Two calls at once for one file would lose a change: await the first.
 */
export async function writeSettings(change: SettingsChange): Promise<Result<void, readonly string[]>> {
  const misfits = listMisfits(change);
  if (misfits.length > 0) return fail(misfits);
  let text = await readEditable(change);
  for (const [key, value] of Object.entries(change.changes)) {
    const at = key.split('.');
    const blocked = blockedAncestor(text, at);
    if (blocked !== null) {
      // `"mining": 5` stands where an object must: the value goes, the copy keeps it.
      await keepBrokenFileAside(change.path, text, change.now);
      text = applyEdits(text, modify(text, blocked, {}, { formattingOptions: formatting }));
    }
    // `modify` throws where what is to be taken out has no group either.
    if (value === undefined && !isThere(text, at)) continue;
    text = applyEdits(text, modify(text, at, value, { formattingOptions: formatting }));
  }
  await writeFileAtomically(change.path, text.endsWith('\n') ? text : `${text}\n`);
  return succeed(undefined);
}

function listMisfits({ definitions, changes }: SettingsChange): string[] {
  const misfits: string[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const definition = definitions.find((each) => each.key === key);
    if (definition === undefined) {
      misfits.push(`There is no setting "${key}".`);
      continue;
    }
    if (value === undefined) continue;
    const checked = validateSetting(definition.schema, value);
    if (!checked.ok) misfits.push(`${key}: ${checked.failure}.`);
  }
  return misfits;
}

async function readEditable({ path, now }: SettingsChange): Promise<string> {
  const raw = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const text = raw.replace(/^\uFEFF/, '');
  if (text.trim() === '') return '{}\n';
  if (parseSettingsText(text).ok) return text;
  await keepBrokenFileAside(path, raw, now);
  return '{}\n';
}

function isThere(text: string, at: readonly string[]): boolean {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root !== undefined && findNodeAtLocation(root, [...at]) !== undefined;
}

/** The path of the first thing above `at` that is there and is no object. */
function blockedAncestor(text: string, at: readonly string[]): string[] | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  for (let depth = 1; root !== undefined && depth < at.length; depth++) {
    const ancestor = at.slice(0, depth);
    const node = findNodeAtLocation(root, ancestor);
    if (node !== undefined && node.type !== 'object') return ancestor;
  }
  return null;
}
