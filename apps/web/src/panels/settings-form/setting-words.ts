import type { SettingField } from '@dropwise/contract';
import type { SettingWarning } from '@dropwise/core';
import { i18n, t } from '../../i18n/i18n.svelte.ts';
import type { Misfit } from './check-changes.ts';
import { type KnownName, nameOf } from './known-names.ts';
import type { ValueWords } from './value-text.ts';

/** Of a setting that a newer console has and this page does not know: its key, and what the console says of it. */
export function labelOf(key: string): string {
  return i18n.orElse(`settings.label.${key}`, {}, key);
}

export function explanationOf({ key, doc }: Pick<SettingField, 'key' | 'doc'>): string {
  return i18n.orElse(`settings.doc.${key}`, {}, doc);
}

export function groupName(group: string): string {
  return i18n.orElse(`settings.group.${group}`, {}, group);
}

export function choiceName(field: SettingField, choice: string): string {
  const of = field.kind === 'choiceMap' ? 'wish' : field.key;
  return i18n.orElse(`settings.choice.${of}.${choice}`, {}, choice);
}

export function misfitText({ key, values, otherwise }: Misfit): string {
  return i18n.orElse(key, values, otherwise);
}

export function valueWords(known: readonly KnownName[] = []): ValueWords {
  return {
    on: t('settings.value.on'),
    off: t('settings.value.off'),
    nothing: t('settings.value.nothing'),
    secretSet: t('settings.value.secretSet'),
    secretNew: t('settings.value.secretNew'),
    number: (value) => i18n.number(value),
    list: (items) => i18n.list(items),
    more: (shown, count) => t('settings.value.more', { shown, count }),
    choice: choiceName,
    wish: (name, wish) => t('settings.value.wish', { name, wish }),
    name: (value) => nameOf(value, known),
  };
}

export function warningText({ code, values, sentence }: SettingWarning): string {
  const shown = Object.entries(values).map(([name, value]) => [name, /ish$/.test(name) ? wishName(value) : value]);
  return i18n.orElse(`settings.warning.${code}`, Object.fromEntries(shown), sentence);
}

function wishName(wish: string): string {
  return i18n.orElse(`settings.wish.${wish}`, {}, wish);
}
