import { i18n } from '../../i18n/i18n.svelte.ts';
import type { ChannelField, ChannelKind } from './channel-form.ts';

/** What the console says in English, in the language of the page where there is a message. */
export const kindName = ({ kind, name }: Pick<ChannelKind, 'kind' | 'name'>): string =>
  i18n.orElse(`settings.kind.${kind}.name`, {}, name);
export const kindDoc = ({ kind, doc }: ChannelKind): string => i18n.orElse(`settings.kind.${kind}.doc`, {}, doc);
export const fieldLabel = (kind: string, { name, label }: ChannelField): string =>
  i18n.orElse(`settings.kind.${kind}.${name}.label`, {}, label);
export const fieldDoc = (kind: string, { name, doc }: ChannelField): string =>
  i18n.orElse(`settings.kind.${kind}.${name}.doc`, {}, doc);

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly doc: string;
  readonly urgent: boolean;
  readonly usual: boolean;
}
export const ruleName = ({ id, name }: Pick<Rule, 'id' | 'name'>): string =>
  i18n.orElse(`settings.rule.${id}.name`, {}, name);
export const ruleDoc = ({ id, doc }: Rule): string => i18n.orElse(`settings.rule.${id}.doc`, {}, doc);
