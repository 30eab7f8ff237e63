import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredFact, StoredLine } from '@dropwise/contract';
import { VirtualClock } from '@dropwise/kit';
import { openStore, type Store } from '@dropwise/store';
import { createIngest } from '../create-ingest.ts';
import type { Ingest } from '../ingest.ts';

export const noon = Date.UTC(2026, 2, 1, 12);

export interface OpenedIngest extends AsyncDisposable {
  readonly ingest: Ingest;
  readonly store: Store;
  readonly file: string;
  readonly clock: VirtualClock;
  readonly facts: StoredFact[];
  readonly lines: StoredLine[];
  readonly skippedCounts: number[];
  /** What was logged for a person to see. */
  readonly said: string[];
}

/** An ingest into a real store, on a clock that the test advances. */
export async function openIngest(
  wrap: (store: Store) => Pick<Store, 'writer'> = (store) => store,
): Promise<OpenedIngest> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-ingest-'));
  const file = join(folder, 'dropwise.db');
  const store = await openStore({ path: file, now: () => noon, timeZone: 'UTC' });
  const clock = new VirtualClock(noon, async () => {});
  const facts: StoredFact[] = [];
  const lines: StoredLine[] = [];
  const skippedCounts: number[] = [];
  const said: string[] = [];
  const ingest = createIngest({
    store: wrap(store),
    clock,
    random: () => 0.5,
    onFacts: (stored) => facts.push(...stored),
    onLines: (stored, skippedCount) => {
      lines.push(...stored);
      skippedCounts.push(skippedCount);
    },
    log: { person: (sentence) => said.push(sentence), info: (sentence) => said.push(sentence), debug: () => {} },
  });
  return {
    ...{ ingest, store, file, clock, facts, lines, skippedCounts, said },
    [Symbol.asyncDispose]: async () => {
      await ingest[Symbol.asyncDispose]();
      store[Symbol.dispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
