import type { SettingDefinition } from '@dropwise/core';

/** Stands for a secret that is set. Sent back, it means “as it is”. */
export const secretIsSet = '[set]';

/** A value as a person, the history or the audit may see it: of a secret only whether there is one. */
export function shownValue(definition: Pick<SettingDefinition<unknown>, 'secret'>, value: unknown): unknown {
  if (definition.secret !== true) return value;
  return value === '' || value === null || value === undefined ? null : secretIsSet;
}
