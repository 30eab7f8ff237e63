import type { Store } from '@dropwise/store';
import { percentileOf } from '../planner/percentile.ts';
import type { ConsoleReport } from './console-report.ts';

const forEver = { factDays: 1e5, lineDays: 1e5, sampleDays: 1e5, auditDays: 1e5 };

/** Takes a tenth of the database away, slice by slice. */
export function measureTrim(store: Store): ConsoleReport['trim'] {
  const maxBytes = store.reader.totals({}).sizeBytes * 0.9;
  const spans: number[] = [];
  let removed = 0;
  const begin = performance.now();
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    const slice = store.trim({ ...forEver, maxBytes }, Date.now());
    spans.push(performance.now() - start);
    removed += slice.removed;
    isDone = slice.done;
  }
  const seconds = (performance.now() - begin) / 1_000;
  return {
    sliceP99Ms: percentileOf(spans, 0.99),
    sliceMaxMs: percentileOf(spans, 1),
    rowsPerSecond: removed / seconds,
  };
}
