import assert from 'node:assert/strict';
import type { NewFact } from '@dropwise/contract';
import type { Store } from '../store.ts';
import { minuteConfirmed, newFact } from './make-facts.ts';

/** Facts in one transaction. */
export const factsAtOnce = 3;

/** A fact that says the how many-th it is: from a store that holds such facts it can be told what is missing. */
export function numberedFact(number: number): NewFact {
  return newFact(minuteConfirmed({ minutes: number, gainedMinutes: 1 }), { key: `run:${number}` });
}

/** Fails unless the store holds the first so many numbered facts, in whole transactions, with all that follows from them. */
export function readUnbrokenCount({ reader }: Store): number {
  const numbers: unknown[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page = reader.facts({ limit: 1_000, after });
    numbers.push(...page.items.map(({ fact }) => (fact.kind === 'minuteConfirmed' ? fact.minutes : fact.kind)));
    after = page.next;
  }
  assert.deepEqual(
    numbers,
    numbers.map((_, number) => number),
  );
  assert.equal(numbers.length % factsAtOnce, 0);
  const { facts, confirmedMinutes } = reader.totals({});
  assert.deepEqual([facts, confirmedMinutes], [numbers.length, numbers.length]);
  return numbers.length;
}
