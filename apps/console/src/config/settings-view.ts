import type { SettingsView, SettingView } from '@dropwise/contract';
import { type SettingDefinition, type Settings, settingDefinitions, settingWarnings } from '@dropwise/core';
import type { LoadedSettings } from '@dropwise/runtime';
import { shown } from '../shown/shown-saying.ts';
import { sayingOf } from './problem-sayings.ts';
import { shownValue } from './shown-value.ts';

/** The values in the shape that core gives them. They were checked one by one by the definitions that make that shape. */
export function valuesOf(loaded: LoadedSettings): Settings {
  return loaded.nested as unknown as Settings;
}

/** The values once `writes` are in the file; `undefined` = the default again. */
export function valuesAfter(loaded: LoadedSettings, writes: Readonly<Record<string, unknown>>): Settings {
  const nested = structuredClone(loaded.nested);
  for (const { key, default: usual } of settingDefinitions) {
    if (!Object.hasOwn(writes, key)) continue;
    const names = key.split('.');
    const last = names.pop() ?? key;
    const group = names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], nested);
    (group as Record<string, unknown>)[last] = writes[key] ?? usual;
  }
  return nested as unknown as Settings;
}

/** `obstacles`: sentences on what fits its definition and does not work here. */
export function settingsViewOf(loaded: LoadedSettings, revision: number, obstacles: readonly string[]): SettingsView {
  return {
    settings: settingDefinitions.map((definition) => viewOf(definition, loaded)),
    problems: loaded.problems.map(({ sentence }) => sentence),
    problemsSaid: shown(loaded.problems.map(sayingOf)),
    warnings: [...settingWarnings(valuesOf(loaded)), ...obstacles],
    revision,
  };
}

function viewOf(definition: SettingDefinition<unknown>, { values }: LoadedSettings): SettingView {
  const { key, group, env, doc, expected } = definition;
  const { value, origin } = values.get(key) ?? { value: definition.default, origin: 'default' };
  return {
    key,
    group,
    value: shownValue(definition, value),
    default: shownValue(definition, definition.default),
    origin,
    env,
    doc,
    expected,
    secret: definition.secret === true,
    restart: definition.restart === true,
  };
}

/** What differs from the defaults, by key, secrets left out: for the history, and to be taken elsewhere. */
export function ownValues(loaded: LoadedSettings): Readonly<Record<string, unknown>> {
  const own = settingDefinitions.flatMap(({ key, secret }) => {
    const held = loaded.values.get(key);
    return secret === true || held === undefined || held.origin === 'default' ? [] : [[key, held.value] as const];
  });
  return Object.fromEntries(own);
}
