import { assertNever } from '@dropwise/kit';
import type { Said } from '../../sayings/saying.ts';
import { beginRun, beginStop } from '../begin-run.ts';
import { sayOfChild } from '../child-sayings.ts';
import type { ChildTimerKey } from '../input.ts';
import { type ChildTurn, emit, enter, liveRun, patchRun, patchTroubles, startTimer, tell } from '../turn.ts';

/** How long after the kill it is killed again, should the system have been too busy to do it. */
const killAgainMs = 10_000;
/** A silent program gets as long again, within these bounds, before it is taken for hanging. */
const longestSecondChanceMs = 60_000;

export function onTimerFired(turn: ChildTurn, key: ChildTimerKey): void {
  switch (key) {
    case 'restart':
      if (turn.state.phase.kind === 'backingOff') beginRun(turn, false);
      return;
    case 'slowStart':
      if (liveRun(turn.state)?.readyAt === null) patchTroubles(turn, { slowStart: true });
      return;
    case 'settle':
      if (liveRun(turn.state) !== null) patchRun(turn, { hasWorked: true });
      return;
    case 'silence':
      return onSilence(turn);
    case 'terminate':
      if (turn.state.phase.kind === 'stopping') emit(turn, { kind: 'terminate' });
      return;
    case 'kill':
      return onGraceOver(turn);
    default:
      assertNever(key);
  }
}

/** In two stages: after the machine slept, everybody seems to have been silent, and is heard again at once. */
function onSilence(turn: ChildTurn): void {
  const run = liveRun(turn.state);
  const { silenceMs } = turn.state.rules;
  if (run === null || silenceMs === 0) return;
  const silentMs = turn.now - run.lastSeenAt;
  if (silentMs < silenceMs) return startTimer(turn, 'silence', run.lastSeenAt + silenceMs);
  if (run.troubles.silentSince !== null) return beginStop(turn, 'restart', hangs(silentMs));
  patchTroubles(turn, { silentSince: run.lastSeenAt });
  tell(turn, { kind: 'childWentSilent', silentMs });
  startTimer(turn, 'silence', turn.now + Math.min(silenceMs, longestSecondChanceMs));
}

function hangs(silentMs: number): Said {
  return [sayOfChild('child-hangs', { seconds: Math.round(silentMs / 1_000) })];
}

function onGraceOver(turn: ChildTurn): void {
  const { phase, rules } = turn.state;
  if (phase.kind !== 'stopping') return;
  emit(turn, { kind: 'kill' });
  startTimer(turn, 'kill', turn.now + killAgainMs);
  if (phase.killed) return;
  const late = sayOfChild('child-end-late', { seconds: Math.round(rules.stopGraceMs / 1_000) });
  tell(turn, { kind: 'childKilled', why: late.sentence, said: [late] });
  enter(turn, { ...phase, killed: true });
}
