import { readFile } from 'node:fs/promises';
import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { parseSettingsText, type SettingsText } from '@dropwise/runtime';
import { checkConfiguration, configurationKeys } from './check-configuration.ts';

/** A configuration file, checked. Comments and trailing commas are welcome in it. */
export async function readConfiguration(path: string): Promise<Result<AudienceConfiguration, readonly string[]>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail([`${path} must be readable, but the system answered: ${found}.`]);
  }
  return parseConfiguration(text, path);
}

/** `path`: for messages. */
export function parseConfiguration(text: string, path: string): Result<AudienceConfiguration, readonly string[]> {
  const parsed = parseSettingsText(text);
  if (!parsed.ok) {
    const { line, column, reason } = parsed.failure;
    return fail([`${path} must be JSON, but line ${line}, column ${column} says otherwise: ${reason}.`]);
  }
  const checked = checkConfiguration(treeOf(parsed.value));
  if (checked.ok) return succeed(checked.value);
  return fail(checked.failure.map(({ at, sentence }) => `${path}${placeOf(parsed.value, at)}: ${sentence}`));
}

/** The text's values, those under unknown keys as well: they are to be complained of. */
function treeOf(text: SettingsText): Record<string, unknown> {
  const unknown = text.unknownKeys(configurationKeys).map((key) => [key, text.find(key)?.value ?? null] as const);
  const known = configurationKeys.flatMap((key) => {
    const found = text.find(key);
    return found === undefined ? [] : [[key, found.value] as const];
  });
  return Object.fromEntries([...known, ...unknown]);
}

/** Of the value, or of what it is part of. */
function placeOf(text: SettingsText, at: string): string {
  const found = text.find(at) ?? text.find(at.split('.')[0] ?? at);
  return found === undefined ? '' : `, line ${found.place.line}, column ${found.place.column}`;
}
