import type { Clock } from '@dropwise/runtime';
import type { Fact } from './fact.ts';

/** The longest pause that a good demo makes, in its own minutes: a channel goes down and another is looked for. */
const longestPauseMinutes = 30;
/** What a slow machine may need beside it. */
const leastPauseMs = 120_000;

export interface StallWatch extends Disposable {
  /** Every fact passes here; some of them are progress. */
  see(fact: Fact): void;
}

/** Calls `onStall` once, with a sentence, when nothing was earned for too long: a demo must not run for ever. */
export function createStallWatch(clock: Clock, speed: number, onStall: (sentence: string) => void): StallWatch {
  const pauseMs = Math.max(leastPauseMs, (longestPauseMinutes * 60_000) / speed);
  const arm = () =>
    clock.deadline(pauseMs, () =>
      onStall(
        `Nothing was earned for ${Math.round(pauseMs / 1_000)} s, so the demo ends. Its miner's log (-vv) says why.`,
      ),
    );
  let timer = arm();
  return {
    see: ({ kind }) => {
      if (kind !== 'minuteConfirmed' && kind !== 'dropClaimed' && kind !== 'signedIn') return;
      timer.cancel();
      timer = arm();
    },
    [Symbol.dispose]: () => timer.cancel(),
  };
}
