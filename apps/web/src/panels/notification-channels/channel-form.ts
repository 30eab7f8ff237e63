import type { NotificationChannelBody, NotificationChannelView, notificationKindsAnswer } from '@dropwise/contract';
import type { NotificationRuleId } from '@dropwise/core/notifications';
import { assertNever } from '@dropwise/kit';
import type * as v from 'valibot';
import type { MessageKey } from '../../locales/en/index.ts';

export type ChannelKind = v.InferOutput<typeof notificationKindsAnswer>['kinds'][number];
export type ChannelField = ChannelKind['fields'][number];

/** What a form holds; lists and maps are text with a line for each. */
export interface ChannelForm {
  /** Null = it is a new one. */
  readonly id: string | null;
  readonly kind: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: readonly NotificationRuleId[];
  readonly campaigns: 'any' | 'wanted';
  readonly values: Readonly<Record<string, string | boolean>>;
  /** Secrets that the console has; left empty, they stay. */
  readonly set: readonly string[];
}

/** Stands for a secret that is set. */
const secretIsSet = '[set]';

export function newForm(kind: ChannelKind, rules: readonly NotificationRuleId[]): ChannelForm {
  return {
    id: null,
    kind: kind.kind,
    name: kind.name,
    enabled: true,
    rules,
    campaigns: 'wanted',
    values: valuesOf(kind, {}),
    set: [],
  };
}

export function formOf(channel: NotificationChannelView, kind: ChannelKind): ChannelForm {
  const { id, name, enabled, rules, campaigns, config } = channel;
  const set = kind.fields.filter((field) => config[field.name] === secretIsSet).map((field) => field.name);
  return { id, kind: kind.kind, name, enabled, rules, campaigns, values: valuesOf(kind, config), set };
}

function valuesOf(
  kind: ChannelKind,
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(kind.fields.map((field) => [field.name, shownValue(field, config[field.name])]));
}

function shownValue(field: ChannelField, saved: unknown): string | boolean {
  const value = saved === secretIsSet ? '' : (saved ?? field.default);
  switch (field.control) {
    case 'switch':
      return value === true;
    case 'list':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'map':
      return Object.entries(isRecord(value) ? value : {})
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n');
    case 'text':
    case 'number':
    case 'choice':
      return value === null || value === undefined ? '' : String(value);
    default:
      return assertNever(field.control);
  }
}

/** Where it goes has changed: the secrets that are set would go to a stranger, so they are asked for again. */
export function secretsNeeded(form: ChannelForm, before: ChannelForm, kind: ChannelKind): boolean {
  if (form.set.length === 0) return false;
  return kind.fields.some(({ name, destination, secret }) => {
    const isTyped = form.values[name] !== before.values[name];
    return destination && isTyped && !(secret && form.values[name] === '');
  });
}

export interface FieldProblem {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/** By field; under `name` what is wrong with the name of the channel. */
export function problemsOf(
  form: ChannelForm,
  kind: ChannelKind,
  isAnew: boolean,
): Readonly<Record<string, FieldProblem>> {
  const found = kind.fields.flatMap((field): [string, FieldProblem][] => {
    const problem = problemOf(field, form, isAnew);
    return problem === null ? [] : [[`config.${field.name}`, problem]];
  });
  if (form.name.trim() === '') found.push(['name', { key: 'settings.channel.missing', values: {} }]);
  return Object.fromEntries(found);
}

function problemOf(field: ChannelField, form: ChannelForm, isAnew: boolean): FieldProblem | null {
  const text = String(form.values[field.name] ?? '').trim();
  const isKept = !isAnew && form.set.includes(field.name);
  if (text === '') {
    const isMissing = (field.required || (isAnew && form.set.includes(field.name))) && !isKept;
    return isMissing && field.control !== 'switch' ? { key: 'settings.channel.missing', values: {} } : null;
  }
  if (field.control === 'number' && !/^-?\d+$/.test(text)) return { key: 'settings.channel.badNumber', values: {} };
  const line = field.control === 'map' ? linesOf(text).find((each) => !/^[^:]+:/.test(each)) : undefined;
  return line === undefined ? null : { key: 'settings.channel.badLine', values: { line } };
}

/** As the API takes it. A new destination has no secret that could stay. */
export function bodyOf(form: ChannelForm, kind: ChannelKind, isAnew: boolean): NotificationChannelBody {
  const { name, enabled, rules, campaigns } = form;
  const config = Object.fromEntries(kind.fields.map((field) => [field.name, configOf(field, form, isAnew)]));
  return { name: name.trim(), kind: form.kind, enabled, rules: [...rules], campaigns, config };
}

function configOf(field: ChannelField, form: ChannelForm, isAnew: boolean): unknown {
  const value = form.values[field.name];
  const text = String(value ?? '').trim();
  if (text === '' && !isAnew && form.set.includes(field.name)) return secretIsSet;
  switch (field.control) {
    case 'switch':
      return value === true;
    case 'number':
      return text === '' ? field.default : Number(text);
    case 'list':
      return linesOf(text);
    case 'map':
      return Object.fromEntries(linesOf(text).map(pairOf));
    case 'text':
    case 'choice':
      return text === '' && typeof field.default === 'string' ? field.default : text;
    default:
      return assertNever(field.control);
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function pairOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
