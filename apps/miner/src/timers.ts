import type { Clock, Timer } from '@dropwise/kit';

/** Timers by name: starting one again moves it. */
export interface KeyedTimers<Key extends string> extends Disposable {
  start(key: Key, at: number): void;
  stop(key: Key): void;
}

export function createKeyedTimers<Key extends string>(clock: Clock, onFired: (key: Key) => void): KeyedTimers<Key> {
  const timers = new Map<Key, Timer>();
  return {
    start(key, at) {
      timers.get(key)?.cancel();
      const timer = clock.after(at - clock.now(), () => {
        timers.delete(key);
        onFired(key);
      });
      timers.set(key, timer);
    },
    stop(key) {
      timers.get(key)?.cancel();
      timers.delete(key);
    },
    [Symbol.dispose]() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
