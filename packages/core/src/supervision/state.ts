import type { Said, Saying } from '../sayings/saying.ts';
import type { SupervisedProgram } from './exit-codes.ts';
import { type Deaths, defaultRestartPolicy, noDeaths, type RestartPolicy } from './restart-policy.ts';

/**
 * The life of a program that is looked after.
 *
 *                start              becameReady           seen, or settled
 *     stopped ─────────► starting ─────────────► ready ─────────────────► running
 *      ▲  ▲  ▲            ▲   │                   │                          │
 *      │  │  │   time, or │   └───────────────────┴──── a trouble ───────────┤
 *      │  │  │   a person │                                │                 │
 *      │  │  │            │                                ▼     it is over  │
 *      │  │  └────── backingOff ◄───── ended ───────── degraded ─────────────► (back to where it was)
 *      │  │     stop      │                                │
 *      │  │               │ too many quick deaths, or      │ silent for too long
 *      │  │  stop         ▼ no restart can help            ▼
 *      │  └─────────── givenUp ◄──── ended ─────────── stopping ──── ended ──► starting (a restart was asked for)
 *      │                                                   │    └──── ended ──► backingOff (it hung, or ate too much)
 *      └────────────────────── ended ──────────────────────┘
 *
 * `starting`, `ready`, `running` and `degraded` lead to `stopping` by stop, restart, a watchdog or `lost`, and to `backingOff`
 * or `givenUp` when the program ends by itself. There is a `run` in these five and in no other.
 */
export type ChildPhase =
  | { readonly kind: 'stopped'; readonly since: number }
  | { readonly kind: 'starting'; readonly since: number }
  /** It said that it is up, and has not been seen working yet. */
  | { readonly kind: 'ready'; readonly since: number }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'degraded'; readonly since: number; readonly why: Saying }
  | {
      readonly kind: 'stopping';
      readonly since: number;
      readonly next: AfterStop;
      /** Empty where a person asked. */
      readonly why: Said;
      readonly killed: boolean;
    }
  | { readonly kind: 'backingOff'; readonly since: number; readonly until: number; readonly why: Said }
  | { readonly kind: 'givenUp'; readonly since: number; readonly why: Said };

/** What follows when it is down: nothing, a start at once, or one that the restart policy plans. */
export type AfterStop = 'stay' | 'start' | 'restart';

/** One attempt to have the program up, from the wish to its end. */
export interface ChildRun {
  readonly startedAt: number;
  /** Null while it is being prepared. */
  readonly spawnedAt: number | null;
  /** Null also where there is no process of ours. */
  readonly pid: number | null;
  /** Nobody asked for this start: it counts as a restart. */
  readonly unasked: boolean;
  readonly readyAt: number | null;
  readonly hasWorked: boolean;
  readonly lastSeenAt: number;
  readonly troubles: Troubles;
  /** Since when it takes more memory than it may; null = it does not. */
  readonly overMemorySince: number | null;
  readonly cpuWindow: CpuWindow;
}

/** What makes a run `degraded`; each ends by itself. */
export interface Troubles {
  readonly silentSince: number | null;
  readonly said: Saying | null;
  readonly slowStart: boolean;
}

export const noTroubles: Troubles = { silentSince: null, said: null, slowStart: false };

/** The share of CPU of the last minutes, as one mean. */
export interface CpuWindow {
  readonly since: number;
  readonly percentSum: number;
  readonly count: number;
  readonly warned: boolean;
}

/** How one program is to be looked after. */
export interface SupervisionRules {
  readonly program: SupervisedProgram;
  /** 0 = silence is normal. */
  readonly silenceMs: number;
  readonly stopGraceMs: number;
  readonly memoryBytes: number | null;
  /** Of one core. */
  readonly cpuPercent: number | null;
  /** A start that takes longer is a trouble. */
  readonly startPatienceMs: number;
  /** After it, what is ready and silent is taken to be running. */
  readonly settleMs: number;
  readonly policy: RestartPolicy;
}

export const plainRules: SupervisionRules = {
  program: 'command',
  silenceMs: 0,
  stopGraceMs: 10_000,
  memoryBytes: null,
  cpuPercent: null,
  startPatienceMs: 120_000,
  settleMs: 10_000,
  policy: defaultRestartPolicy,
};

export interface LastExit {
  readonly at: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly said: Said;
}

export interface ChildState {
  readonly rules: SupervisionRules;
  readonly phase: ChildPhase;
  /** Not null exactly in `starting`, `ready`, `running`, `degraded` and `stopping`. */
  readonly run: ChildRun | null;
  readonly deaths: Deaths;
  /** Starts after the first that nobody asked for. */
  readonly restarts: number;
  readonly lastExit: LastExit | null;
}

export function createChildState(rules: SupervisionRules, now: number): ChildState {
  return {
    rules,
    phase: { kind: 'stopped', since: now },
    run: null,
    deaths: noDeaths,
    restarts: 0,
    lastExit: null,
  };
}
