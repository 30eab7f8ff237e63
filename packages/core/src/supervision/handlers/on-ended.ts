import { assertNever } from '@dropwise/kit';
import { type Said, sentenceOf } from '../../sayings/saying.ts';
import { beginRun } from '../begin-run.ts';
import { sayOfChild } from '../child-sayings.ts';
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
  tellEnd(turn, end, meaning.said, ranMs);
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

function tellEnd(turn: ChildTurn, end: ChildEnd, said: Said, ranMs: number): void {
  const { phase } = turn.state;
  const isWanted = phase.kind === 'stopping' && phase.next !== 'restart';
  if (end.kind === 'startFailed') {
    // A start that was called off has not ended.
    if (!isWanted) patch(turn, { lastExit: { at: turn.now, exitCode: null, signal: null, said } });
    return;
  }
  const { exitCode, signal } = end;
  patch(turn, { lastExit: { at: turn.now, exitCode, signal, said } });
  const sentence = sentenceOf(said);
  tell(turn, { kind: 'childEnded', exitCode, signal, sentence, said, wanted: isWanted, ranMs });
}

/** The code of a program that was told to end says nothing of interest; why it was told does. */
function meaningOfStop(turn: ChildTurn, phase: Stopping): ExitMeaning {
  const seconds = Math.round(turn.state.rules.stopGraceMs / 1_000);
  const killed = phase.killed ? [sayOfChild('child-killed', { seconds })] : [];
  const said = [...phase.why, ...killed];
  return {
    said: said.length === 0 ? [sayOfChild('child-ended-asked')] : said,
    outlook: 'restart',
    fromOutside: false,
  };
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
    const said = decision.why;
    tell(turn, { kind: 'childGivenUp', why: sentenceOf(said), said, deaths: decision.deaths.count });
    enter(turn, { kind: 'givenUp', since: turn.now, why: said });
    return;
  }
  const { delayMs } = decision;
  const { said } = death.meaning;
  tell(turn, { kind: 'childRestartPlanned', attempt: decision.deaths.count + 1, delayMs, why: sentenceOf(said), said });
  enter(turn, { kind: 'backingOff', since: turn.now, until: turn.now + delayMs, why: said });
  startTimer(turn, 'restart', turn.now + delayMs);
}
