import type { Random } from '@dropwise/kit';
import { percentileOf } from '../planner/percentile.ts';
import type { PageKind, ReadPage } from './page-kind.ts';

export interface PageTimes {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Entries of a page, on average. */
  readonly entries: number;
}

/** Reads each kind of page so many times, after once for nothing. */
export async function measurePages(
  readPage: ReadPage,
  kinds: readonly PageKind[],
  times: number,
  random: Random,
): Promise<readonly PageTimes[]> {
  const measured: PageTimes[] = [];
  for (const { name, make } of kinds) {
    await readPage(make(random));
    const spans: number[] = [];
    let entries = 0;
    for (let time = 0; time < times; time++) {
      const request = make(random);
      const start = performance.now();
      entries += await readPage(request);
      spans.push(performance.now() - start);
    }
    measured.push(timesOf(name, spans, entries));
  }
  return measured;
}

export function timesOf(name: string, spans: readonly number[], entries: number): PageTimes {
  return {
    name,
    p50Ms: percentileOf(spans, 0.5),
    p99Ms: percentileOf(spans, 0.99),
    maxMs: percentileOf(spans, 1),
    entries: entries / spans.length,
  };
}
