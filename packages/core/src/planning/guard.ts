import { type FitChoice, piecesOf } from './choose-fit.ts';
import type { Job } from './job.ts';

const tolerance = 1e-6;

interface Promised {
  readonly job: Job;
  readonly deadline: number;
  readonly marginMinutes: number;
  readonly releaseAt: number;
  needMinutes: number;
  /** What those that are due before it can spare, with margins and without; as of the last `allowances`. */
  spareCareful: number;
  spareBold: number;
}

/**
 * Watches over what was chosen: says how long something else may be watched before a chosen job could no longer be
 * finished. Exact for earliest deadline first (Horn 1974).
 */
export class Guard {
  /** By deadline; a job may stand here several times, with pieces that are due at different times. */
  #promised: Promised[];
  /** Of each job the piece that is due first among those that have begun. */
  #next = new Map<Job, Promised>();
  #nextRelease = Infinity;
  #at = 0;

  constructor(chosen: readonly FitChoice[]) {
    this.#promised = chosen
      .flatMap((choice) => {
        const { job, releaseAt, option } = choice;
        const spare = { spareCareful: 0, spareBold: 0 };
        return piecesOf(choice).map((due) => ({
          job,
          releaseAt,
          marginMinutes: option.marginMinutes,
          ...due,
          ...spare,
        }));
      })
      .sort((a, b) => a.deadline - b.deadline);
    this.#findNext();
  }

  /** Time has come to `at`: forgets what is finished or can no longer be. */
  settle(at: number): void {
    this.#at = at;
    if (this.#promised.some((each) => isOver(each, at))) {
      this.#promised = this.#promised.filter((each) => !isOver(each, at));
      this.#findNext();
    } else if (at >= this.#nextRelease - tolerance) this.#findNext();
  }

  /**
   * Minutes for which each job may be watched from `at` on, as a reader: a promised one takes nothing from those that are
   * due after it. With `margins` the time to spare that is kept for promised jobs is not given away either.
   */
  allowances(at: number, margins: boolean): (job: Job) => number {
    let needed = 0;
    let least = Infinity;
    let leastOfEarlier = Infinity;
    let deadline = Number.NEGATIVE_INFINITY;
    for (const each of this.#promised) {
      // Among those due at the same time any may go first.
      if (each.deadline > deadline + tolerance) leastOfEarlier = least;
      deadline = each.deadline;
      if (margins) each.spareCareful = leastOfEarlier;
      else each.spareBold = leastOfEarlier;
      needed += each.needMinutes;
      least = Math.min(least, each.deadline - (margins ? each.marginMinutes : 0) - at - needed);
    }
    const others = least;
    return (job) => {
      const own = this.#next.get(job);
      if (own === undefined) return others;
      return margins ? own.spareCareful : own.spareBold;
    };
  }

  /** The job was watched for so many minutes. */
  watched(job: Job, minutes: number): void {
    let rest = minutes;
    for (const each of this.#promised) {
      if (each.job !== job || each.releaseAt > this.#at + tolerance || rest <= 0) continue;
      const taken = Math.min(rest, each.needMinutes);
      each.needMinutes -= taken;
      rest -= taken;
    }
  }

  isPromised(job: Job): boolean {
    return this.#promised.some((each) => each.job === job);
  }

  #findNext(): void {
    this.#next.clear();
    this.#nextRelease = Infinity;
    for (const each of this.#promised) {
      if (each.releaseAt > this.#at + tolerance) this.#nextRelease = Math.min(this.#nextRelease, each.releaseAt);
      else if (!this.#next.has(each.job)) this.#next.set(each.job, each);
    }
  }
}

function isOver(each: Promised, at: number): boolean {
  return each.needMinutes <= tolerance || each.needMinutes > each.deadline - at + tolerance;
}
