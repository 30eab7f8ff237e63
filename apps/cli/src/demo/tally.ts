import type { Clock } from '@dropwise/runtime';
import { type Fact, numberOf, textOf } from './fact.ts';

/** What the demo's miner has brought so far. */
export interface DemoTally {
  readonly claimed: number;
  see(fact: Fact): void;
  summary(): Fact;
}

export function createDemoTally(clock: Clock): DemoTally {
  const startedAt = clock.now();
  /** A claim may be told twice: once as it is made, once as the inventory shows it. */
  const claimed = new Set<string>();
  let confirmedMinutes = 0;
  return {
    get claimed() {
      return claimed.size;
    },
    see(fact) {
      if (fact.kind === 'minuteConfirmed') confirmedMinutes += numberOf(fact, 'gainedMinutes') ?? 0;
      if (fact.kind === 'dropClaimed') claimed.add(textOf(fact, 'dropId') ?? textOf(fact, 'dropName') ?? '');
    },
    summary: () => ({
      kind: 'summary',
      claimed: claimed.size,
      confirmedMinutes,
      wallSeconds: Math.round((clock.now() - startedAt) / 100) / 10,
    }),
  };
}
