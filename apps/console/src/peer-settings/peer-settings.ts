import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { editJson } from './edit-json.ts';
import { type JsonSource, parseJsonSource, propertiesOf } from './json-source.ts';
import { decodeValue, type WrapperType } from './typed-value.ts';

export type PeerKind = 'tdm' | 'rangermix';

/** The settings of another miner: its file as it was read, and what is to be in it. */
export interface PeerSettings {
  readonly peer: PeerKind;
  /** Never changed: `format` edits it. */
  readonly source: string;
  /** By the miner's own names, typed values without their wrappers. To change one, copy with another value. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A setting of another miner. */
export interface PeerField {
  /** To follow “expected”. */
  readonly expected: string;
  readonly schema: v.GenericSchema;
  /** How the file wraps it. */
  readonly wrapper: WrapperType | null;
  /** Never shown. */
  readonly secret?: boolean;
}

export type PeerFields = Readonly<Record<string, PeerField>>;

/** Fails with a sentence; what does not fit a single field is in `misfitsOf`, because the miner itself goes on then. */
export function parsePeerSettings(peer: PeerKind, text: string): Result<PeerSettings, string> {
  const parsed = parseJsonSource(text);
  if (!parsed.ok) return parsed;
  return succeed({ peer, source: text, values: valuesOf(parsed.value) });
}

/** The file with the values in it; byte for byte the source where none differs. */
export function formatPeerSettings(settings: PeerSettings, fields: PeerFields): string {
  const parsed = parseJsonSource(settings.source);
  if (!parsed.ok) throw new TypeError(`a source that was parsed before does not parse: ${parsed.failure}`);
  return editJson(parsed.value, settings.values, (name) => fieldOf(fields, name)?.wrapper ?? null);
}

/** With other values for some settings; a sentence for each that the miner does not have or would not take. */
export function changePeerSettings(
  settings: PeerSettings,
  fields: PeerFields,
  changes: Readonly<Record<string, unknown>>,
): Result<PeerSettings, readonly string[]> {
  const misfits = misfitsOf(changes, fields);
  const strangers = Object.keys(changes).filter((name) => fieldOf(fields, name) === null);
  const problems = [...strangers.map((name) => `It has no setting ${JSON.stringify(name)}.`), ...misfits];
  if (problems.length > 0) return fail(problems);
  return succeed({ ...settings, values: { ...settings.values, ...changes } });
}

/** A sentence for each value that its field does not allow; fields that are not known are left alone. */
export function misfitsOf(values: Readonly<Record<string, unknown>>, fields: PeerFields): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fieldOf(fields, name);
    if (field === null || v.is(field.schema, value)) return [];
    const found = field.secret === true ? 'something else' : shortly(value);
    return [`${name}: expected ${field.expected}, found ${found}.`];
  });
}

export function fieldOf(fields: PeerFields, name: string): PeerField | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}

function valuesOf({ root }: JsonSource): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...propertiesOf(root)].map(([name, { value }]) => [name, decodeValue(value)]));
}

function shortly(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
