import type { Said } from '@dropwise/core';
import { sayOfImport } from './import-sayings.ts';

/** One setting taken over, with a word where it is not quite the same. */
export interface Taken {
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly notes?: Said;
}

/** A list of names without blanks around them and without empty ones. */
export function takeNames(key: string, value: unknown): Taken {
  const given = Array.isArray(value) ? value.map((name) => String(name).trim()) : [];
  const names = given.filter((name) => name !== '');
  const leftOut = given.length - names.length;
  return {
    changes: { [key]: names },
    notes: leftOut === 0 ? [] : [sayOfImport('import-empty-names', { key, count: leftOut })],
  };
}

/** A number moved into our own limits, with a word about it. */
export function takeWithin(key: string, value: unknown, min: number, max: number): Taken {
  const given = Number(value);
  const taken = Math.min(max, Math.max(min, given));
  const note = sayOfImport('import-bent', { key, taken, given, min, max });
  return { changes: { [key]: taken }, notes: taken === given ? [] : [note] };
}

/** All that the settings of one miner come to. */
export function collect(
  values: ReadonlyMap<string, unknown>,
  takers: Readonly<Record<string, (value: unknown) => Taken>>,
): Required<Taken> {
  const taken = [...values].flatMap(([name, value]) => {
    const take = takers[name];
    return take === undefined ? [] : [take(value)];
  });
  return {
    changes: Object.assign({}, ...taken.map(({ changes }) => changes ?? {})),
    notes: taken.flatMap(({ notes }) => notes ?? []),
  };
}
