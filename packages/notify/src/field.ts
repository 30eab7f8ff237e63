import * as v from 'valibot';
import { addressProblem } from './http/address-problem.ts';

/** A field of a form. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  /** What to put in, and where to get it. */
  readonly doc: string;
  /** `list`: texts; `map`: names with texts. */
  readonly control: 'text' | 'number' | 'switch' | 'choice' | 'list' | 'map';
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Never shown again once it is saved. */
  readonly secret: boolean;
  /** Says where secrets go, or how safely: when it changes, they have to be given anew. */
  readonly destination: boolean;
  /** Null where it is required. */
  readonly default: unknown;
}

/** A field with what fits into it. Issues of its schema begin with `expected …`. */
export interface Field<Value> {
  readonly view: Omit<FieldView, 'name'>;
  readonly schema: v.GenericSchema<unknown, Value>;
}

interface Words {
  readonly label: string;
  readonly doc: string;
  readonly secret?: boolean;
  readonly destination?: boolean;
}

interface TextRule {
  readonly expected: string;
  readonly pattern: RegExp;
}

/** One line of any text. */
export const anyLine: TextRule = {
  expected: 'expected one line of at most 500 characters',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
  pattern: /^[^\x00-\x1f\x7f]{1,500}$/,
};
/** What a header can carry. */
export const tokenLine: TextRule = {
  expected: 'expected a token without blanks, of at most 500 characters',
  pattern: /^[\x21-\x7e]{1,500}$/,
};

export function textField(words: Words & { readonly rule: TextRule }): Field<string> {
  const { rule } = words;
  return required(words, 'text', textSchema(rule));
}

/** Empty = none. */
export function optionalTextField(
  words: Words & { readonly rule: TextRule; readonly default?: string },
): Field<string> {
  const { rule, default: value = '' } = words;
  const schema = v.optional(v.union([v.literal(''), textSchema(rule)], rule.expected), value);
  return { view: viewOf(words, 'text', value), schema };
}

const webAddress = v.pipe(
  v.string('expected a web address'),
  v.trim(),
  v.check(
    (text) => addressProblem(text) === null,
    ({ input }) => `expected ${addressProblem(input) ?? ''}`,
  ),
);

export function addressField(words: Words): Field<string> {
  return required({ ...words, destination: true }, 'text', webAddress);
}

/** A service that has an address of its own, and may be run at home under another. */
export function serviceAddressField(words: Words & { readonly default: string }): Field<string> {
  const view = viewOf({ ...words, destination: true }, 'text', words.default);
  return { view, schema: v.optional(webAddress, words.default) };
}

export function numberField(
  words: Words & { readonly min: number; readonly max: number; readonly default: number },
): Field<number> {
  const { min, max } = words;
  const expected = `expected a whole number from ${min} to ${max}`;
  const schema = v.pipe(v.number(expected), v.integer(expected), v.minValue(min, expected), v.maxValue(max, expected));
  return { view: viewOf(words, 'number', words.default), schema: v.optional(schema, words.default) };
}

export function switchField(words: Words & { readonly default: boolean }): Field<boolean> {
  return {
    view: viewOf(words, 'switch', words.default),
    schema: v.optional(v.boolean('expected true or false'), words.default),
  };
}

export function choiceField<const Choice extends string>(
  words: Words & { readonly choices: readonly Choice[]; readonly default: NoInfer<Choice> },
): Field<Choice> {
  const schema = v.picklist(words.choices, `expected one of ${words.choices.join(', ')}`);
  return {
    view: { ...viewOf(words, 'choice', words.default), choices: words.choices },
    schema: v.optional(schema, words.default),
  };
}

const maxEntries = 50;

export function listField(words: Words & { readonly rule: TextRule }): Field<readonly string[]> {
  const expected = `expected a list of 1 to ${maxEntries} entries`;
  const schema = v.pipe(
    v.array(textSchema(words.rule), expected),
    v.minLength(1, expected),
    v.maxLength(maxEntries, expected),
    v.readonly(),
  );
  return required(words, 'list', schema);
}

export function mapField(
  words: Words & { readonly names: TextRule; readonly values: TextRule },
): Field<Readonly<Record<string, string>>> {
  const expected = `expected at most ${maxEntries} names, each with a text`;
  const schema = v.pipe(
    v.record(textSchema(words.names), textSchema(words.values), expected),
    v.check((map) => Object.keys(map).length <= maxEntries, expected),
    v.readonly(),
  );
  return { view: viewOf(words, 'map', {}), schema: v.optional(schema, {}) };
}

function textSchema({ expected, pattern }: TextRule) {
  return v.pipe(v.string(expected), v.trim(), v.regex(pattern, expected));
}

function required<Value>(
  words: Words,
  control: FieldView['control'],
  schema: v.GenericSchema<unknown, Value>,
): Field<Value> {
  return { view: { ...viewOf(words, control, null), required: true }, schema };
}

function viewOf(
  { label, doc, secret = false, destination = false }: Words,
  control: FieldView['control'],
  value: unknown,
): Field<unknown>['view'] {
  return { label, doc, control, choices: [], required: false, secret, destination, default: value };
}
