import { nearestName, type Result } from '@dropwise/kit';
import type { SettingDefinition } from './setting-definition.ts';

export type SettingOrigin = 'default' | 'file' | 'environment' | 'flag';

export interface SettingValue {
  readonly value: unknown;
  readonly origin: SettingOrigin;
}

/** Something in the settings that was not taken as it stands. The miner goes on without it. */
export type SettingsProblem =
  | { readonly kind: 'unreadable'; readonly path: string; readonly found: string; readonly sentence: string }
  | {
      readonly kind: 'broken';
      readonly path: string;
      readonly line: number;
      readonly column: number;
      /** Where a copy of the file stands; null when none could be made. The file itself is left as it is. */
      readonly keptAs: string | null;
      readonly sentence: string;
    }
  | {
      readonly kind: 'invalid';
      readonly key: string;
      readonly origin: SettingOrigin;
      /** The same for every language: `settings.json:3:5`, a variable, a flag. */
      readonly place: string;
      /** What does not fit; null = it is not shown. */
      readonly found: string | null;
      /** What was expected, to follow “expected”. */
      readonly failure: string;
      /** Whose value holds instead. */
      readonly instead: SettingOrigin;
      readonly sentence: string;
    }
  | {
      readonly kind: 'unknown';
      readonly key: string;
      readonly origin: SettingOrigin;
      /** The same for every language: `settings.json:3:5`, a variable, a flag. */
      readonly place: string;
      /** As it is written there. */
      readonly name: string;
      /** What may be meant; null = nothing is close. */
      readonly near: string | null;
      readonly sentence: string;
    };

/** Where something was given. */
export interface Whereabouts {
  readonly origin: SettingOrigin;
  /** For a person: which file and line, which variable, which flag. */
  readonly where: string;
  /** The same for every language: `settings.json:3:5`, a variable, a flag. */
  readonly place: string;
}

/** A value as one source gave it. */
export interface GivenValue extends Whereabouts {
  readonly found: unknown;
  readonly checked: Result<unknown, string>;
}

/** Sources laid over each other, lowest first; what does not fit becomes a problem and leaves the lower value. */
export class SettingsLayers {
  readonly #definitions: readonly SettingDefinition[];
  readonly #values = new Map<string, SettingValue>();
  readonly #problems: SettingsProblem[] = [];

  constructor(definitions: readonly SettingDefinition[]) {
    this.#definitions = definitions;
    for (const { key, default: value } of definitions) this.#values.set(key, { value, origin: 'default' });
  }

  get values(): ReadonlyMap<string, SettingValue> {
    return this.#values;
  }

  get problems(): readonly SettingsProblem[] {
    return this.#problems;
  }

  report(problem: SettingsProblem): void {
    this.#problems.push(problem);
  }

  apply(definition: SettingDefinition, given: GivenValue): void {
    const { key } = definition;
    const { checked, origin, where, place } = given;
    if (checked.ok) {
      this.#values.set(key, { value: checked.value, origin });
      return;
    }
    const found = definition.secret === true ? 'a value that is not shown' : formatFound(given.found);
    const kept = this.#values.get(key);
    const instead = definition.secret === true ? 'the' : `${formatFound(kept?.value)}, the`;
    const sentence = `${where}: ${key}: ${checked.failure}, found ${found}. Using ${instead} ${nameOrigin(kept)}.`;
    this.#problems.push({
      kind: 'invalid',
      key,
      origin,
      place,
      found: definition.secret === true ? null : found,
      failure: checked.failure,
      instead: kept?.origin ?? 'default',
      sentence,
    });
  }

  reportUnknown({ origin, where, place }: Whereabouts, name: string, names: readonly string[]): void {
    const near = nearestName(name, names);
    const hint = near === null ? '.' : `; did you mean "${near}"?`;
    const sentence = `${where}: there is no setting "${name}"${hint} It has no effect.`;
    this.#problems.push({ kind: 'unknown', key: name, origin, place, name, near, sentence });
  }

  /** The values as one object, nested at the dots of their keys. */
  nest(): Record<string, unknown> {
    const root: Record<string, unknown> = {};
    for (const { key } of this.#definitions) {
      const names = key.split('.');
      const last = names.pop() ?? key;
      let at = root;
      for (const name of names) {
        at[name] ??= {};
        at = at[name] as Record<string, unknown>;
      }
      at[last] = this.#values.get(key)?.value;
    }
    return root;
  }
}

function nameOrigin(value: SettingValue | undefined): string {
  switch (value?.origin) {
    case 'file':
      return 'value of the settings file';
    case 'environment':
      return 'value of the environment';
    default:
      return 'default';
  }
}

function formatFound(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
