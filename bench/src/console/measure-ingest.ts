import { setTimeout as pause } from 'node:timers/promises';
import { createIngest } from '@dropwise/console/ingest';
import type { Random } from '@dropwise/kit';
import { createSystemClock } from '@dropwise/runtime';
import type { Store } from '@dropwise/store';
import { type PageTimes, timesOf } from './measure-pages.ts';
import type { PageKind, ReadPage } from './page-kind.ts';

export interface IngestRun {
  readonly linesPerSecond: number;
  readonly skippedLines: number;
  /** Pages that were read meanwhile. */
  readonly pages: PageTimes;
}

export interface IngestOptions {
  readonly store: Store;
  readonly readPage: ReadPage;
  readonly kinds: readonly PageKind[];
  readonly seconds: number;
  readonly random: Random;
}

/** Lines that are offered at a time, and how often: more than are ever taken. */
const burst = 250;
const burstEveryMs = 5;

/** Writes as many lines as go in while one page after the other is read, and counts both. */
export async function measureIngest({ store, readPage, kinds, seconds, random }: IngestOptions): Promise<IngestRun> {
  let written = 0;
  let skippedLines = 0;
  await using ingest = createIngest({
    store,
    clock: createSystemClock(),
    random,
    onFacts: () => {},
    onLines: (stored, skippedCount) => {
      written += stored.length;
      skippedLines += skippedCount;
    },
    log: { person: (sentence) => process.stderr.write(`${sentence}\n`), info: () => {}, debug: () => {} },
  });
  const start = performance.now();
  const spans: number[] = [];
  let entries = 0;
  let offered = 0;
  for (let turn = 0; performance.now() - start < seconds * 1_000; turn++) {
    ingest.lines(
      'miner',
      Array.from({ length: burst }, () => lineOf(offered++)),
    );
    const kind = kinds[turn % kinds.length];
    if (kind !== undefined) {
      const request = kind.make(random);
      const asked = performance.now();
      entries += await readPage(request);
      spans.push(performance.now() - asked);
    }
    await pause(burstEveryMs);
  }
  const tookSeconds = (performance.now() - start) / 1_000;
  return {
    linesPerSecond: written / tookSeconds,
    skippedLines,
    pages: timesOf('while lines are written', spans, entries),
  };
}

function lineOf(number: number) {
  return {
    at: Date.now(),
    level: number % 500 === 0 ? ('error' as const) : ('detail' as const),
    source: 'gql',
    text: `Asked for campaign ${number % 2_000} of game ${number % 300}, answered in ${number % 97} ms with 200: \u001b[32mfine\u001b[0m`,
  };
}
