import type { ClaimRow, MinutesRow } from '@dropwise/store';

export interface Sums {
  readonly claims: number;
  readonly confirmedMinutes: number;
  readonly estimatedMinutes: number;
}

/** Claims and minutes under the same names. */
export function groupMinutes<Name extends object>(
  minutes: readonly MinutesRow[],
  claims: readonly ClaimRow[],
  group: {
    readonly ofMinutes: (row: MinutesRow) => Name;
    /** Null = the claim does not say. */
    readonly ofClaim: (row: ClaimRow) => Name | null;
    readonly key: (name: Name) => string;
  },
): readonly (Name & Sums)[] {
  const groups = new Map<string, Name & Sums>();
  const add = (name: Name, sums: Partial<Sums>) => {
    const key = group.key(name);
    const { claims = 0, confirmedMinutes = 0, estimatedMinutes = 0 } = sums;
    const before = groups.get(key) ?? { ...name, claims: 0, confirmedMinutes: 0, estimatedMinutes: 0 };
    groups.set(key, {
      ...before,
      claims: before.claims + claims,
      confirmedMinutes: before.confirmedMinutes + confirmedMinutes,
      estimatedMinutes: before.estimatedMinutes + estimatedMinutes,
    });
  };
  for (const row of minutes) {
    const { confirmedMinutes, estimatedMinutes } = row;
    add(group.ofMinutes(row), { confirmedMinutes, estimatedMinutes });
  }
  for (const row of claims) {
    const name = group.ofClaim(row);
    if (name !== null) add(name, { claims: 1 });
  }
  return [...groups.values()];
}

/** What most was got from first. */
export function mostFirst<Row extends Sums>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => b.confirmedMinutes - a.confirmedMinutes || b.claims - a.claims);
}
