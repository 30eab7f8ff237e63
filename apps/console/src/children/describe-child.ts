import type { ChildPhase } from '@dropwise/core/supervision';
import { assertNever } from '@dropwise/kit';

export interface ChildDescription {
  /** What it does, or why not. */
  readonly sentence: string;
  /** The one step that helps; empty when there is none. */
  readonly todo: string;
}

/** A child's phase for a person. */
export function describeChild(phase: ChildPhase, isEnabled: boolean): ChildDescription {
  switch (phase.kind) {
    case 'stopped':
      return isEnabled
        ? { sentence: 'It is stopped, and stays so until it is started.', todo: 'Start it.' }
        : { sentence: 'It is stopped, and is not started with the console.', todo: '' };
    case 'starting':
      return { sentence: 'It is starting.', todo: '' };
    case 'ready':
      return { sentence: 'It is up; nothing was seen of its work yet.', todo: '' };
    case 'running':
      return { sentence: 'It runs.', todo: '' };
    case 'degraded':
      return { sentence: phase.why, todo: '' };
    case 'stopping':
      return { sentence: describeStop(phase), todo: '' };
    case 'backingOff':
      return { sentence: `${asSentence(phase.why)} It is started again by itself.`, todo: '' };
    case 'givenUp':
      return {
        sentence: `${asSentence(phase.why)} It is not started again by itself.`,
        todo: 'Mend what the sentence names, then start it.',
      };
    default:
      return assertNever(phase);
  }
}

function describeStop(phase: Extract<ChildPhase, { kind: 'stopping' }>): string {
  const what = phase.killed ? 'It did not end when it was asked to, and is being killed.' : 'It is being stopped.';
  const after = phase.next === 'stay' ? '' : 'Then it is started again.';
  return [phase.why, what, after].filter(Boolean).join(' ');
}

/** What a program said last rarely ends like a sentence. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
