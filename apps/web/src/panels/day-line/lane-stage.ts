import type { Lane } from './lanes.ts';

/** A lane as it is on the screen. */
export interface DrawnLane {
  readonly id: string;
  readonly lane: Lane;
  /** For words, which need no minute: its texts are made anew once an hour. */
  readonly hour: number;
}

export interface Stage {
  readonly drawn: readonly DrawnLane[];
  /** Nothing waits for the next frame. */
  readonly isComplete: boolean;
}

/** What a slow machine draws anew in a fraction of the 100 ms that nobody notices. */
const maxAFrame = 16;

/**
 * A new plan changes many lanes at once, and a new hour all of them: so many are drawn in one frame, from the top, and the
 * others stay as they were until theirs. One that was never drawn is left out till then. One that nothing changed stays the
 * same object and takes no turn.
 */
export function createLaneStage(maxAtOnce = maxAFrame): (lanes: readonly Lane[], hour: number) => Stage {
  let before = new Map<string, DrawnLane>();
  return (lanes, hour) => {
    let left = maxAtOnce;
    let isComplete = true;
    const next = new Map<string, DrawnLane>();
    for (const lane of lanes) {
      const known = before.get(lane.id);
      const isCurrent = known !== undefined && known.lane === lane && known.hour === hour;
      if (!isCurrent && left > 0) {
        left -= 1;
        next.set(lane.id, { id: lane.id, lane, hour });
        continue;
      }
      if (known !== undefined) next.set(lane.id, known);
      isComplete &&= isCurrent;
    }
    before = next;
    return { drawn: [...next.values()], isComplete };
  };
}
