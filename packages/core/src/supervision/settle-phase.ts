import type { ChildRun, SupervisionRules } from './state.ts';
import { type ChildTurn, enter, liveRun, tell } from './turn.ts';

/** Ends every step: what is up is degraded, starting, ready or running by what its run says. */
export function settlePhase(turn: ChildTurn): void {
  const run = liveRun(turn.state);
  if (run === null) return;
  const { phase, rules } = turn.state;
  const why = worstTrouble(run, rules);
  if (why !== null) {
    if (phase.kind !== 'degraded') {
      tell(turn, { kind: 'childDegraded', why });
      enter(turn, { kind: 'degraded', since: turn.now, why });
    } else if (phase.why !== why) enter(turn, { ...phase, why });
    return;
  }
  const kind = run.readyAt === null ? 'starting' : run.hasWorked ? 'running' : 'ready';
  if (phase.kind === 'degraded') tell(turn, { kind: 'childRecovered', lastedMs: turn.now - phase.since });
  if (phase.kind !== kind) enter(turn, { kind, since: turn.now });
}

function worstTrouble({ troubles }: ChildRun, rules: SupervisionRules): string | null {
  if (troubles.silentSince !== null)
    return `It has been silent for more than ${Math.round(rules.silenceMs / 1_000)} s.`;
  if (troubles.said !== null) return troubles.said;
  if (!troubles.slowStart) return null;
  return `It was started ${Math.round(rules.startPatienceMs / 1_000)} s ago and has not said that it is up.`;
}
