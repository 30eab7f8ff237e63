import type { Saying } from '../sayings/saying.ts';
import type { StartFailure } from './exit-meaning.ts';

/** What is waited for. One timer a key: a new one replaces the old. */
export type ChildTimerKey = 'slowStart' | 'settle' | 'silence' | 'terminate' | 'kill' | 'restart';

/** Everything that can happen to a program that is looked after. */
export type ChildInput =
  | { readonly kind: 'startRequested' }
  | { readonly kind: 'stopRequested' }
  | { readonly kind: 'restartRequested' }
  /** The answer to `spawn`. `pid` is null where there is no process of ours. */
  | { readonly kind: 'spawned'; readonly pid: number | null }
  /** The other answer to `spawn`. */
  | ({ readonly kind: 'startFailed' } & StartFailure)
  | { readonly kind: 'becameReady' }
  /** A sign of life. */
  | { readonly kind: 'seen'; readonly at: number }
  /** It runs, but not well; null = it is well again. */
  | { readonly kind: 'troubled'; readonly why: Saying | null }
  /** What runs elsewhere cannot be reached any more. */
  | { readonly kind: 'lost'; readonly why: Saying }
  /** It is gone, and so is everything it started. Comes once for every `spawned`. */
  | {
      readonly kind: 'ended';
      readonly exitCode: number | null;
      readonly signal: string | null;
      /** The last lines of its stderr, oldest first, without secrets. */
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'usageMeasured'; readonly cpuPercent: number; readonly rssBytes: number }
  | { readonly kind: 'timerFired'; readonly key: ChildTimerKey };
