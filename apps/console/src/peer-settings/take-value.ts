/** One setting taken over, with a word where it is not quite the same. */
export interface Taken {
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly notes?: readonly string[];
}

/** A list of names without blanks around them and without empty ones. */
export function takeNames(key: string, value: unknown): Taken {
  const given = Array.isArray(value) ? value.map((name) => String(name).trim()) : [];
  const names = given.filter((name) => name !== '');
  const leftOut = given.length - names.length;
  return {
    changes: { [key]: names },
    notes: leftOut === 0 ? [] : [`${key}: ${leftOut} empty names were left out.`],
  };
}

/** A number moved into our own limits, with a word about it. */
export function takeWithin(key: string, value: unknown, min: number, max: number): Taken {
  const given = Number(value);
  const taken = Math.min(max, Math.max(min, given));
  const note = `${key} is ${taken} and not ${given}: it goes from ${min} to ${max}.`;
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
