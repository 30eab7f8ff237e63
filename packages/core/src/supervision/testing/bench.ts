import { inOtherWords } from '../../sayings/saying.ts';
import type { ChildEffect } from '../effect.ts';
import type { ChildFact } from '../fact.ts';
import type { ChildInput, ChildTimerKey } from '../input.ts';
import { type ChildPhase, type ChildState, createChildState, plainRules, type SupervisionRules } from '../state.ts';
import { stepChild } from '../step.ts';

export const start = 1_700_000_000_000;
export const second = 1_000;
export const minute = 60_000;

/** A program under supervision without a program: timers fire when time passes, everything else is told. */
export interface SupervisionBench {
  readonly state: ChildState;
  readonly now: number;
  readonly effects: readonly ChildEffect[];
  readonly facts: readonly ChildFact[];
  readonly timers: ReadonlyMap<ChildTimerKey, number>;
  /** What the last `send` or `wait` asked for, timers left out. */
  readonly asked: readonly ChildEffect['kind'][];
  send(...inputs: readonly ChildInput[]): void;
  wait(spanMs: number): void;
}

export function createBench(rules: Partial<SupervisionRules> = {}, chance = (): number => 0.5): SupervisionBench {
  let state = createChildState({ ...plainRules, ...rules }, start);
  let now = start;
  let asked: ChildEffect['kind'][] = [];
  const effects: ChildEffect[] = [];
  const facts: ChildFact[] = [];
  const timers = new Map<ChildTimerKey, number>();

  const take = (input: ChildInput): void => {
    const step = stepChild(state, input, now, chance());
    state = step.state;
    effects.push(...step.effects);
    facts.push(...step.facts);
    for (const effect of step.effects) {
      if (effect.kind === 'startTimer') timers.set(effect.key, effect.at);
      else if (effect.kind === 'stopTimer') timers.delete(effect.key);
      else asked.push(effect.kind);
    }
  };
  const nextTimer = (until: number): readonly [ChildTimerKey, number] | undefined =>
    [...timers].filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b)[0];

  return {
    get state() {
      return state;
    },
    get now() {
      return now;
    },
    effects,
    facts,
    timers,
    get asked() {
      return asked;
    },
    send: (...inputs) => {
      asked = [];
      for (const input of inputs) take(input);
    },
    wait: (spanMs) => {
      asked = [];
      const until = now + spanMs;
      for (let due = nextTimer(until); due !== undefined; due = nextTimer(until)) {
        const [key, at] = due;
        timers.delete(key);
        now = Math.max(now, at);
        take({ kind: 'timerFired', key });
      }
      now = until;
    },
  };
}

export const startAsked: ChildInput = { kind: 'startRequested' };
export const stopAsked: ChildInput = { kind: 'stopRequested' };
export const restartAsked: ChildInput = { kind: 'restartRequested' };
export const spawned: ChildInput = { kind: 'spawned', pid: 4_711 };
export const ready: ChildInput = { kind: 'becameReady' };

export function ended(exitCode: number | null, signal: string | null = null, ...lastLines: string[]): ChildInput {
  return { kind: 'ended', exitCode, signal, lastLines };
}

export function seen(bench: SupervisionBench): ChildInput {
  return { kind: 'seen', at: bench.now };
}

/** Up, and seen working. */
export function createRunningBench(rules: Partial<SupervisionRules> = {}): SupervisionBench {
  const bench = createBench(rules);
  bench.send(startAsked, spawned, ready, seen(bench));
  return bench;
}

/** Through a call, so that the compiler does not take an earlier answer for the present one. */
export function phaseOf(bench: SupervisionBench): ChildPhase['kind'] {
  return bench.state.phase.kind;
}

export function factsOf<Kind extends ChildFact['kind']>(
  bench: SupervisionBench,
  kind: Kind,
): readonly Extract<ChildFact, { kind: Kind }>[] {
  return bench.facts.filter((fact): fact is Extract<ChildFact, { kind: Kind }> => fact.kind === kind);
}

/** How a bench comes into each phase. */
export const into: Readonly<Record<ChildPhase['kind'], () => SupervisionBench>> = {
  stopped: () => createBench(),
  starting: () => {
    const bench = createBench();
    bench.send(startAsked, spawned);
    return bench;
  },
  ready: () => {
    const bench = createBench();
    bench.send(startAsked, spawned, ready);
    return bench;
  },
  running: () => createRunningBench(),
  degraded: () => {
    const bench = createRunningBench();
    bench.send({ kind: 'troubled', why: inOtherWords('It limps.') });
    return bench;
  },
  stopping: () => {
    const bench = createRunningBench();
    bench.send(stopAsked);
    return bench;
  },
  backingOff: () => {
    const bench = createRunningBench();
    bench.send(ended(1));
    return bench;
  },
  givenUp: () => {
    const bench = createRunningBench({ program: 'dropwise' });
    bench.send(ended(4));
    return bench;
  },
};

export const limps: ChildInput = { kind: 'troubled', why: inOtherWords('It limps.') };
export const lost: ChildInput = { kind: 'lost', why: inOtherWords('It does not answer.') };
export const noStart: ChildInput = { kind: 'startFailed', code: 'ENOENT', detail: '' };
