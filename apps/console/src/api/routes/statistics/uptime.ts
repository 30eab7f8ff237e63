import type { StoredFact } from '@dropwise/contract';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is known of a child's life within a range. */
export interface Uptime {
  readonly up: readonly Span[];
  readonly down: readonly Span[];
}

export const lifeKinds: readonly string[] = ['childStarted', 'childBecameReady', 'childEnded', 'childGivenUp'];

export interface UptimeQuestion {
  /** Facts of `lifeKinds` of the child and `consoleStarted` of the console within the range, oldest first. */
  readonly facts: readonly StoredFact[];
  readonly since: number;
  readonly until: number;
  /** How it was when the range began; null = unknown, and nothing is said of the time before the first fact. */
  readonly upAtFirst: boolean | null;
  /**
   * When a console dies, its child's end is not told: the last sign of the child before each `consoleStarted`, by `seq`.
   * Without one, the start of the console is taken for it.
   */
  readonly lastSigns: ReadonlyMap<number, number>;
}

/** When the child was up and when not, as the facts tell it. */
export function uptimeOf({ facts, since, until, upAtFirst, lastSigns }: UptimeQuestion): Uptime {
  const up: Span[] = [];
  const down: Span[] = [];
  let isUp = upAtFirst;
  let from = since;
  const change = (at: number, toUp: boolean) => {
    if (isUp === toUp) return;
    if (isUp !== null && at > from) (isUp ? up : down).push({ from, to: at });
    isUp = toUp;
    from = Math.max(from, at);
  };
  for (const stored of facts) {
    const { kind } = stored.fact;
    if (kind === 'childStarted' || kind === 'childBecameReady') change(stored.at, true);
    else if (kind !== 'consoleStarted') change(stored.at, false);
    else if (isUp === true) change(Math.max(from, Math.min(stored.at, lastSigns.get(stored.seq) ?? stored.at)), false);
  }
  if (isUp !== null && until > from) (isUp ? up : down).push({ from, to: until });
  return { up, down };
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Time of the range in which at least one of them was. */
export function mergedLengthWithin(spans: readonly Span[], since: number, until: number): number {
  const within = spans
    .map(({ from, to }) => ({ from: Math.max(from, since), to: Math.min(to, until) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let length = 0;
  let reached = since;
  for (const { from, to } of within) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length;
}
