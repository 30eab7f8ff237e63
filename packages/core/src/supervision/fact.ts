import type { Said } from '../sayings/saying.ts';
import type { ChildPhase } from './state.ts';

/** What is worth telling of a program that is looked after. `said` is the sentence of the fact, for other languages. */
export type ChildFact =
  /** `attempt`: 1 for a start that was asked for or that follows a good spell. */
  | { readonly kind: 'childStarted'; readonly pid: number; readonly attempt: number }
  | { readonly kind: 'childBecameReady'; readonly tookMs: number }
  | {
      readonly kind: 'childEnded';
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly sentence: string;
      readonly said: Said;
      readonly wanted: boolean;
      readonly ranMs: number;
    }
  | {
      readonly kind: 'childRestartPlanned';
      readonly attempt: number;
      readonly delayMs: number;
      readonly why: string;
      readonly said: Said;
    }
  | { readonly kind: 'childGivenUp'; readonly why: string; readonly said: Said; readonly deaths: number }
  | { readonly kind: 'childDegraded'; readonly why: string; readonly said: Said }
  | { readonly kind: 'childRecovered'; readonly lastedMs: number }
  | { readonly kind: 'childWentSilent'; readonly silentMs: number }
  | { readonly kind: 'childKilled'; readonly why: string; readonly said: Said }
  | { readonly kind: 'resourceWarned'; readonly what: 'memory' | 'cpu'; readonly value: number; readonly limit: number }
  | { readonly kind: 'childPhaseChanged'; readonly from: ChildPhase['kind']; readonly to: ChildPhase['kind'] };
