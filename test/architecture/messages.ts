import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export type Messages = Readonly<Record<string, string>>;

/** What of a language's messages does not fit English: keys, what they fill in, choices and plurals. */
export function findMessageFaults(english: Messages, language: string, messages: Messages): string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(messages, key));
  const unknown = Object.keys(messages).filter((key) => !Object.hasOwn(english, key));
  const shared = Object.keys(english).filter((key) => Object.hasOwn(messages, key));
  return [
    ...missing.map((key) => `${language}: ${key} is missing`),
    ...unknown.map((key) => `${language}: ${key} is not in English (any more)`),
    ...shared.flatMap((key) =>
      faultsOf(english[key] ?? '', messages[key] ?? '', language).map((fault) => `${language}: ${key}: ${fault}`),
    ),
  ];
}

function faultsOf(english: string, text: string, language: string): string[] {
  if (text.trim() === '') return ['it is empty'];
  const read = partsOf(text);
  if (typeof read === 'string') return [read];
  const wanted = partsOf(english);
  if (typeof wanted === 'string') return [`in English ${wanted}`];
  return [
    ...[...wanted.names].filter((name) => !read.names.has(name)).map((name) => `{${name}} is missing`),
    ...[...read.names]
      .filter((name) => !wanted.names.has(name))
      .map((name) => `{${name}} is nothing that is filled in`),
    ...[...wanted.choices]
      .filter((choice) => !read.choices.has(choice))
      .map((choice) => `the choice ${choice} is missing`),
    ...read.plurals.flatMap((plural) => lacking(plural, language)),
  ];
}

interface Parts {
  readonly names: Set<string>;
  /** `kind=game`: what a select tells apart. */
  readonly choices: Set<string>;
  readonly plurals: ReadonlySet<string>[];
}

/** A sentence when it cannot be read. */
function partsOf(text: string): Parts | string {
  const parts: Parts = { names: new Set(), choices: new Set(), plurals: [] };
  try {
    collect(parse(text), parts);
    return parts;
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function collect(elements: readonly MessageFormatElement[], parts: Parts): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type === TYPE.tag) throw new Error(`<${element.value}> is markup, and messages have none`);
    parts.names.add(element.value);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    const options = Object.keys(element.options);
    if (element.type === TYPE.plural) parts.plurals.push(new Set(options));
    else for (const option of options) parts.choices.add(`${element.value}=${option}`);
    for (const option of Object.values(element.options)) collect(option.value, parts);
  }
}

/** Words that are the same for every count need no more than `other`. */
function lacking(plural: ReadonlySet<string>, language: string): string[] {
  const named = [...plural].filter((option) => !option.startsWith('='));
  if (named.length === 1) return [];
  return countsOf(language)
    .filter((count) => !plural.has(count))
    .map((count) => `a plural lacks "${count}", which this language has`);
}

/** Words for counts that whole numbers of everyday size need. */
function countsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
}
