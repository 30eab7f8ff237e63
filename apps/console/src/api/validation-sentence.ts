import { nearestName } from '@dropwise/runtime';
import type * as v from 'valibot';

/** The part of a request that was checked. */
export type RequestPart = 'body' | 'query' | 'params' | 'headers';

const maxShownLength = 60;

/**
 * What was expected and what was found. Values of addresses and queries are shown; of a body only their kind, because a
 * body may hold a password in the wrong field.
 */
export function validationSentence(issue: v.BaseIssue<unknown>, part: RequestPart, schema: v.GenericSchema): string {
  if (isUnknownField(issue)) return unknownFieldSentence(issue, schema);
  if (isCustom(issue)) return asSentence(withFound(issue.message, issue, part));
  const missing = missingField(issue);
  if (missing !== null) return `Expected the field "${missing}", which is missing.`;
  return `Expected ${expectedWords(issue)}, found ${foundWords(issue.input, part)}.`;
}

/** Our own messages begin with `expected`; valibot's with `Invalid`. */
function isCustom(issue: v.BaseIssue<unknown>): boolean {
  return !issue.message.startsWith('Invalid ');
}

/** A message that does not say what was found gets it said, unless what is wrong is how several fields go together. */
function withFound(message: string, issue: v.BaseIssue<unknown>, part: RequestPart): string {
  if (message.includes('found') || (issue.type === 'check' && isObject(issue.input))) return message;
  return `${message.replace(/\.$/, '')}, found ${foundWords(issue.input, part)}`;
}

function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never' && !isObject(issue.input);
}

function unknownFieldSentence(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): string {
  if (isCustom(issue)) return asSentence(issue.message);
  const name = String(issue.path?.at(-1)?.key ?? '');
  const known = fieldsAt(schema, issue.path?.slice(0, -1) ?? []);
  const nearest = nearestName(name, known);
  const hint =
    nearest !== null
      ? ` Did you mean "${nearest}"?`
      : known.length === 0
        ? ' There are none here.'
        : ` Known fields are ${known.join(', ')}.`;
  return `Expected known fields only, found "${shorten(name)}".${hint}`;
}

function missingField(issue: v.BaseIssue<unknown>): string | null {
  const last = issue.path?.at(-1);
  if (issue.input !== undefined || last === undefined || !/object$/.test(issue.type)) return null;
  return issue.received === 'undefined' && last.type === 'object' ? String(last.key) : null;
}

function expectedWords(issue: v.BaseIssue<unknown>): string {
  const { type, requirement } = issue as v.BaseIssue<unknown> & { readonly requirement?: unknown };
  switch (type) {
    case 'min_value':
      return `a number of at least ${requirement}`;
    case 'max_value':
      return `a number of at most ${requirement}`;
    case 'min_length':
      return `at least ${requirement} ${countedWords(issue.input)}`;
    case 'max_length':
      return `at most ${requirement} ${countedWords(issue.input)}`;
    case 'max_entries':
      return `at most ${requirement} fields`;
    case 'non_empty':
      return typeof issue.input === 'string' ? 'some text' : 'at least one entry';
    case 'regex':
      return `text of the form ${requirement}`;
    default:
      return kindWords[type] ?? choiceWords(issue.expected ?? 'something else');
  }
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  finite: 'a finite number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  loose_object: 'an object',
  strict_object: 'an object',
  record: 'an object',
  iso_date: 'a day such as 2026-03-01',
  url: 'an address such as https://example.org',
};

/** `("a" | "b")` in words. */
function choiceWords(expected: string): string {
  const choices = expected.replace(/^\((.*)\)$/, '$1').split(' | ');
  return choices.length === 1 ? (choices[0] ?? expected) : `one of ${choices.join(', ')}`;
}

function countedWords(value: unknown): string {
  return typeof value === 'string' ? 'characters' : 'entries';
}

function foundWords(value: unknown, part: RequestPart): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return shorten(String(value));
  if (value === '') return 'empty text';
  return part === 'body' || part === 'headers' ? `text of ${value.length} characters` : `"${shorten(value)}"`;
}

function shorten(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, ' ');
  return plain.length <= maxShownLength ? plain : `${plain.slice(0, maxShownLength)}…`;
}

function asSentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1).replace(/\.$/, '')}.`;
}

/** Names of the fields where the path leads, as far as it leads through plain objects. */
function fieldsAt(schema: v.GenericSchema, path: readonly v.IssuePathItem[]): readonly string[] {
  let at: unknown = schema;
  for (const item of path) {
    const object = unwrap(at);
    at = isObject(object.entries) ? object.entries[String(item.key)] : object.item;
  }
  const { entries } = unwrap(at);
  return isObject(entries) ? Object.keys(entries) : [];
}

/** What is inside `optional` and the like. */
function unwrap(schema: unknown): { readonly entries?: unknown; readonly item?: unknown } {
  let inner = schema;
  while (isObject(inner) && isObject(inner.wrapped)) inner = inner.wrapped;
  return isObject(inner) ? inner : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
