import { readFile } from 'node:fs/promises';
import { type SettingDefinition, validateSetting } from './setting-definition.ts';
import { keepBrokenFileAside } from './settings-aside.ts';
import { SettingsLayers, type SettingsProblem, type SettingValue } from './settings-layers.ts';
import { parseSettingsText, type SettingsText } from './settings-text.ts';

export interface SettingsSources {
  readonly path: string;
  readonly definitions: readonly SettingDefinition[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Key → text as given on the command line, from `--set key=value` and from derived flags. */
  readonly flags: Readonly<Record<string, string>>;
  /** Epoch ms, for the name of a broken file's copy. */
  readonly now: number;
}

export interface LoadedSettings {
  /** By dotted key; every definition has one. */
  readonly values: ReadonlyMap<string, SettingValue>;
  /** In the order found; empty when all is well. Those of kind `unknown` change nothing. */
  readonly problems: readonly SettingsProblem[];
  /** The values as one object nested at the dots: core's `Settings`, when the definitions are core's. */
  readonly nested: Readonly<Record<string, unknown>>;
}

const envPrefix = 'DROPWISE_';
/** They begin as settings do and are none. */
const otherEnvNames: readonly string[] = [
  'DROPWISE_DATA_DIR',
  'DROPWISE_STOP_WITH_PARENT',
  'DROPWISE_PASSWORD',
  'DROPWISE_PASSWORD_FILE',
  'DROPWISE_BACKUP_PASSPHRASE_FILE',
];

/**
 * Defaults ← settings.json ← environment ← flags. Never rejects for what a person wrote: a value that does not fit
 * leaves the next lower source in place, and the problem names key, expectation and finding.
 */
export async function loadSettings(sources: SettingsSources): Promise<LoadedSettings> {
  const layers = new SettingsLayers(sources.definitions);
  const text = await readSettingsText(sources, layers);
  if (text !== null) applyFile(sources, text, layers);
  applyEnvironment(sources, layers);
  applyFlags(sources, layers);
  return { values: layers.values, problems: layers.problems, nested: layers.nest() };
}

async function readSettingsText(sources: SettingsSources, layers: SettingsLayers): Promise<SettingsText | null> {
  const { path } = sources;
  let raw: string;
  try {
    raw = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const found = error instanceof Error ? error.message : String(error);
    const sentence = `${path} must be readable, but the system answered: ${found}. Going on without it.`;
    layers.report({ kind: 'unreadable', path, found, sentence });
    return null;
  }
  const parsed = parseSettingsText(raw);
  if (parsed.ok) return parsed.value;
  const { line, column, reason } = parsed.failure;
  const keptAs = await keepBrokenFileAside(path, raw, sources.now).catch(() => null);
  const copy = keptAs === null ? 'It is left as it is' : `It is left as it is, with a copy in ${keptAs}`;
  const sentence = `${path} must be JSON, but line ${line}, column ${column} says otherwise: ${reason}. ${copy}. Going on without it: mend that line.`;
  layers.report({ kind: 'broken', path, line, column, keptAs, sentence });
  return null;
}

function applyFile({ definitions, path }: SettingsSources, text: SettingsText, layers: SettingsLayers): void {
  for (const definition of definitions) {
    const entry = text.find(definition.key);
    if (entry === undefined) continue;
    layers.apply(definition, {
      origin: 'file',
      where: `${path}, line ${entry.place.line}, column ${entry.place.column}`,
      place: `${path}:${entry.place.line}:${entry.place.column}`,
      found: entry.value,
      checked: validateSetting(definition.schema, entry.value),
    });
  }
  const keys = definitions.map((definition) => definition.key);
  for (const key of text.unknownKeys(keys))
    layers.reportUnknown({ origin: 'file', where: path, place: path }, key, keys);
}

function applyEnvironment({ definitions, env }: SettingsSources, layers: SettingsLayers): void {
  for (const definition of definitions) {
    const text = env[definition.env];
    // Compose files pass empty variables for what is not set.
    if (text === undefined || text === '') continue;
    layers.apply(definition, {
      origin: 'environment',
      where: `environment variable ${definition.env}`,
      place: definition.env,
      found: text,
      checked: readText(definition, text),
    });
  }
  const names = definitions.map((definition) => definition.env);
  const known = new Set([...names, ...otherEnvNames]);
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith(envPrefix) || known.has(name)) continue;
    layers.reportUnknown({ origin: 'environment', where: 'environment', place: name }, name, names);
  }
}

function applyFlags({ definitions, flags }: SettingsSources, layers: SettingsLayers): void {
  const keys = definitions.map((definition) => definition.key);
  for (const [key, text] of Object.entries(flags)) {
    const definition = definitions.find((each) => each.key === key);
    if (definition === undefined)
      layers.reportUnknown({ origin: 'flag', where: 'command line', place: `--set ${key}` }, key, keys);
    else {
      const checked = readText(definition, text);
      const where = { origin: 'flag', where: 'command line', place: `--set ${key}` } as const;
      layers.apply(definition, { ...where, found: text, checked });
    }
  }
}

function readText(definition: SettingDefinition, text: string): ReturnType<typeof validateSetting> {
  const parsed = definition.parseText(text);
  return parsed.ok ? validateSetting(definition.schema, parsed.value) : parsed;
}
