import { fail, type Result } from '@dropwise/kit';
import { config, type GenericSchema, safeParse } from 'valibot';
import type { TextReader } from './read-text.ts';

/** One entry from which file, environment, flag, documentation and form are derived. */
export interface SettingDefinition<T> {
  /** Dotted: `mining.mode`. */
  readonly key: string;
  /** `DROPWISE_MINING_MODE`. */
  readonly env: string;
  /** `mining-mode`, without the dashes in front; none for secrets, which a process list would show. */
  readonly flag?: string;
  /** The first part of the key. */
  readonly group: string;
  /** What it does, in one or two sentences. */
  readonly doc: string;
  /** What fits, to follow “expected”: `a whole number from 15 to 1440`. */
  readonly expected: string;
  readonly default: T;
  /** Its issues all begin with `expected …`; some go on with which part does not fit. */
  readonly schema: GenericSchema<unknown, T>;
  /** Reads what an environment variable or a flag carries; the failure begins with `expected …`. */
  parseText(text: string): Result<T, string>;
  /** Never shown, logged or exported. */
  readonly secret?: boolean;
  /** Takes effect at the next start only. */
  readonly restart?: boolean;
}

export interface SettingDescription<T> {
  readonly key: string;
  readonly doc: string;
  readonly expected: string;
  readonly default: T;
  readonly schema: GenericSchema<unknown, T>;
  readonly readText: TextReader;
  readonly secret?: boolean;
  readonly restart?: boolean;
  /** Instead of the name that follows from the key. */
  readonly env?: string;
}

/** Declares a setting. Environment and flag names follow from the key. */
export function defineSetting<T>(description: SettingDescription<T>): SettingDefinition<T> {
  const { key, expected, readText, secret, restart } = description;
  const message = `expected ${expected}`;
  const schema: GenericSchema<unknown, T> = config(description.schema, { message, abortEarly: true });
  return {
    key,
    env: description.env ?? `DROPWISE_${wordsOf(key).join('_').toUpperCase()}`,
    ...(secret === true ? {} : { flag: wordsOf(key).join('-').toLowerCase() }),
    group: key.split('.')[0] ?? key,
    doc: description.doc,
    expected,
    default: description.default,
    schema,
    parseText: (text) => {
      const read = readText(text.trim());
      if (!read.ok) return fail(message);
      const checked = safeParse(schema, read.value);
      return checked.success ? { ok: true, value: checked.output } : fail(checked.issues[0].message);
    },
    ...(secret === undefined ? {} : { secret }),
    ...(restart === undefined ? {} : { restart }),
  };
}

/** `mining.badgesAndEmotesUnlinked` → mining, badges, And, … */
function wordsOf(key: string): readonly string[] {
  return key.split('.').flatMap((part) =>
    part
      .replace(/_/g, ' ')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .split(' '),
  );
}

/**
 * A tree of definitions with the shape of the values they define. Text, numbers, booleans, lists, and maps with free
 * keys are one setting each.
 */
export type DefinitionsOf<Values> = {
  readonly [Key in keyof Values]-?: Values[Key] extends string | number | boolean | readonly unknown[]
    ? SettingDefinition<Values[Key]>
    : string extends keyof Values[Key]
      ? SettingDefinition<Values[Key]>
      : DefinitionsOf<Values[Key]>;
};
