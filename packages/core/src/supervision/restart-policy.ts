import { type BackoffPolicy, backoffDelayMs } from '@dropwise/kit';
import type { Said } from '../sayings/saying.ts';
import { sayOfChild } from './child-sayings.ts';
import type { ExitMeaning } from './exit-meaning.ts';

/** When a program that ended is started again. */
export interface RestartPolicy {
  readonly backoff: BackoffPolicy;
  /** Who lived so long begins anew: nothing of before counts any more. */
  readonly goodSpellMs: number;
  /** Who lived less died quickly. */
  readonly quickDeathMs: number;
  /** So many quick deaths in a row, and it is given up. */
  readonly maxQuickDeaths: number;
  /** Least delay where something has to pass first, such as another miner that holds the directory. */
  readonly waitMs: number;
}

/** Ten quick deaths take about eight minutes: longer than an update of the program, or a disk that is mounted late. */
export const defaultRestartPolicy: RestartPolicy = {
  backoff: { firstMs: 1_000, capMs: 300_000, jitter: 0.2 },
  goodSpellMs: 300_000,
  quickDeathMs: 30_000,
  maxQuickDeaths: 10,
  waitMs: 60_000,
};

/** What happened since the last good spell, or since a person asked for a start. */
export interface Deaths {
  readonly count: number;
  readonly quickInARow: number;
}

export const noDeaths: Deaths = { count: 0, quickInARow: 0 };

export interface Death {
  readonly ranMs: number;
  /** Whoever was up and was ended by somebody else has not failed, nor has one of which only the way to it is gone. */
  readonly isBlameless: boolean;
  readonly meaning: ExitMeaning;
}

export type RestartDecision =
  | { readonly kind: 'restart'; readonly delayMs: number; readonly deaths: Deaths }
  | { readonly kind: 'giveUp'; readonly why: Said; readonly deaths: Deaths };

/** `chance` is in [0, 1) and moves the delay within the jitter. */
export function decideRestart(policy: RestartPolicy, before: Deaths, death: Death, chance: number): RestartDecision {
  const { meaning } = death;
  const deaths = countDeath(policy, before, death);
  if (meaning.outlook === 'useless') return { kind: 'giveUp', why: meaning.said, deaths };
  if (deaths.quickInARow >= policy.maxQuickDeaths) {
    const seconds = Math.round(policy.quickDeathMs / 1_000);
    const quick = sayOfChild('child-quick-ends', { count: deaths.quickInARow, seconds });
    return { kind: 'giveUp', why: [quick, ...meaning.said], deaths };
  }
  const backoffMs = backoffDelayMs(policy.backoff, deaths.count - 1, () => chance);
  const delayMs = meaning.outlook === 'wait' ? Math.max(backoffMs, policy.waitMs) : backoffMs;
  return { kind: 'restart', delayMs, deaths };
}

function countDeath(policy: RestartPolicy, before: Deaths, { ranMs, isBlameless, meaning }: Death): Deaths {
  if (ranMs >= policy.goodSpellMs) return { count: 1, quickInARow: 0 };
  const count = before.count + 1;
  if (ranMs >= policy.quickDeathMs) return { count, quickInARow: 0 };
  const isFailure = !isBlameless && meaning.outlook !== 'wait';
  return { count, quickInARow: before.quickInARow + (isFailure ? 1 : 0) };
}
