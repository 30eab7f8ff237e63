import { assertNever } from '@dropwise/kit';
import type { ChildEffect } from './effect.ts';
import type { ChildFact } from './fact.ts';
import { onEnd } from './handlers/on-ended.ts';
import { onBecameReady, onLost, onSeen, onSpawned, onTroubled } from './handlers/on-life.ts';
import { onRestartRequested, onStartRequested, onStopRequested } from './handlers/on-owner.ts';
import { onTimerFired } from './handlers/on-timer-fired.ts';
import { onUsageMeasured } from './handlers/on-usage.ts';
import type { ChildInput } from './input.ts';
import { settlePhase } from './settle-phase.ts';
import type { ChildState } from './state.ts';
import type { ChildTurn } from './turn.ts';

export interface ChildStep {
  readonly state: ChildState;
  readonly effects: readonly ChildEffect[];
  readonly facts: readonly ChildFact[];
}

/**
 * The supervisor of one program. Pure: `chance`, a number in [0, 1), is all that is random. Between `spawn` and the `ended` or
 * `startFailed` that belongs to it there is no other `spawn`.
 */
export function stepChild(state: ChildState, input: ChildInput, now: number, chance: number): ChildStep {
  const turn: ChildTurn = { now, chance, state, effects: [], facts: [] };
  handle(turn, input);
  settlePhase(turn);
  const from = state.phase.kind;
  const to = turn.state.phase.kind;
  if (from !== to) turn.facts.push({ kind: 'childPhaseChanged', from, to });
  return { state: turn.state, effects: turn.effects, facts: turn.facts };
}

function handle(turn: ChildTurn, input: ChildInput): void {
  switch (input.kind) {
    case 'startRequested':
      return onStartRequested(turn);
    case 'stopRequested':
      return onStopRequested(turn);
    case 'restartRequested':
      return onRestartRequested(turn);
    case 'spawned':
      return onSpawned(turn, input);
    case 'startFailed':
    case 'ended':
      return onEnd(turn, input);
    case 'becameReady':
      return onBecameReady(turn);
    case 'seen':
      return onSeen(turn, input);
    case 'troubled':
      return onTroubled(turn, input);
    case 'lost':
      return onLost(turn, input);
    case 'usageMeasured':
      return onUsageMeasured(turn, input);
    case 'timerFired':
      return onTimerFired(turn, input.key);
    default:
      assertNever(input);
  }
}
