import { beginStop } from '../begin-run.ts';
import type { ChildInput } from '../input.ts';
import { type ChildTurn, liveRun, patch, patchRun, patchTroubles, startTimer, stopTimers, tell } from '../turn.ts';

type Of<Kind extends ChildInput['kind']> = Extract<ChildInput, { kind: Kind }>;

export function onSpawned(turn: ChildTurn, { pid }: Of<'spawned'>): void {
  const { run, rules, deaths, restarts } = turn.state;
  if (run === null) return;
  const { now } = turn;
  patchRun(turn, { pid, spawnedAt: now, lastSeenAt: now });
  if (run.unasked) patch(turn, { restarts: restarts + 1 });
  if (pid !== null) tell(turn, { kind: 'childStarted', pid, attempt: deaths.count + 1 });
  if (rules.silenceMs > 0 && liveRun(turn.state) !== null) startTimer(turn, 'silence', now + rules.silenceMs);
}

export function onBecameReady(turn: ChildTurn): void {
  const run = liveRun(turn.state);
  if (run === null) return;
  onSeen(turn, { kind: 'seen', at: turn.now });
  if (run.readyAt !== null) return;
  patchRun(turn, { readyAt: turn.now });
  patchTroubles(turn, { slowStart: false });
  stopTimers(turn, 'slowStart');
  startTimer(turn, 'settle', turn.now + turn.state.rules.settleMs);
  tell(turn, { kind: 'childBecameReady', tookMs: turn.now - run.startedAt });
}

export function onSeen(turn: ChildTurn, { at }: Of<'seen'>): void {
  const run = liveRun(turn.state);
  if (run === null) return;
  patchRun(turn, { lastSeenAt: Math.max(run.lastSeenAt, at), hasWorked: run.hasWorked || run.readyAt !== null });
  // The watch over silence is told of the last sign again, however old it is.
  if (run.troubles.silentSince === null || at <= run.troubles.silentSince) return;
  patchTroubles(turn, { silentSince: null });
  startTimer(turn, 'silence', turn.now + turn.state.rules.silenceMs);
}

export function onTroubled(turn: ChildTurn, { why }: Of<'troubled'>): void {
  if (liveRun(turn.state) !== null) patchTroubles(turn, { said: why });
}

export function onLost(turn: ChildTurn, { why }: Of<'lost'>): void {
  if (liveRun(turn.state) !== null) beginStop(turn, 'restart', [why]);
}
