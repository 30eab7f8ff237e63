import {
  array,
  boolean,
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
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
import { readBoolean, readList, readPlainText, readWholeNumber } from './read-text.ts';

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
