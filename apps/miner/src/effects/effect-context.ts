import type { Failure, Input, MinerState } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import type { Twitch } from '@dropwise/twitch';

/** What an effect's work is given. */
export interface EffectContext {
  readonly twitch: Twitch;
  readonly clock: Clock;
  readonly post: (input: Input) => void;
  readonly state: () => MinerState;
  readonly catalogueUrl: () => string;
  readonly signal: AbortSignal;
  /** Resolves when what was to be remembered is on the disk, or could not be written and that was told. */
  remembered(): Promise<void>;
  /** True when the failure was a dead session: that is told in its own way, and the rest is moot. */
  endsSession(failure: Failure): boolean;
}
