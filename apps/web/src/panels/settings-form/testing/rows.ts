import type { SettingField, SettingView } from '@dropwise/contract';
import { settingDefinitions } from '@dropwise/core';
import type { SettingRow } from '../setting-rows.ts';

/** A setting of core’s as the console would show it, with what differs. */
export function rowFor(
  key: string,
  part: Partial<Pick<SettingView, 'value' | 'origin'>> &
    Partial<Pick<SettingField, 'kind' | 'choices' | 'min' | 'max' | 'maxLength'>> = {},
): SettingRow {
  const definition = settingDefinitions.find((each) => each.key === key);
  if (definition === undefined) throw new Error(`expected a setting of core, found "${key}"`);
  const { group, doc, expected, env, flag = null, secret = false, restart = false } = definition;
  const usual = secret ? null : definition.default;
  const shared = { key, group, doc, expected, env, secret, restart, default: usual };
  const { value = usual, origin = 'default', ...shape } = part;
  return {
    field: {
      ...shared,
      flag,
      owner: 'miner',
      kind: 'text',
      choices: null,
      min: null,
      max: null,
      maxLength: null,
      ...shape,
    },
    view: { ...shared, value, origin },
  };
}

/** All of them at their defaults but those that are given. */
export function allRows(...given: readonly SettingRow[]): readonly SettingRow[] {
  return settingDefinitions.map(({ key }) => given.find(({ field }) => field.key === key) ?? rowFor(key));
}
