interface Run {
  readonly runId: string;
  readonly startedAt: number;
}

/** Two at most: a third takes the place of the one that was chosen first. */
export function withChoice(chosen: readonly string[], runId: string): readonly string[] {
  if (chosen.includes(runId)) return chosen.filter((each) => each !== runId);
  return [...chosen, runId].slice(-2);
}

/** The two as they are compared, the older one first; null = there are not two (any more). */
export function chosenPair(chosen: readonly string[], runs: readonly Run[]): readonly [string, string] | null {
  const [older, newer] = runs
    .filter(({ runId }) => chosen.includes(runId))
    .toSorted((one, other) => one.startedAt - other.startedAt);
  return older === undefined || newer === undefined ? null : [older.runId, newer.runId];
}
