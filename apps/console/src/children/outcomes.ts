import { sentenceOf } from '@dropwise/core';
import type { ChildState } from '@dropwise/core/supervision';
import { assertNever } from '@dropwise/kit';

/** What became of a wish, as far as the state tells. */
export type Outcome = 'pending' | 'done' | { readonly sentence: string };

export function startOutcome({ phase, run }: ChildState): Outcome {
  switch (phase.kind) {
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
      return run?.spawnedAt == null ? 'pending' : 'done';
    case 'stopping':
      return phase.next === 'stay' ? { sentence: 'It was stopped before it was up.' } : 'pending';
    case 'stopped':
      return { sentence: 'It was stopped before it was up.' };
    case 'backingOff':
    case 'givenUp':
      return { sentence: sentenceOf(phase.why) };
    default:
      return assertNever(phase);
  }
}

export function stopOutcome({ phase }: ChildState): Outcome {
  switch (phase.kind) {
    case 'stopped':
      return 'done';
    case 'stopping':
      return phase.next === 'stay' ? 'pending' : { sentence: 'It was started again before it was down.' };
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
    case 'backingOff':
    case 'givenUp':
      return { sentence: 'It was started again before it was down.' };
    default:
      return assertNever(phase);
  }
}
