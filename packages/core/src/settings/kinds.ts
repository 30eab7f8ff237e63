import {
  array,
  boolean,
  custom,
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
  metadata,
  minLength,
  minValue,
  nonEmpty,
  number,
  picklist,
  pipe,
  readonly,
  regex,
  string,
  trim,
} from 'valibot';
import type { SettingDescription } from './define-setting.ts';
import { readBoolean, readList, readMap, readPlainText, readWholeNumber } from './read-text.ts';

/** What the settings of one kind share. */
export type Kind<T> = Pick<SettingDescription<T>, 'expected' | 'schema' | 'readText'>;

const maxTextLength = 500;
const maxEntryLength = 200;
const maxEntries = 1_000;

export const booleanKind: Kind<boolean> = { expected: 'true or false', schema: boolean(), readText: readBoolean };

export function wholeNumberKind(min: number, max: number): Kind<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    schema: pipe(number(), integer(), minValue(min), maxValue(max)),
    readText: readWholeNumber,
  };
}

export function choiceKind<const Choice extends string>(choices: readonly Choice[]): Kind<Choice> {
  return { expected: `one of ${choices.join(', ')}`, schema: picklist(choices), readText: readPlainText };
}

/** Text that matches `pattern`; blanks around it are removed. */
export function textKind(expected: string, pattern: RegExp): Kind<string> {
  return {
    expected,
    schema: pipe(string(), trim(), maxLength(maxTextLength), regex(pattern)),
    readText: readPlainText,
  };
}

/** Names, ids or parts of names. An empty entry is refused: it would match everything. */
export const nameListKind: Kind<readonly string[]> = {
  expected: `a list of at most ${maxEntries} names, none empty or longer than ${maxEntryLength} characters`,
  schema: pipe(
    array(pipe(string(), trim(), nonEmpty(), maxLength(maxEntryLength))),
    maxLength(maxEntries),
    readonly(),
  ) satisfies GenericSchema<unknown, readonly string[]>,
  readText: readList,
};

/** At least one of the choices, in the order to try them. */
export function choiceListKind<const Choice extends string>(choices: readonly Choice[]): Kind<readonly Choice[]> {
  return {
    expected: `a list of one or more of ${choices.join(', ')}`,
    schema: pipe(array(picklist(choices)), minLength(1), maxLength(choices.length), readonly()),
    readText: readList,
  };
}

/** A choice for each of some names or ids, as they are written. An empty name is refused. */
export function nameMapKind<const Choice extends string>(
  choices: readonly Choice[],
): Kind<Readonly<Record<string, Choice>>> {
  const expected = `at most ${maxEntries} names with one of ${choices.join(', ')} each, such as {"Rust": "${choices[0]}"} (or Rust=${choices[0]}; Ark=${choices.at(-1)})`;
  return {
    expected,
    schema: pipe(
      custom<Readonly<Record<string, Choice>>>(
        (value) => misfitOfMap(value, choices) === null,
        ({ input }) => `expected ${expected}${misfitOfMap(input, choices) ?? ''}`,
      ),
      // A schema of its own does not say what fits; a form asks.
      metadata({ choices }),
    ),
    readText: readMap,
  };
}

/** What of the map does not fit, to follow what was expected; null = it fits. */
function misfitOfMap(value: unknown, choices: readonly unknown[]): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const entries = Object.entries(value);
  if (entries.length > maxEntries) return `; these are ${entries.length}`;
  for (const [name, choice] of entries) {
    if (name.trim() === '') return '; one name is empty';
    if (name.length > maxEntryLength) return `; a name may have ${maxEntryLength} characters`;
    if (!choices.includes(choice)) return `; ${JSON.stringify(name)} has ${formatShortly(choice)}`;
  }
  return null;
}

function formatShortly(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
