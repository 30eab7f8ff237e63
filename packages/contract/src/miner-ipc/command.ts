import type { Saying } from '@dropwise/core';

/** What the console can ask of any miner; which of it one can do, its adapter says. */
export type MinerCommand =
  /** Ask Twitch for everything again. */
  | { readonly kind: 'reload' }
  | { readonly kind: 'selectChannel'; readonly channelId: string; readonly login: string }
  | { readonly kind: 'exitManual' }
  /** The settings file has changed: read it and say what became of it. */
  | { readonly kind: 'reloadSettings' }
  /** Ask for a device code now instead of when the schedule says. */
  | { readonly kind: 'retryLogin' }
  /** Forget the login and ask for a new one. */
  | { readonly kind: 'signOut' }
  | { readonly kind: 'stop' };

export type MinerCommandKind = MinerCommand['kind'];

/** Why a command was not carried out. */
export interface CommandProblem {
  readonly kind: 'notRunning' | 'cannot' | 'refused' | 'noAnswer';
  readonly sentence: string;
  /** The same by its code; absent = it has none. */
  readonly said?: Saying;
}
