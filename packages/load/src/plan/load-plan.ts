import type { LoadSettings } from './plan-settings.ts';

/** Who joins and leaves when, known before the first request. Times are ms from the common start. */
export interface LoadPlan {
  readonly seed: number;
  readonly load: LoadSettings;
  /** Sorted by `joinAtMs`, then index. */
  readonly viewers: readonly PlannedViewer[];
  /** The run ends then, whoever is there; null = when it is stopped. */
  readonly endsAtMs: number | null;
  /** The most that are there at once. */
  readonly peakViewers: number;
  /** Arrivals that found the house full, and were not let in: when. */
  readonly turnedAwayAtMs: readonly number[];
  /** What the next viewer to be planned is called: an index is never given twice in a run. */
  readonly nextIndex: number;
}

export interface PlannedViewer {
  /** Its name in the run, whatever the shard. */
  readonly index: number;
  readonly joinAtMs: number;
  /** Null = stays to the end. */
  readonly leaveAtMs: number | null;
  /** For all that is left to its chance. */
  readonly seed: number;
}

export function byJoining(a: PlannedViewer, b: PlannedViewer): number {
  return a.joinAtMs - b.joinAtMs || a.index - b.index;
}

/** Of viewers sorted by joining. One who leaves makes room for one who joins at that instant. */
export function peakOf(viewers: readonly PlannedViewer[]): number {
  const leaving = viewers.flatMap(({ leaveAtMs }) => leaveAtMs ?? []).sort((a, b) => a - b);
  let peak = 0;
  let left = 0;
  for (const [joined, { joinAtMs }] of viewers.entries()) {
    while (left < leaving.length && (leaving[left] as number) <= joinAtMs) left++;
    peak = Math.max(peak, joined + 1 - left);
  }
  return peak;
}
