import type { WireIdentity } from './format-request.ts';
import type { ResolveName } from './proxy-lookup.ts';
import type { WireTimers } from './wire-timers.ts';

/** What both makes of a transport are made with. */
export interface TransportOptions {
  readonly identity: WireIdentity;
  /** Monotonic ms. */
  readonly now: () => number;
  readonly timers: WireTimers;
  /** More certificate authorities to trust, PEM; checks are never off. */
  readonly authorities?: readonly string[];
  /** For proxies' names; the system's own unless given. */
  readonly resolve?: ResolveName;
  readonly slowestBody?: SlowestBody;
}

/** A tenth of what the leanest audio stream needs. */
export const usualSlowestBody: SlowestBody = { bytes: 2_560, windowMs: 10_000 };

/** A body that brings fewer bytes than this in each window is a trickle, and ends as `body_timeout`. */
export interface SlowestBody {
  readonly bytes: number;
  readonly windowMs: number;
}
