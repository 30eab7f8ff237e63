import type { Said } from '../sayings/saying.ts';
import { noDeaths } from './restart-policy.ts';
import { type AfterStop, noTroubles } from './state.ts';
import { type ChildTurn, emit, enter, patch, startTimer, stopTimers } from './turn.ts';

/** A start: one that a person or the console asked for forgets the deaths before it. */
export function beginRun(turn: ChildTurn, asked: boolean): void {
  const { now } = turn;
  stopTimers(turn, 'restart');
  patch(turn, {
    deaths: asked ? noDeaths : turn.state.deaths,
    run: {
      startedAt: now,
      spawnedAt: null,
      pid: null,
      unasked: !asked,
      readyAt: null,
      hasWorked: false,
      lastSeenAt: now,
      troubles: noTroubles,
      overMemorySince: null,
      cpuWindow: { since: now, percentSum: 0, count: 0, warned: false },
    },
  });
  enter(turn, { kind: 'starting', since: now });
  startTimer(turn, 'slowStart', now + turn.state.rules.startPatienceMs);
  emit(turn, { kind: 'spawn' });
}

/** It is asked to end, reminded at half the time, and killed at the end of it. */
export function beginStop(turn: ChildTurn, next: AfterStop, why: Said): void {
  const { now } = turn;
  const { stopGraceMs } = turn.state.rules;
  stopTimers(turn, 'slowStart', 'settle', 'silence');
  enter(turn, { kind: 'stopping', since: now, next, why, killed: false });
  startTimer(turn, 'terminate', now + stopGraceMs / 2);
  startTimer(turn, 'kill', now + stopGraceMs);
  emit(turn, { kind: 'askToStop' });
}
