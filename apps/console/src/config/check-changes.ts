import { isDeepStrictEqual } from 'node:util';
import type { SettingView } from '@dropwise/contract';
import { type SettingDefinition, settingDefinitions } from '@dropwise/core';
import { assertNever, fail, type Result, succeed } from '@dropwise/kit';
import { nearestName, validateSetting } from '@dropwise/runtime';
import type { SettingProblem } from './settings-service.ts';
import { secretIsSet } from './shown-value.ts';

/** What of the wish has to be written, and what stands against it. */
export interface CheckedChanges {
  /** By key; `undefined` takes it out of the file. What says nothing new is left out. */
  readonly writes: Readonly<Record<string, unknown>>;
  readonly problems: readonly SettingProblem[];
}

/** `current`: the settings as they are shown. `null` and `undefined` ask for the default again. */
export function checkChanges(
  changes: Readonly<Record<string, unknown>>,
  current: readonly SettingView[],
): CheckedChanges {
  const writes: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const [key, wanted] of Object.entries(changes)) {
    const definition = settingDefinitions.find((each) => each.key === key);
    const now = current.find((each) => each.key === key);
    if (definition === undefined || now === undefined) problems.push({ key, sentence: unknownSentence(key) });
    else {
      const checked = checkOne(definition, now, wanted);
      if (!checked.ok) problems.push({ key, sentence: checked.failure });
      else if (checked.value.isNew) writes[key] = checked.value.write;
    }
  }
  return { writes, problems };
}

interface Checked {
  readonly isNew: boolean;
  readonly write: unknown;
}

function checkOne(definition: SettingDefinition<unknown>, now: SettingView, wanted: unknown): Result<Checked, string> {
  const { key, secret } = definition;
  if (secret === true && wanted === secretIsSet) return succeed({ isNew: false, write: undefined });
  if (secret !== true && isDeepStrictEqual(wanted, now.value)) return succeed({ isNew: false, write: undefined });
  const held = heldAbove(definition, now);
  if (held !== null) return fail(held);
  if (wanted === null || wanted === undefined) return succeed({ isNew: true, write: undefined });
  const valid = validateSetting(definition.schema, wanted);
  if (valid.ok)
    return succeed({ isNew: secret === true || !isDeepStrictEqual(valid.value, now.value), write: valid.value });
  return fail(`${key}: ${valid.failure}${secret === true ? '' : `, found ${shortly(wanted)}`}.`);
}

/** Why the file has no say; null = it has. */
function heldAbove({ key, env, flag }: SettingDefinition<unknown>, { origin }: SettingView): string | null {
  switch (origin) {
    case 'environment':
      return `${key} is set by the environment variable ${env}, which stands above the settings file: change it there, or take the variable away.`;
    case 'flag':
      return `${key} is set on the command line${flag === undefined ? '' : ` (--${flag})`}, which stands above the settings file: change it there, or start without it.`;
    case 'file':
    case 'default':
      return null;
    default:
      return assertNever(origin);
  }
}

function unknownSentence(key: string): string {
  const near = nearestName(
    key.slice(0, 100),
    settingDefinitions.map((each) => each.key),
  );
  return `There is no setting ${shortly(key)}${near === null ? '.' : `; the nearest name is ${near}.`}`;
}

function shortly(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
