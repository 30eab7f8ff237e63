import type { SayingView, SettingField, SettingsView } from '@dropwise/contract';
import { i18n, t } from '../../i18n/i18n.svelte.ts';
import { sayingText } from '../../shared/said-text.ts';
import { expectationOf } from './check-changes.ts';
import { choiceName, misfitText } from './setting-words.ts';

/** What in file, environment or flags was not taken, in the language of the page. */
export function problemTexts(settings: SettingsView | undefined, fields: readonly SettingField[]): readonly string[] {
  const { problems = [], problemsSaid } = settings ?? {};
  return problemsSaid?.map((said) => problemText(said, fields)) ?? problems.map((problem) => i18n.isolated(problem));
}

function problemText(said: SayingView, fields: readonly SettingField[]): string {
  const field = fields.find(({ key }) => key === said.values.key);
  if (field === undefined) return sayingText(said);
  const expected =
    field.choices === null || field.kind !== 'choice'
      ? misfitText(expectationOf(field, asSentence(String(said.values.detail ?? ''))))
      : t('settings.expected.choice', {
          choices: i18n.alternatives(field.choices.map((each) => choiceName(field, each))),
        });
  return sayingText(said, { detail: expected, found: said.values.found || t('settings.value.hidden') });
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
