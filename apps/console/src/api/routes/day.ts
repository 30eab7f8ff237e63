const dayMs = 86_400_000;

/** Which day an instant belongs to, as `2026-03-01`. The store counts minutes by the same days. */
export type DayOf = (at: number) => string;

/** `2026-03-01` and -1 → `2026-02-28`. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The first millisecond of a day, whichever time zone `dayOf` reads: found by halving, because only it knows. */
export function startOfDay(day: string, dayOf: DayOf): number {
  // No time zone is further than 14 hours from UTC; days with a changed clock are an hour longer or shorter.
  let before = Date.parse(day) - dayMs;
  let within = Date.parse(day) + dayMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) < day) before = middle;
    else within = middle;
  }
  return within;
}
