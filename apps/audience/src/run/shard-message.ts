import type { Snapshot } from '@dropwise/load';
import type { RunSettings } from '../config/run-settings.ts';
import type { ConsentAnswer, ConsentQuestion } from '../consent/messages.ts';
import type { ClockOffset } from '../viewer/origin-clock.ts';
import type { ShardPulse } from './shard-pulse.ts';

/** What the coordinator says to a shard. Both ends are one program of one version, so that shapes are believed. */
export type ToShard =
  | {
      readonly kind: 'begin';
      readonly runId: string;
      readonly settings: RunSettings;
      /** Of the whole run, machines included. */
      readonly shard: { readonly index: number; readonly count: number };
      readonly version: string;
    }
  /** The common instant: epoch ms of a clock that all share. */
  | { readonly kind: 'start'; readonly startAtMs: number }
  | { readonly kind: 'consent'; readonly answer: ConsentAnswer }
  /** As of `atMs` since the common start: every shard changes the same plan at the same instant of it. */
  | { readonly kind: 'viewers'; readonly viewers: number; readonly atMs: number }
  /** Leave, spread over `withinMs`, and say the end. */
  | { readonly kind: 'stop'; readonly withinMs: number };

export type FromShard =
  | { readonly kind: 'ready' }
  | { readonly kind: 'consent'; readonly question: ConsentQuestion }
  /** Once a second. */
  | { readonly kind: 'pulse'; readonly pulse: ShardPulse }
  | { readonly kind: 'problem'; readonly sentence: string }
  /** Now and then: everything that was measured until now, for the case that there will be no last word. */
  | { readonly kind: 'measured'; readonly snapshot: Snapshot }
  /** The last: everything that was measured. */
  | {
      readonly kind: 'ended';
      readonly pulse: ShardPulse;
      readonly snapshot: Snapshot;
      readonly clockOffset: ClockOffset | null;
    };
