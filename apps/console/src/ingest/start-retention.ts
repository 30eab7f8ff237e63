import type { Clock, Timer } from '@dropwise/kit';
import type { Logger } from '@dropwise/runtime';
import type { RetentionPolicy, Store } from '@dropwise/store';

export interface RetentionOptions {
  readonly store: Pick<Store, 'trim'>;
  readonly clock: Clock;
  /** Read before every slice: a change counts at once. */
  readonly policy: () => RetentionPolicy;
  readonly log: Pick<Logger, 'person' | 'debug'>;
}

/** Between two looks that find nothing to do; as often as the fastest flood of lines asks for. */
const restMs = 30_000;
/** Between two slices: others get their turn, and a flood is still outrun. */
const pauseMs = 10;
/** After the database did not let it. */
const retryMs = 60_000;

/** Keeps the memory as small and as young as the owner wants it, a few rows at a time. Runs until it is disposed. */
export function startRetention(options: RetentionOptions): Disposable {
  const { store, clock, policy, log } = options;
  let timer: Timer;
  let removed = 0;
  let isTroubled = false;

  const trim = (): number => {
    const slice = store.trim(policy(), clock.now());
    isTroubled = false;
    removed += slice.removed;
    if (!slice.done) return pauseMs;
    if (removed > 0) log.debug('Old entries were removed from the memory.', { removed });
    removed = 0;
    return restMs;
  };
  const turn = (): void => {
    let delayMs = retryMs;
    try {
      delayMs = trim();
    } catch (error) {
      if (!isTroubled) log.person('Old entries could not be removed from the memory; tried again later.', { error });
      isTroubled = true;
    }
    timer = clock.after(delayMs, turn);
  };

  timer = clock.after(restMs, turn);
  return { [Symbol.dispose]: () => timer.cancel() };
}

const bytesInMegabyte = 1_048_576;

/** The settings' `history` group as the store takes it. */
export function retentionPolicyOf(history: {
  readonly factDays: number;
  readonly lineDays: number;
  readonly sampleDays: number;
  readonly auditDays: number;
  readonly maxMegabytes: number;
}): RetentionPolicy {
  const { maxMegabytes, ...days } = history;
  return { ...days, maxBytes: maxMegabytes * bytesInMegabyte };
}
