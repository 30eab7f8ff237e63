import type { ChildPhaseKind, ChildView, HealthView, HeldReasonView, MinerView } from '@dropwise/contract';
import { type ReasonLevel, reasonLevels } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import { type ConsoleReasonCode, consoleReasons, describeConsoleReason } from './console-reasons.ts';

/**
 * Is it really counting? What the miner said of itself, corrected by what is known of its process: the last words of a dead
 * miner are not its health.
 */
export function judgeChild(child: ChildView, view: MinerView | null): HealthView {
  const process = processReason(child.phase, view);
  if (process === null) return view === null ? alone(held('miner-silent')) : withBlindness(view);
  const reason = { ...held(process, child.sentence, child.since), ...(child.said && { detailSaid: child.said }) };
  if (!speaksNow(child.phase) || view === null) return alone(reason);
  return merged([reason, ...reasonsOf(withBlindness(view))]);
}

/** Null = the process gives no reason to say anything; then the miner has the word. */
function processReason(phase: ChildPhaseKind, view: MinerView | null): ConsoleReasonCode | null {
  switch (phase) {
    case 'running':
      return null;
    case 'ready':
    case 'starting':
      return view === null || phase === 'starting' ? 'miner-starting' : null;
    case 'degraded':
      return 'miner-degraded';
    case 'stopping':
    case 'stopped':
      return 'miner-stopped';
    case 'backingOff':
      return 'miner-restarting';
    case 'givenUp':
      return 'miner-given-up';
    default:
      return assertNever(phase);
  }
}

/** Whether what the miner said last is about now. */
function speaksNow(phase: ChildPhaseKind): boolean {
  return phase === 'running' || phase === 'ready' || phase === 'degraded';
}

/** A miner that is shown no list and knows no campaign looks idle, and sees nothing. */
function withBlindness({ health, status, campaigns }: MinerView): HealthView {
  const blind = status.catalogue === 'null' && status.watching === null && Object.keys(campaigns).length === 0;
  return blind ? merged([held('miner-blind'), ...reasonsOf(health)]) : health;
}

export function held(code: ConsoleReasonCode, detail = '', since: number | null = null): HeldReasonView {
  const { level } = consoleReasons[code];
  return { code, level, ...describeConsoleReason(code, detail), detail: detail === '' ? {} : { detail }, since };
}

/** The worst first; what comes first of equals stays first. */
export function merged(reasons: readonly HeldReasonView[]): HealthView {
  const sorted = [...reasons].sort((a, b) => rank(b.level) - rank(a.level));
  const [first = held('miner-silent'), ...others] = sorted;
  return { ...first, others };
}

export function reasonsOf({ others, ...first }: HealthView): readonly HeldReasonView[] {
  return [first, ...others];
}

function alone(reason: HeldReasonView): HealthView {
  return { ...reason, others: [] };
}

function rank(level: ReasonLevel): number {
  return reasonLevels.indexOf(level);
}
