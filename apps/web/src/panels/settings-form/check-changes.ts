import type { SettingField } from '@dropwise/contract';
import {
  defaultSettings,
  type Settings,
  type SettingWarning,
  settingDefinitions,
  settingWarningsOf,
} from '@dropwise/core';
import { type Changes, type SettingRow, wantedValue } from './setting-rows.ts';

/** Why a value does not fit: a message of ours where there is one, else the sentence of its definition. */
export interface Misfit {
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
  readonly otherwise: string;
}

/** By setting. The definitions are those that the console checks with, so that both say the same. */
export function misfitsOf(rows: readonly SettingRow[], changes: Changes): Readonly<Record<string, Misfit>> {
  const found = rows.flatMap((row) => {
    const { key } = row.field;
    if (!Object.hasOwn(changes, key) || changes[key] === null) return [];
    const misfit = misfitOf(row, changes[key]);
    return misfit === null ? [] : [[key, misfit] as const];
  });
  return Object.fromEntries(found);
}

function misfitOf({ field }: SettingRow, value: unknown): Misfit | null {
  const definition = settingDefinitions.find(({ key }) => key === field.key);
  if (definition === undefined) return null;
  const checked = definition.schema['~standard'].validate(value);
  // No definition asks anybody else, so that the answer is there at once.
  if (checked instanceof Promise || checked.issues === undefined) return null;
  const otherwise = asSentence(checked.issues.map(({ message }) => message).join('; '));
  return expectationOf(field, otherwise);
}

/** What fits a setting. `otherwise`: what its definition says of it. */
export function expectationOf(field: SettingField, otherwise: string): Misfit {
  const { min, max, maxLength } = field;
  if (min !== null && max !== null) return { key: 'settings.expected.number', values: { min, max }, otherwise };
  // What of the hours cannot be read is said only by the definition.
  if (/Hours$/.test(field.key)) return { key: '', values: {}, otherwise };
  const isNames = field.kind === 'list' && maxLength !== null;
  if (isNames) return { key: 'settings.expected.names', values: { count: maxLength }, otherwise };
  return { key: `settings.expected.${field.key}`, values: {}, otherwise };
}

/** What is valid and cannot work, as it would be once the changes are saved. */
export function warningsOf(rows: readonly SettingRow[], changes: Changes): readonly SettingWarning[] {
  return settingWarningsOf(settingsWith(rows, changes));
}

/** Only what the changes bring: the rest is so already, and said above the form. */
export function newWarningsOf(rows: readonly SettingRow[], changes: Changes): readonly SettingWarning[] {
  const old = new Set(warningsOf(rows, {}).map(({ sentence }) => sentence));
  return warningsOf(rows, changes).filter(({ sentence }) => !old.has(sentence));
}

function settingsWith(rows: readonly SettingRow[], changes: Changes): Settings {
  const misfits = misfitsOf(rows, changes);
  const settings = structuredClone(defaultSettings());
  for (const row of rows) {
    const { key, secret } = row.field;
    // What does not fit cannot be saved: it is looked at without it.
    if (!secret)
      put(settings, key.split('.'), Object.hasOwn(misfits, key) ? row.view.value : wantedValue(row, changes));
  }
  return settings;
}

function put(settings: Settings, path: readonly string[], value: unknown): void {
  let at: unknown = settings;
  for (const name of path.slice(0, -1)) at = isRecord(at) ? at[name] : undefined;
  const last = path.at(-1);
  // A setting that this page does not know yet has no place.
  if (isRecord(at) && last !== undefined && Object.hasOwn(at, last)) at[last] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
