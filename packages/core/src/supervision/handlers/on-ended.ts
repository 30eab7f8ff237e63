import { assertNever } from '@dropwise/kit';
import { beginRun } from '../begin-run.ts';
import { type ChildEnd, type ExitMeaning, exitMeaning } from '../exit-meaning.ts';
import { type Death, decideRestart } from '../restart-policy.ts';
import type { ChildPhase, ChildRun } from '../state.ts';
import { type ChildTurn, enter, patch, startTimer, stopTimers, tell } from '../turn.ts';

type Stopping = Extract<ChildPhase, { kind: 'stopping' }>;

/** A run is over, or never was one: what follows depends on whether it was wanted, and on what the end means. */
export function onEnd(turn: ChildTurn, end: ChildEnd): void {
  const { run, phase } = turn.state;
  if (run === null) return;
  const ranMs = run.spawnedAt === null ? 0 : turn.now - run.spawnedAt;
  const meaning = phase.kind === 'stopping' ? meaningOfStop(turn, phase) : exitMeaning(turn.state.rules.program, end);
  tellEnd(turn, end, meaning.sentence, ranMs);
  stopTimers(turn, 'slowStart', 'settle', 'silence', 'terminate', 'kill');
  patch(turn, { run: null });
  const next = phase.kind === 'stopping' ? phase.next : 'restart';
  switch (next) {
    case 'stay':
      return enter(turn, { kind: 'stopped', since: turn.now });
    case 'start':
      return beginRun(turn, true);
    case 'restart':
      return planRestart(turn, { ranMs, meaning, isBlameless: isBlameless(run, meaning) });
    default:
      assertNever(next);
  }
}

function tellEnd(turn: ChildTurn, end: ChildEnd, sentence: string, ranMs: number): void {
  const { phase } = turn.state;
  const isWanted = phase.kind === 'stopping' && phase.next !== 'restart';
  if (end.kind === 'startFailed') {
    // A start that was called off has not ended.
    if (!isWanted) patch(turn, { lastExit: { at: turn.now, exitCode: null, signal: null, sentence } });
    return;
  }
  const { exitCode, signal } = end;
  patch(turn, { lastExit: { at: turn.now, exitCode, signal, sentence } });
  tell(turn, { kind: 'childEnded', exitCode, signal, sentence, wanted: isWanted, ranMs });
}

/** The code of a program that was told to end says nothing of interest; why it was told does. */
function meaningOfStop(turn: ChildTurn, phase: Stopping): ExitMeaning {
  const seconds = Math.round(turn.state.rules.stopGraceMs / 1_000);
  const kill = `It did not end within ${seconds} s of being asked, and was killed.`;
  const asked = phase.killed ? kill : 'It ended as it was asked to.';
  const sentence = phase.why === '' ? asked : phase.killed ? `${phase.why} ${kill}` : phase.why;
  return { sentence, outlook: 'restart', fromOutside: false };
}

function isBlameless(run: ChildRun, meaning: ExitMeaning): boolean {
  const runsElsewhere = run.spawnedAt !== null && run.pid === null;
  return runsElsewhere || (meaning.fromOutside && run.readyAt !== null);
}

function planRestart(turn: ChildTurn, death: Death): void {
  const { rules, deaths } = turn.state;
  const decision = decideRestart(rules.policy, deaths, death, turn.chance);
  patch(turn, { deaths: decision.deaths });
  if (decision.kind === 'giveUp') {
    tell(turn, { kind: 'childGivenUp', why: decision.why, deaths: decision.deaths.count });
    enter(turn, { kind: 'givenUp', since: turn.now, why: decision.why });
    return;
  }
  const { delayMs } = decision;
  const why = death.meaning.sentence;
  tell(turn, { kind: 'childRestartPlanned', attempt: decision.deaths.count + 1, delayMs, why });
  enter(turn, { kind: 'backingOff', since: turn.now, until: turn.now + delayMs, why });
  startTimer(turn, 'restart', turn.now + delayMs);
}
