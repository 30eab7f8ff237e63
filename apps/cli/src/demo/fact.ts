/** A line of the miner's or the simulator's stdout. Only `kind` is certain; read the rest with `textOf` and `numberOf`. */
export type Fact = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Null for a line that is no fact. */
export function parseFact(line: string): Fact | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') return null;
  return { ...value, kind: value.kind };
}

export function textOf(fact: Fact, key: string): string | null {
  const value = fact[key];
  return typeof value === 'string' ? value : null;
}

export function numberOf(fact: Fact, key: string): number | null {
  const value = fact[key];
  return typeof value === 'number' ? value : null;
}

/** The texts of a list; empty for anything else. */
export function textsOf(fact: Fact, key: string): string[] {
  const value = fact[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
