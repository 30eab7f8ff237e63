/**
 * From a place on the viewer's timeline (a sum of durations) to the origin's program time. Most streams need one
 * anchor; another is kept where program time and durations part by more than `toleranceMs` (a discontinuity, a drift).
 * The oldest of `maxAnchors` is dropped: only places that are in the buffer are asked for.
 */
export class ProgramTimeline {
  readonly #anchors: Anchor[] = [];

  /** Media at `positionSeconds` was made at `programTimeMs` (epoch ms); null = the playlist does not say. */
  add(positionSeconds: number, programTimeMs: number | null): void {
    const offsetMs = programTimeMs === null ? null : programTimeMs - positionSeconds * 1000;
    const last = this.#anchors.at(-1);
    if (last !== undefined && isSameOffset(last.offsetMs, offsetMs)) return;
    if (this.#anchors.length === maxAnchors) this.#anchors.shift();
    this.#anchors.push({ fromSeconds: positionSeconds, offsetMs });
  }

  /** Epoch ms; null = not known there. */
  programTimeAt(positionSeconds: number): number | null {
    for (let i = this.#anchors.length - 1; i >= 0; i--) {
      const anchor = this.#anchors[i];
      if (anchor === undefined || anchor.fromSeconds > positionSeconds) continue;
      return anchor.offsetMs === null ? null : anchor.offsetMs + positionSeconds * 1000;
    }
    return null;
  }
}

interface Anchor {
  readonly fromSeconds: number;
  /** Program time at the timeline's zero, were it one piece. */
  readonly offsetMs: number | null;
}

const maxAnchors = 16;
const toleranceMs = 20;

function isSameOffset(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= toleranceMs;
}
