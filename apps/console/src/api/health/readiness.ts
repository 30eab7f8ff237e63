import type { HealthView, HeldReasonView, ReadyAnswer } from '@dropwise/contract';
import { type ReasonLevel, reasonCodes } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import { consoleReasons } from './console-reasons.ts';
import { held, merged, reasonsOf } from './judge-child.ts';

/** A start may take so long; waiting for a person, who first has to find the code, so long. */
export const startGraceMs = 3 * 60_000;
export const personGraceMs = 15 * 60_000;

export interface ReadinessInput {
  /** Of the first child; null = there is none. */
  readonly health: HealthView | null;
  /** How long its level has been `starting`, without a break; null = it is not. */
  readonly startingForMs: number | null;
  /** Levels of the other children that are meant to run. */
  readonly otherLevels: readonly ReasonLevel[];
  readonly store: StoreCondition;
}

export interface StoreCondition {
  /** Why nothing can be written down now; null = it can. */
  readonly failing: string | null;
  /** A database that could not be used was set aside when this console started. */
  readonly replaced: boolean;
}

/** May work be expected of it? Idle is ready; blind, dead and stuck are not. */
export function judgeReadiness(input: ReadinessInput): ReadyAnswer {
  const reasons = [...minerReasons(input), ...storeReasons(input.store)];
  if (input.otherLevels.includes('broken')) reasons.push(held('other-miner-down'));
  const all = merged(reasons);
  const codes = reasonsOf(all).map(({ code }) => (isKnownCode(code) ? code : 'other'));
  return { ready: isReadyLevel(all.level), level: all.level, codes: [...new Set(codes)] };
}

export function isReadyLevel(level: ReasonLevel): boolean {
  switch (level) {
    case 'working':
    case 'idle':
    case 'starting':
    case 'degraded':
      return true;
    case 'broken':
      return false;
    default:
      return assertNever(level);
  }
}

function minerReasons({ health, startingForMs }: ReadinessInput): HeldReasonView[] {
  if (health === null) return [held('miner-stopped')];
  const reasons = [...reasonsOf(health)];
  if (health.level !== 'starting' || startingForMs === null) return reasons;
  const person = reasons.some(({ code }) => waitsForPerson.includes(code));
  const tooLong = startingForMs > (person ? personGraceMs : startGraceMs);
  return tooLong ? [held(person ? 'miner-waits-for-person' : 'miner-not-starting'), ...reasons] : reasons;
}

const waitsForPerson: readonly string[] = ['login-needed', 'login-expired'];

function storeReasons({ failing, replaced }: StoreCondition): HeldReasonView[] {
  const reasons = failing === null ? [] : [held('store-failing', failing)];
  return replaced ? [...reasons, held('store-replaced')] : reasons;
}

/** Codes of the two tables: what another miner calls its troubles is no code of ours, and its number has no bound. */
export function isKnownCode(code: string): boolean {
  return (reasonCodes as readonly string[]).includes(code) || Object.hasOwn(consoleReasons, code);
}
