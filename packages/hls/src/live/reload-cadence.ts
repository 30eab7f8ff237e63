const shortestDelayMs = 500;
const longestDelayMs = 60_000;
/** Between blocking reloads, whatever the part target says. */
const shortestBlockingDelayMs = 100;

export interface ReloadFacts {
  readonly targetDurationSeconds: number;
  /** Of a playlist that is reloaded by blocking; null = an ordinary reload. */
  readonly partTargetSeconds: number | null;
  /** Of the playlist's last segment; null = it has none. */
  readonly lastSegmentSeconds: number | null;
  /** The last load brought something new. */
  readonly changed: boolean;
  readonly loadStartedAtMs: number;
  readonly nowMs: number;
}

/**
 * How long to wait from now until the next reload, RFC 8216 6.3.4: a target duration from the *start* of the load that
 * brought something new, half of one after a load that did not. Whatever the playlist says, ordinary loads start 0.5 s
 * to 60 s apart: a wrong target duration becomes no flood, and no silence. A blocking reload follows the last at half a
 * part target: it is the server who makes it wait.
 */
export function reloadDelayMs(facts: ReloadFacts): number {
  return Math.max(0, facts.loadStartedAtMs + intervalMs(facts) - facts.nowMs);
}

function intervalMs({ targetDurationSeconds, partTargetSeconds, lastSegmentSeconds, changed }: ReloadFacts): number {
  if (partTargetSeconds !== null) return clamp((partTargetSeconds * 1_000) / 2, shortestBlockingDelayMs);
  // A segment may be longer than the target by what rounding hides: nothing new can be there sooner.
  const longestSeconds = Math.max(targetDurationSeconds, lastSegmentSeconds ?? 0);
  return clamp(changed ? longestSeconds * 1_000 : (targetDurationSeconds * 1_000) / 2, shortestDelayMs);
}

function clamp(delayMs: number, shortestMs: number): number {
  return Number.isNaN(delayMs) ? longestDelayMs : Math.min(longestDelayMs, Math.max(shortestMs, delayMs));
}

export type Staleness = 'fresh' | 'stale' | 'very-stale';

/** RFC 8216 6.2.2: a server must publish again within 1.5 target durations. */
export function stalenessOf(facts: {
  readonly targetDurationSeconds: number;
  readonly lastChangedAtMs: number;
  readonly nowMs: number;
}): Staleness {
  const targets = (facts.nowMs - facts.lastChangedAtMs) / (facts.targetDurationSeconds * 1_000);
  if (targets > 3) return 'very-stale';
  return targets > 1.5 ? 'stale' : 'fresh';
}
