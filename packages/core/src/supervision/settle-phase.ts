import type { Saying } from '../sayings/saying.ts';
import { sayOfChild } from './child-sayings.ts';
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
      tell(turn, { kind: 'childDegraded', why: why.sentence, said: [why] });
      enter(turn, { kind: 'degraded', since: turn.now, why });
    } else if (phase.why.sentence !== why.sentence) enter(turn, { ...phase, why });
    return;
  }
  const kind = run.readyAt === null ? 'starting' : run.hasWorked ? 'running' : 'ready';
  if (phase.kind === 'degraded') tell(turn, { kind: 'childRecovered', lastedMs: turn.now - phase.since });
  if (phase.kind !== kind) enter(turn, { kind, since: turn.now });
}

function worstTrouble({ troubles }: ChildRun, rules: SupervisionRules): Saying | null {
  if (troubles.silentSince !== null)
    return sayOfChild('child-silent', { seconds: Math.round(rules.silenceMs / 1_000) });
  if (troubles.said !== null) return troubles.said;
  if (!troubles.slowStart) return null;
  return sayOfChild('child-slow-start', { seconds: Math.round(rules.startPatienceMs / 1_000) });
}
