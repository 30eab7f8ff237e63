import type { NotableFact } from './notable-fact.ts';

/**
 * How long one miner has watched without Twitch counting anything. Only watching adds to it; a change of channel does not
 * begin it anew, because changing the channel is what a miner does when nothing counts.
 */
export interface Counting {
  /** Null = nothing is watched that should count. */
  readonly watchingSince: number | null;
  /** Watched without a confirmed minute before `watchingSince`. */
  readonly uncountedMs: number;
  /** The owner chose a channel: it may have nothing to earn. */
  readonly manual: boolean;
  /** What the miner itself says about it; null = nothing. */
  readonly sentence: string | null;
}

export const notWatching: Counting = { watchingSince: null, uncountedMs: 0, manual: false, sentence: null };

export function stepCounting(counting: Counting, fact: NotableFact, now: number): Counting {
  switch (fact.kind) {
    case 'channelChosen':
      // Chosen by hand and of no campaign: nothing is expected to count there.
      if (counting.manual && fact.campaignName === null) return pause(counting, now);
      return { ...counting, watchingSince: counting.watchingSince ?? now };
    case 'minuteConfirmed':
      return {
        ...counting,
        watchingSince: counting.watchingSince === null ? null : now,
        uncountedMs: 0,
        sentence: null,
      };
    case 'channelLeft':
    case 'becameIdle':
    case 'sessionRevoked':
      return pause(counting, now);
    case 'stopped':
    case 'childEnded':
      return { ...pause(counting, now), manual: false, sentence: null };
    case 'manualStarted':
      return { ...counting, manual: true };
    case 'manualEnded':
      return { ...counting, manual: false };
    case 'reasonRaised':
      return fact.code === 'not-counting' ? { ...counting, sentence: fact.sentence } : counting;
    case 'reasonCleared':
      return fact.code === 'not-counting' ? { ...counting, sentence: null } : counting;
    default:
      return counting;
  }
}

/** When it will have lasted `limitMs`; null = never, as long as nothing is watched. */
export function uncountedAt(counting: Counting, limitMs: number): number | null {
  return counting.watchingSince === null ? null : counting.watchingSince + limitMs - counting.uncountedMs;
}

function pause(counting: Counting, now: number): Counting {
  if (counting.watchingSince === null) return counting;
  return {
    ...counting,
    watchingSince: null,
    uncountedMs: counting.uncountedMs + Math.max(0, now - counting.watchingSince),
  };
}
