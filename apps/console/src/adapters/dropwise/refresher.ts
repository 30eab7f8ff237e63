import type { Clock, Timer } from '@dropwise/kit';

/** Works something out again: soon after it was asked for, once for all who asked, and once a second whether or not. */
export interface Refresher extends Disposable {
  refreshSoon(): void;
}

/** Faster than a person sees, slow enough that a burst costs one. */
const soonMs = 250;
/** What is shown depends on the time too. */
const regularlyMs = 1_000;

export function createRefresher(clock: Clock, refresh: () => void): Refresher {
  let soon: Timer | null = null;
  let isOver = false;
  let regular = clock.after(regularlyMs, onSecond);

  function onSecond(): void {
    regular = clock.after(regularlyMs, onSecond);
    refresh();
  }

  return {
    refreshSoon() {
      if (isOver) return;
      soon ??= clock.after(soonMs, () => {
        soon = null;
        refresh();
      });
    },
    [Symbol.dispose]() {
      isOver = true;
      soon?.cancel();
      regular.cancel();
    },
  };
}
