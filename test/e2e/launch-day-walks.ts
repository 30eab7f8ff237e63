import type { RunningConsole } from './console.ts';
import type { LiveClient } from './live-client.ts';

/** Facts between one client's leaving and the next one's. */
const leaveEvery = 40;
/** How long one is away, in facts: some seconds of the accelerated day, so that what it missed can still be told. */
const awayFor = 10;

/**
 * Lets clients leave and come back, one after the other, all day; paced by the facts that the console stores. The first
 * `sleeperCount` sleep from the beginning until `wake`, and get a fresh state then.
 */
export function letThemWalk(
  console: RunningConsole,
  clients: readonly LiveClient[],
  sleeperCount: number,
): Disposable & { wake(): void } {
  const sleepers = clients.slice(0, sleeperCount);
  const away = new Map<LiveClient, number>();
  const walkers = clients.slice(sleeperCount);
  let facts = 0;
  let left = 0;
  for (const sleeper of sleepers) sleeper.leave();
  const subscription = console.program.onOutput(() => {
    for (; facts < console.program.lines.length; facts++) {
      if (facts % leaveEvery === 0) {
        const walker = walkers[left++ % walkers.length];
        if (walker !== undefined && walker.state !== null) {
          away.set(walker, facts + awayFor);
          walker.leave();
        }
      }
      for (const [walker, until] of away) {
        if (facts < until) continue;
        away.delete(walker);
        walker.comeBack();
      }
    }
  });
  return {
    wake() {
      for (const sleeper of sleepers) sleeper.comeBack();
    },
    [Symbol.dispose]() {
      subscription[Symbol.dispose]();
      for (const walker of away.keys()) walker.comeBack();
      away.clear();
    },
  };
}
