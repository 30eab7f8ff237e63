import type { HeldReasonView } from '@dropwise/contract';
import { reasonLevels } from '@dropwise/core';
import { shown } from '../../shown/shown-saying.ts';
import type { LineReason } from './line-meaning.ts';

/** What is not well with a miner, as its lines and answers told it. */
export interface ReasonBoard {
  /** True: it was not held before. Said again, its time begins anew. */
  raise(reason: LineReason, now: number): boolean;
  /** What is no longer held. Null = whatever it was about. */
  clear(codes: readonly string[], item: string | null): readonly EndedReason[];
  /** What had its time. */
  expire(now: number): readonly EndedReason[];
  /** When the next one has; null = none does by itself. */
  readonly nextExpiryAt: number | null;
  /** Worst first, then the older. */
  readonly held: readonly HeldReasonView[];
}

export interface EndedReason {
  readonly code: string;
  readonly since: number;
}

/** Beyond that a new one takes the oldest one's place. */
const maxReasons = 50;

interface Held {
  readonly reason: LineReason;
  readonly since: number;
  readonly until: number | null;
}

export function createReasonBoard(): ReasonBoard {
  const held = new Map<string, Held>();
  const remove = (isOver: (entry: Held) => boolean): EndedReason[] => {
    const ended: EndedReason[] = [];
    for (const [key, entry] of held) {
      if (!isOver(entry)) continue;
      held.delete(key);
      ended.push({ code: entry.reason.code, since: entry.since });
    }
    return ended;
  };
  return {
    raise: (reason, now) => {
      const key = JSON.stringify([reason.code, reason.item]);
      const before = held.get(key);
      const oldestKey = held.keys().next().value;
      if (before === undefined && held.size >= maxReasons && oldestKey !== undefined) held.delete(oldestKey);
      held.set(key, {
        reason,
        since: before?.since ?? now,
        until: reason.lastsMs === null ? null : now + reason.lastsMs,
      });
      return before === undefined;
    },
    clear: (codes, item) =>
      remove(({ reason }) => codes.includes(reason.code) && (item === null || reason.item === item)),
    expire: (now) => remove(({ until }) => until !== null && until <= now),
    get nextExpiryAt() {
      const ends = [...held.values()].flatMap(({ until }) => (until === null ? [] : [until]));
      return ends.length === 0 ? null : Math.min(...ends);
    },
    get held() {
      return [...held.values()].toSorted(byWeight).map(({ reason, since }) => ({
        code: reason.code,
        level: reason.level,
        sentence: reason.said.sentence,
        todo: reason.todo?.sentence ?? '',
        detail: null,
        said: shown([reason.said]),
        todoSaid: shown(reason.todo === null ? [] : [reason.todo]),
        since,
      }));
    },
  };
}

function byWeight(a: Held, b: Held): number {
  return reasonLevels.indexOf(b.reason.level) - reasonLevels.indexOf(a.reason.level) || a.since - b.since;
}
