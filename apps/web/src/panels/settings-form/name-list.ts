/** An entry with a key of its own: a file may hold the same name twice. */
export interface ListEntry {
  readonly key: string;
  readonly name: string;
  readonly index: number;
}

export function entriesOf(names: readonly string[]): readonly ListEntry[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: `${count} ${name}`, name, index };
  });
}

export function moved(names: readonly string[], from: number, to: number): readonly string[] {
  const name = names[from];
  if (name === undefined || to < 0 || to >= names.length || from === to) return names;
  const others = names.filter((_each, index) => index !== from);
  return [...others.slice(0, to), name, ...others.slice(to)];
}

export function without(names: readonly string[], index: number): readonly string[] {
  return names.filter((_each, at) => at !== index);
}

export type Addition = { readonly names: readonly string[] } | { readonly twice: string } | null;

/** Null = nothing was typed. Several names may come at once, one a line. */
export function added(names: readonly string[], typed: string): Addition {
  const wanted = typed
    .split(/\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (wanted.length === 0) return null;
  const known = new Set(names.map(folded));
  const fresh = wanted.filter((name, index) => {
    const isFirst = wanted.findIndex((each) => folded(each) === folded(name)) === index;
    return isFirst && !known.has(folded(name));
  });
  return fresh.length === 0 ? { twice: wanted[0] ?? '' } : { names: [...names, ...fresh] };
}

/** Where a row that is dragged belongs: before the first one whose middle is below the pointer. */
export function placeOf(middles: readonly number[], pointer: number): number {
  return Math.max(0, middles.filter((middle) => middle < pointer).length);
}

function folded(name: string): string {
  return name.normalize().toLowerCase();
}
