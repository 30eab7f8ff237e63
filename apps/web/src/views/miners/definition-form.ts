import type { AdapterKind, ChildDefinition } from '@dropwise/contract';

/** A definition as it is typed: texts and switches. What is left empty is as it is for every other miner. */
export interface DefinitionForm {
  id: string;
  name: string;
  adapter: AdapterKind;
  enabled: boolean;
  /** A word a line. */
  command: string;
  workingFolder: string;
  env: { name: string; value: string }[];
  url: string;
  logFile: string;
  settingsFile: string;
  patterns: { pattern: string; fact: string }[];
  memoryMb: string;
  cpuPercent: string;
  silenceSeconds: string;
  stopGraceSeconds: string;
  firstDelaySeconds: string;
  maxDelaySeconds: string;
  maxQuickDeaths: string;
}

export type FormField = keyof DefinitionForm;

/** What the API stands for what is set and not shown. */
export const setMark = '[set]';
const secondMs = 1_000;

export function emptyForm(adapter: AdapterKind): DefinitionForm {
  return {
    id: '',
    name: '',
    adapter,
    enabled: true,
    command: '',
    workingFolder: '',
    env: [],
    url: '',
    logFile: '',
    settingsFile: '',
    patterns: [],
    memoryMb: '',
    cpuPercent: '',
    silenceSeconds: '',
    stopGraceSeconds: '',
    firstDelaySeconds: '',
    maxDelaySeconds: '',
    maxQuickDeaths: '',
  };
}

export function formOf(definition: ChildDefinition): DefinitionForm {
  const { id, name, adapter, enabled, command, env, patterns, limits, restart } = definition;
  return {
    id,
    name,
    adapter,
    enabled,
    command: command.join('\n'),
    workingFolder: definition.workingFolder ?? '',
    env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
    url: definition.url ?? '',
    logFile: definition.logFile ?? '',
    settingsFile: definition.settingsFile ?? '',
    patterns: patterns.map((each) => ({ ...each })),
    memoryMb: textOf(limits.memoryMb),
    cpuPercent: textOf(limits.cpuPercent),
    silenceSeconds: textOf(definition.silenceSeconds),
    stopGraceSeconds: textOf(definition.stopGraceSeconds),
    firstDelaySeconds: restart === undefined ? '' : textOf(restart.firstDelayMs / secondMs),
    maxDelaySeconds: restart === undefined ? '' : textOf(restart.maxDelayMs / secondMs),
    maxQuickDeaths: restart === undefined ? '' : textOf(restart.maxQuickDeaths),
  };
}

/** What is sent. What does not fit is sent as it was typed: the API says what is wrong with it. */
export function definitionOf(form: DefinitionForm): Readonly<Record<string, unknown>> {
  const restart = {
    ...given('firstDelayMs', form.firstDelaySeconds, secondMs),
    ...given('maxDelayMs', form.maxDelaySeconds, secondMs),
    ...given('maxQuickDeaths', form.maxQuickDeaths),
  };
  return {
    id: form.id.trim(),
    name: form.name,
    adapter: form.adapter,
    enabled: form.enabled,
    command: form.command.split('\n').filter((word) => word !== ''),
    workingFolder: textOrNull(form.workingFolder),
    env: Object.fromEntries(form.env.filter(({ name }) => name !== '').map(({ name, value }) => [name.trim(), value])),
    url: textOrNull(form.url),
    logFile: textOrNull(form.logFile),
    settingsFile: textOrNull(form.settingsFile),
    patterns: form.patterns.filter(({ pattern, fact }) => pattern !== '' || fact !== ''),
    limits: { memoryMb: numberOf(form.memoryMb) ?? null, cpuPercent: numberOf(form.cpuPercent) ?? null },
    ...given('silenceSeconds', form.silenceSeconds),
    ...given('stopGraceSeconds', form.stopGraceSeconds),
    ...(Object.keys(restart).length === 0 ? {} : { restart }),
  };
}

/** A value that is set and not shown, and was typed over and emptied again, stays as it was. */
export function keptValue({ env }: Pick<DefinitionForm, 'env'>, name: string, typed: string): string {
  const isSet = env.some((each) => each.name === name && each.value === setMark);
  return typed === '' && isSet ? setMark : typed;
}

const places: Readonly<Record<string, FormField>> = {
  'params.id': 'id',
  'body.id': 'id',
  'body.name': 'name',
  'body.adapter': 'adapter',
  'body.enabled': 'enabled',
  'body.command': 'command',
  'body.workingFolder': 'workingFolder',
  'body.env': 'env',
  'body.url': 'url',
  'body.logFile': 'logFile',
  'body.settingsFile': 'settingsFile',
  'body.patterns': 'patterns',
  'body.limits.memoryMb': 'memoryMb',
  'body.limits.cpuPercent': 'cpuPercent',
  'body.silenceSeconds': 'silenceSeconds',
  'body.stopGraceSeconds': 'stopGraceSeconds',
  'body.restart.firstDelayMs': 'firstDelaySeconds',
  'body.restart.maxDelayMs': 'maxDelaySeconds',
  'body.restart': 'maxDelaySeconds',
  'body.restart.maxQuickDeaths': 'maxQuickDeaths',
};

/** The field at which the API found something wrong (`body.env.TOKEN`); null = none of the form's. */
export function fieldAt(at: string | null): FormField | null {
  for (let place = at ?? ''; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    if (Object.hasOwn(places, place)) return places[place] ?? null;
  }
  return null;
}

/** An id from a name, as the API wants it: `TDM on the desk` → `tdm-on-the-desk`. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+/g, '')
    .slice(0, 40)
    .replaceAll(/-+$/g, '');
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Undefined = nothing was typed. */
function numberOf(text: string, factor = 1): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? Math.round(value * factor * 1_000) / 1_000 : trimmed;
}

function given(name: string, text: string, factor = 1): Readonly<Record<string, number | string>> {
  const value = numberOf(text, factor);
  return value === undefined ? {} : { [name]: value };
}
