import type { ChildTimerKey } from './input.ts';

/** Everything the supervisor can ask for. */
export type ChildEffect =
  /** Answered by `spawned` or `startFailed`. */
  | { readonly kind: 'spawn' }
  /** In the way its adapter knows, else by SIGTERM. Answered by `ended`, also where there is no process: then it is let go. */
  | { readonly kind: 'askToStop' }
  /** SIGTERM, unless it had one already. */
  | { readonly kind: 'terminate' }
  | { readonly kind: 'kill' }
  | { readonly kind: 'startTimer'; readonly key: ChildTimerKey; readonly at: number }
  | { readonly kind: 'stopTimer'; readonly key: ChildTimerKey };
