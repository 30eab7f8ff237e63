import { parseArgs } from 'node:util';
import { nearestName } from '@dropwise/runtime';

/** One flag of a command: what parsing and the help text are made from. */
export interface FlagDefinition {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** Stands for the value in the help text; a flag without it takes no value. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeatable?: boolean;
  readonly doc: string;
  /** Works, and is not in the help text: for the project's own programs. */
  readonly hidden?: boolean;
}

/** Flags as given, checked against their definitions. */
export interface ParsedFlags {
  /** How often a flag was given. */
  count(name: string): number;
  /** Every value of a flag, in order. */
  values(name: string): readonly string[];
  /** The value of a flag that was given, undefined otherwise. */
  value(name: string): string | undefined;
  /** What is no flag, in order. */
  readonly words: readonly string[];
}

/** The command line does not fit; the message says what was found and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Throws a `UsageError` for a flag that is not there, a value too many or too few, and a word beyond `maxWords` that is no flag. */
export function parseFlags(args: readonly string[], definitions: readonly FlagDefinition[], maxWords = 0): ParsedFlags {
  const given = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokenize(args, definitions)) {
    if (typeof token === 'string') {
      words.push(token);
      if (words.length > maxWords) throw new UsageError(`"${token}" is no flag, and ${describeEnd(maxWords)} here.`);
      continue;
    }
    const definition = definitions.find((each) => each.name === token.name);
    if (definition === undefined) throw new UsageError(describeUnknown(token.rawName, definitions));
    const values = given.get(definition.name) ?? [];
    if (values.length > 0 && definition.repeatable !== true) {
      throw new UsageError(`${token.rawName} is given more than once. Give it once.`);
    }
    given.set(definition.name, [...values, readValue(token, definition)]);
  }
  return {
    count: (name) => given.get(name)?.length ?? 0,
    values: (name) => given.get(name) ?? [],
    value: (name) => given.get(name)?.[0],
    words,
  };
}

function describeEnd(maxWords: number): string {
  return maxWords === 0 ? 'nothing else is expected' : `no more than ${maxWords} other words are expected`;
}

interface FlagToken {
  readonly name: string;
  /** With its dashes, as given. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** True for `--name=value`. */
  readonly inline: boolean;
}

/** A text is a word that is no flag. */
function* tokenize(args: readonly string[], definitions: readonly FlagDefinition[]): Generator<FlagToken | string> {
  const options = Object.fromEntries(
    definitions.map(({ name, short, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  // Not strict: its messages would name neither the nearest flag nor where to look.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') yield token.value;
    if (token.kind === 'option') {
      const { name, rawName, value } = token;
      yield { name, rawName, value, inline: token.inlineValue === true };
    }
  }
}

function readValue(token: FlagToken, definition: FlagDefinition): string {
  const { rawName, value, inline } = token;
  if (definition.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value, found "${value}".`);
    return '';
  }
  // A flag in the place of a value was hardly meant as one; `--name=-value` says so.
  if (value === undefined || (!inline && /^-[^\d]/.test(value))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${definition.value}.`);
  }
  return value;
}

function describeUnknown(rawName: string, definitions: readonly FlagDefinition[]): string {
  const names = definitions.filter((each) => each.hidden !== true).map((each) => `--${each.name}`);
  const near = nearestName(rawName, names);
  return `There is no flag ${rawName}${near === null ? '.' : `; did you mean ${near}?`}`;
}
