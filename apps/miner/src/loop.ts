import type { Effect, Fact, Input, MinerState } from '@dropwise/core';
import { step } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';

export interface LoopOptions {
  readonly clock: Clock;
  readonly initial: MinerState;
  /** Carries out one effect; what comes of it is posted back. Must not throw. */
  readonly carryOut: (effect: Effect) => void;
  readonly onFact: (fact: Fact) => void;
  /** An input that broke the step: it is dropped, the state stays as it was. */
  readonly onBroken: (input: Input, error: unknown) => void;
  /** Every input before it is handled, for a record that can be replayed. */
  readonly onInput?: (input: Input, now: number) => void;
  /** The state after an input that changed it; its facts were told and its effects begun. */
  readonly onState?: (state: MinerState) => void;
}

export interface Loop {
  readonly state: MinerState;
  /** Inputs dropped because too many waited. Only view counts are ever dropped. */
  readonly droppedCount: number;
  post(input: Input): void;
}

/** More waiting inputs than this, and view counts are no longer taken. */
const maxWaiting = 5_000;

/** The mailbox: one input at a time, in order; a step is never entered while another runs. */
export function createLoop(options: LoopOptions): Loop {
  const waiting: Input[] = [];
  let state = options.initial;
  let running = false;
  let droppedCount = 0;

  function handle(input: Input): void {
    const now = options.clock.now();
    options.onInput?.(input, now);
    try {
      const before = state;
      const next = step(state, input, now);
      state = next.state;
      // First: what they tell must be kept before an effect makes the memory say that it is known.
      for (const fact of next.facts) options.onFact(fact);
      for (const effect of next.effects) options.carryOut(effect);
      if (state !== before) options.onState?.(state);
    } catch (error) {
      options.onBroken(input, error);
    }
  }

  return {
    get state() {
      return state;
    },
    get droppedCount() {
      return droppedCount;
    },
    post(input) {
      if (waiting.length >= maxWaiting && input.kind === 'viewersCounted') {
        droppedCount += 1;
        return;
      }
      waiting.push(input);
      if (running) return;
      running = true;
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) handle(next);
      } finally {
        running = false;
      }
    },
  };
}
