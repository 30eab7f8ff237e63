import type { SettingField } from '@dropwise/contract';
import { leftToRight } from '../../shared/left-to-right.ts';

/** Words of the page’s language that a value is told with. */
export interface ValueWords {
  readonly on: string;
  readonly off: string;
  readonly nothing: string;
  readonly secretSet: string;
  readonly secretNew: string;
  number(value: number): string;
  list(items: readonly string[]): string;
  more(shown: string, count: number): string;
  choice(field: SettingField, choice: string): string;
  wish(name: string, wish: string): string;
  /** What an id stands for, where it is known. */
  name(value: string): string;
}

const maxShown = 8;

/** A value in words, for a line of a summary. */
export function valueText(field: SettingField, value: unknown, words: ValueWords): string {
  if (field.secret) return secretText(value, words);
  if (typeof value === 'boolean') return value ? words.on : words.off;
  // A port or a seed is a name more than a quantity: no points between thousands.
  if (typeof value === 'number') return field.kind === 'number' ? String(value) : words.number(value);
  if (typeof value === 'string') {
    if (value === '') return words.nothing;
    return field.choices === null ? leftToRight(value) : words.choice(field, value);
  }
  return entriesText(field, value, words);
}

function secretText(value: unknown, words: ValueWords): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  return value === '[set]' ? words.secretSet : words.secretNew;
}

function entriesText(field: SettingField, value: unknown, words: ValueWords): string {
  const entries = Array.isArray(value)
    ? value.map((each) => (field.choices === null ? words.name(String(each)) : words.choice(field, String(each))))
    : Object.entries(isRecord(value) ? value : {}).map(([name, wish]) =>
        words.wish(words.name(name), words.choice(field, String(wish))),
      );
  if (entries.length === 0) return words.nothing;
  const shown = entries.slice(0, maxShown);
  if (shown.length === entries.length) return words.list(shown);
  return words.more(shown.join(', '), entries.length - shown.length);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
