import {
  type ChildEffect,
  type ChildFact,
  type ChildInput,
  type ChildState,
  type ChildTimerKey,
  createChildState,
  type SupervisionRules,
  stepChild,
} from '@dropwise/core/supervision';
import type { Clock, Random, Timer } from '@dropwise/kit';

/** What the world has to do; timers are the supervisor's own. */
export type ChildDeed = Exclude<ChildEffect['kind'], 'startTimer' | 'stopTimer'>;

export interface SupervisorOptions {
  readonly rules: SupervisionRules;
  readonly clock: Clock;
  readonly random: Random;
  readonly onFacts: (facts: readonly ChildFact[]) => void;
  /** After every step that left another state. */
  readonly onStep: () => void;
  readonly perform: (deed: ChildDeed) => void;
  /** When the child was last heard, for the watch over its silence: signs are not told one by one. */
  readonly lastSignAt: () => number;
}

/** The mailbox around `stepChild`: input → step → effects → inputs. */
export class Supervisor implements Disposable {
  readonly #options: SupervisorOptions;
  readonly #timers = new Map<ChildTimerKey, Timer>();
  /** Short by its nature: what a step asks for answers with one input or none before the next. */
  readonly #inbox: ChildInput[] = [];
  #state: ChildState;
  #isStepping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#state = createChildState(options.rules, options.clock.now());
  }

  get state(): ChildState {
    return this.#state;
  }

  /** Other rules, between two runs. */
  changeRules(rules: SupervisionRules): void {
    this.#state = { ...this.#state, rules };
  }

  take(input: ChildInput): void {
    this.#inbox.push(input);
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      for (let next = this.#inbox.shift(); next !== undefined; next = this.#inbox.shift()) this.#step(next);
    } finally {
      this.#isStepping = false;
    }
  }

  #step(input: ChildInput): void {
    const { clock, random, onFacts, onStep } = this.#options;
    const before = this.#state;
    const step = stepChild(before, input, clock.now(), random());
    this.#state = step.state;
    if (step.facts.length > 0) onFacts(step.facts);
    for (const effect of step.effects) this.#perform(effect);
    if (step.state !== before) onStep();
  }

  #perform(effect: ChildEffect): void {
    if (effect.kind === 'startTimer') return this.#startTimer(effect.key, effect.at);
    if (effect.kind === 'stopTimer') return this.#stopTimer(effect.key);
    this.#options.perform(effect.kind);
  }

  #startTimer(key: ChildTimerKey, at: number): void {
    this.#stopTimer(key);
    const { clock, lastSignAt } = this.#options;
    const timer = clock.after(at - clock.now(), () => {
      this.#timers.delete(key);
      if (key === 'silence') this.take({ kind: 'seen', at: lastSignAt() });
      this.take({ kind: 'timerFired', key });
    });
    this.#timers.set(key, timer);
  }

  #stopTimer(key: ChildTimerKey): void {
    this.#timers.get(key)?.cancel();
    this.#timers.delete(key);
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
  }
}
