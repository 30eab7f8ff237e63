import { type Said, sentenceOf } from '@dropwise/core';
import { type ChildPhase, sayOfChild } from '@dropwise/core/supervision';
import { assertNever } from '@dropwise/kit';

export interface ChildDescription {
  /** What it does, or why not. */
  readonly sentence: string;
  /** The one step that helps; empty when there is none. */
  readonly todo: string;
  /** The same by their codes. */
  readonly said: Said;
  readonly todoSaid: Said;
}

/** A child's phase for a person. */
export function describeChild(phase: ChildPhase, isEnabled: boolean): ChildDescription {
  const said = saidOf(phase, isEnabled);
  const todoSaid = todoOf(phase, isEnabled);
  return { sentence: sentenceOf(said), todo: sentenceOf(todoSaid), said, todoSaid };
}

function saidOf(phase: ChildPhase, isEnabled: boolean): Said {
  switch (phase.kind) {
    case 'stopped':
      return [sayOfChild(isEnabled ? 'child-stopped' : 'child-not-enabled')];
    case 'starting':
      return [sayOfChild('child-starting')];
    case 'ready':
      return [sayOfChild('child-ready')];
    case 'running':
      return [sayOfChild('child-running')];
    case 'degraded':
      return [phase.why];
    case 'stopping':
      return whileStopping(phase);
    case 'backingOff':
      return [...phase.why, sayOfChild('child-started-again')];
    case 'givenUp':
      return [...phase.why, sayOfChild('child-left-down')];
    default:
      return assertNever(phase);
  }
}

function whileStopping({ why, killed, next }: Extract<ChildPhase, { kind: 'stopping' }>): Said {
  const what = sayOfChild(killed ? 'child-being-killed' : 'child-being-stopped');
  return next === 'stay' ? [...why, what] : [...why, what, sayOfChild('child-then-started')];
}

function todoOf({ kind }: ChildPhase, isEnabled: boolean): Said {
  if (kind === 'givenUp') return [sayOfChild('child-mend-it')];
  return kind === 'stopped' && isEnabled ? [sayOfChild('child-start-it')] : [];
}
