import type { Clock } from '@dropwise/kit';

export const commandsPerMinute = 10;
const windowMs = 60_000;

/** How often one child may be asked for the same thing: every answer costs Twitch something. */
export interface CommandLimit {
  /** 0 = go on, and it was counted; else the milliseconds until the next one is taken. */
  take(childId: string, command: string): number;
}

/** At most `commandsPerMinute` instants are kept for a child and a command, and none that is older than a minute. */
export function createCommandLimit(clock: Pick<Clock, 'now'>, perMinute = commandsPerMinute): CommandLimit {
  const taken = new Map<string, readonly number[]>();
  return {
    take: (childId, command) => {
      const now = clock.now();
      forgetOld(taken, now);
      const key = `${childId} ${command}`;
      const recent = taken.get(key) ?? [];
      const [oldest] = recent;
      if (recent.length >= perMinute && oldest !== undefined) return oldest + windowMs - now;
      taken.set(key, [...recent, now]);
      return 0;
    },
  };
}

function forgetOld(taken: Map<string, readonly number[]>, now: number): void {
  for (const [key, instants] of taken) {
    // A clock that was set back must not lock anybody out.
    const recent = instants.filter((at) => at > now - windowMs && at <= now);
    if (recent.length === 0) taken.delete(key);
    else taken.set(key, recent);
  }
}
