import type { Counting } from './counting.ts';
import type { Note } from './note.ts';
import type { Told } from './settle-troubles.ts';
import type { Troubles } from './step-troubles.ts';

/** What is known of what was told, and what waits to be told. Plain values: it survives a restart as JSON. */
export interface NotificationState {
  readonly told: Told;
  /** Waiting, oldest first, each key once. */
  readonly pending: readonly Note[];
  /** Those that had no room in `pending`. */
  readonly leftOut: number;
  /** When what is pending is told together, unless it is quiet then; null = nothing is pending. */
  readonly gatherUntil: number | null;
  /** Quiet hours have held back what is pending. */
  readonly wasHeld: boolean;
  readonly troubles: Troubles;
  /** By the miner's id. */
  readonly counting: Readonly<Record<string, Counting>>;
}

export const noNotifications: NotificationState = {
  told: {},
  pending: [],
  leftOut: 0,
  gatherUntil: null,
  wasHeld: false,
  troubles: {},
  counting: {},
};

/** A night's worth and more; beyond it the oldest go and are counted. */
export const maxPending = 500;
/** Beyond it the oldest are forgotten: at worst something is said twice. */
export const maxTold = 5_000;
/** Beyond it a miner that was not known before is not followed. */
export const maxSources = 100;
