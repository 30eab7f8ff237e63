import type { Random } from './random.ts';

export interface BackoffPolicy {
  /** Delay before the first retry. */
  readonly firstMs: number;
  /** No delay is longer. */
  readonly capMs: number;
  /** Part of the delay that chance moves it by, either way: 0.1 is ± 10 %. */
  readonly jitter: number;
}

/** What Twitch's own clients do, as far as the peers show: 1 s, doubling to 180 s, ± 10 %. Protocol 1.4. */
export const defaultBackoff: BackoffPolicy = { firstMs: 1_000, capMs: 180_000, jitter: 0.1 };

/** Delay in ms before retry number `attempt` (0 is the first retry): exponential, capped, jittered. */
export function backoffDelayMs(policy: BackoffPolicy, attempt: number, random: Random): number {
  const exponential = policy.firstMs * 2 ** Math.min(Math.max(attempt, 0), 40);
  const capped = Math.min(exponential, policy.capMs);
  return Math.round(capped * (1 + policy.jitter * (2 * random() - 1)));
}
