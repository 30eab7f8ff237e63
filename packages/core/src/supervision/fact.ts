import type { ChildPhase } from './state.ts';

/** What is worth telling of a program that is looked after. */
export type ChildFact =
  /** `attempt`: 1 for a start that was asked for or that follows a good spell. */
  | { readonly kind: 'childStarted'; readonly pid: number; readonly attempt: number }
  | { readonly kind: 'childBecameReady'; readonly tookMs: number }
  | {
      readonly kind: 'childEnded';
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly sentence: string;
      readonly wanted: boolean;
      readonly ranMs: number;
    }
  | { readonly kind: 'childRestartPlanned'; readonly attempt: number; readonly delayMs: number; readonly why: string }
  | { readonly kind: 'childGivenUp'; readonly why: string; readonly deaths: number }
  | { readonly kind: 'childDegraded'; readonly why: string }
  | { readonly kind: 'childRecovered'; readonly lastedMs: number }
  | { readonly kind: 'childWentSilent'; readonly silentMs: number }
  | { readonly kind: 'childKilled'; readonly why: string }
  | { readonly kind: 'resourceWarned'; readonly what: 'memory' | 'cpu'; readonly value: number; readonly limit: number }
  | { readonly kind: 'childPhaseChanged'; readonly from: ChildPhase['kind']; readonly to: ChildPhase['kind'] };
