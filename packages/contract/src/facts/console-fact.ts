import type { Said } from '@dropwise/core';
import type { ChildPhaseKind } from '../views/child.ts';

/** What the console itself does and sees; stored and told beside the miners' facts. */
export type ConsoleFact =
  | { readonly kind: 'consoleStarted'; readonly version: string; readonly setAside: string | null }
  | { readonly kind: 'consoleStopped'; readonly why: string }
  | { readonly kind: 'childStarted'; readonly pid: number; readonly attempt: number }
  | { readonly kind: 'childBecameReady'; readonly tookMs: number }
  | {
      readonly kind: 'childEnded';
      readonly exitCode: number | null;
      readonly signal: string | null;
      /** What the code or the signal means, for a person. */
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
  /** A process of an earlier console's life that was still there. */
  | { readonly kind: 'orphanFound'; readonly pid: number; readonly what: 'ended' | 'gone' | 'not ours' }
  | { readonly kind: 'resourceWarned'; readonly what: 'memory' | 'cpu'; readonly value: number; readonly limit: number }
  | { readonly kind: 'childPhaseChanged'; readonly from: ChildPhaseKind; readonly to: ChildPhaseKind }
  | {
      readonly kind: 'settingsPushed';
      readonly keys: readonly string[];
      readonly how: 'ipc' | 'sighup' | 'restart' | 'api';
    }
  | { readonly kind: 'settingsTaken'; readonly keys: readonly string[] }
  | {
      readonly kind: 'settingsNotTaken';
      readonly keys: readonly string[];
      readonly why: string;
      /** The same by its code; absent = it has none. */
      readonly said?: Said;
    }
  | {
      readonly kind: 'backupMade';
      readonly file: string;
      readonly sizeBytes: number;
      readonly withCredentials: boolean;
    }
  | { readonly kind: 'backupFailed'; readonly problem: string }
  | {
      readonly kind: 'backupRestored';
      readonly file: string;
      readonly keptIn: string | null;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'restoreFailed'; readonly file: string; readonly problem: string }
  | { readonly kind: 'updateFound'; readonly version: string; readonly link: string }
  | { readonly kind: 'ingestBroken'; readonly problem: string; readonly lostCount: number };
