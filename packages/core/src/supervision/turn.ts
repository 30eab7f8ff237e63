import type { ChildEffect } from './effect.ts';
import type { ChildFact } from './fact.ts';
import type { ChildTimerKey } from './input.ts';
import type { ChildPhase, ChildRun, ChildState, Troubles } from './state.ts';

/** One step being worked out. Never leaves `stepChild`. */
export interface ChildTurn {
  readonly now: number;
  /** In [0, 1): what moves a delay within its jitter. */
  readonly chance: number;
  state: ChildState;
  readonly effects: ChildEffect[];
  readonly facts: ChildFact[];
}

export function patch(turn: ChildTurn, change: Partial<ChildState>): void {
  turn.state = { ...turn.state, ...change };
}

export function enter(turn: ChildTurn, phase: ChildPhase): void {
  patch(turn, { phase });
}

export function patchRun(turn: ChildTurn, change: Partial<ChildRun>): void {
  if (turn.state.run !== null) patch(turn, { run: { ...turn.state.run, ...change } });
}

export function patchTroubles(turn: ChildTurn, change: Partial<Troubles>): void {
  if (turn.state.run !== null) patchRun(turn, { troubles: { ...turn.state.run.troubles, ...change } });
}

export function emit(turn: ChildTurn, effect: ChildEffect): void {
  turn.effects.push(effect);
}

export function tell(turn: ChildTurn, fact: ChildFact): void {
  turn.facts.push(fact);
}

export function startTimer(turn: ChildTurn, key: ChildTimerKey, at: number): void {
  emit(turn, { kind: 'startTimer', key, at });
}

export function stopTimers(turn: ChildTurn, ...keys: readonly ChildTimerKey[]): void {
  for (const key of keys) emit(turn, { kind: 'stopTimer', key });
}

/** The run of a child that is to be up: in the four phases between stopped and stopping. */
export function liveRun(state: ChildState): ChildRun | null {
  return state.phase.kind === 'stopping' ? null : state.run;
}
