import type { ObservedFact } from '@dropwise/contract';
import type { ConfirmationSource, ReasonLevel, Saying } from '@dropwise/core';

/** What a miner does, as far as it can be heard. */
export type MinerPhase =
  | 'starting'
  | 'signingIn'
  | 'reloading'
  | 'switching'
  | 'watching'
  | 'idle'
  | 'stopping'
  | 'ended';

/** What a line says beside being there. */
export type LineMeaning =
  | { readonly kind: 'fact'; readonly fact: ObservedFact }
  /** How far a drop is; `by` null = the miner's own counting. What was gained, whoever keeps the picture works out. */
  | {
      readonly kind: 'minutes';
      readonly dropName: string;
      readonly gameName: string | null;
      readonly minutes: number;
      readonly requiredMinutes: number;
      readonly by: ConfirmationSource | null;
    }
  /** Null = the line does not say. */
  | {
      readonly kind: 'channelSeen';
      readonly login: string;
      readonly live: boolean | null;
      readonly game: string | null;
      readonly drops: boolean | null;
    }
  | { readonly kind: 'raised'; readonly reason: LineReason }
  /** Null = whatever it was about. */
  | { readonly kind: 'cleared'; readonly codes: readonly string[]; readonly item: string | null }
  | { readonly kind: 'status'; readonly phase: MinerPhase; readonly sentence: string }
  | { readonly kind: 'version'; readonly version: string };

/** Something is not well with the miner. */
export interface LineReason {
  /** Of the core's table of reasons where it has one. */
  readonly code: string;
  /** Two with one code about different things hold side by side: a socket's number, an operation. Null = there is but one. */
  readonly item: string | null;
  readonly level: Extract<ReasonLevel, 'starting' | 'degraded' | 'broken'>;
  readonly said: Saying;
  /** The step that fits; null = there is none. */
  readonly todo: Saying | null;
  /** Nothing takes it back: it ends by itself, counted from when it was last said. Null = something does. */
  readonly lastsMs: number | null;
}

/** What the miner's earlier lines told, where a line alone is ambiguous. */
export interface KnownNames {
  readonly gameNames: ReadonlySet<string>;
}
