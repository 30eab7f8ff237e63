import type { Connection } from '../connection.ts';
import { readUsedBytes } from '../reading/size.ts';
import type { RetentionPolicy, Store } from '../store.ts';
import type { IdCache } from '../writing/id-cache.ts';
import type { Slice } from './slice.ts';
import { createSubjectSweep } from './sweep-subjects.ts';
import { trimLogByAge, trimLogBySize } from './trim-log.ts';
import { trimOldestSamples, trimSamples, trimTable } from './trim-tables.ts';

/** Rows of a slice: a few milliseconds. */
const sliceRows = 300;
/** Pages that are given back to the disk in a slice. */
const slicePages = 200;
/** Free pages that are left in the file: what is written next needs them. */
const keptFreePages = 256;
const dayMs = 86_400_000;
const nothing: Slice = { removed: 0, more: false };

/** See `Store.trim`: one slice a call. */
export function createTrimmer(connection: Connection, subjects: IdCache): Store['trim'] {
  const sweep = createSubjectSweep(connection, subjects);
  return (policy, now) => {
    const slice = connection.transaction(() => {
      const byAge = trimByAge(connection, policy, now);
      return byAge.more ? byAge : trimBySize(connection, policy);
    });
    if (slice.more) {
      sweep.begin();
      return { removed: slice.removed, done: false };
    }
    const isSwept = connection.transaction(() => sweep.next());
    const isShrunk = isSwept && shrink(connection);
    return { removed: 0, done: isSwept && isShrunk };
  };
}

function trimByAge(connection: Connection, policy: RetentionPolicy, now: number): Slice {
  const { factDays, lineDays, sampleDays, auditDays } = policy;
  const steps: readonly ((limit: number) => Slice)[] = [
    (limit) => trimLogByAge(connection, 'lines', now - lineDays * dayMs, limit),
    (limit) => trimSamples(connection, now - sampleDays * dayMs, limit),
    (limit) => trimLogByAge(connection, 'facts', now - factDays * dayMs, limit),
    (limit) => trimTable(connection, 'sightings', now - factDays * dayMs, limit),
    (limit) => trimTable(connection, 'moves', now - factDays * dayMs, limit),
    (limit) => trimTable(connection, 'deliveries', now - factDays * dayMs, limit),
    (limit) => trimTable(connection, 'audit', now - auditDays * dayMs, limit),
    (limit) => trimTable(connection, 'settings_records', now - auditDays * dayMs, limit),
  ];
  return firstThatWorks(steps);
}

/** Lines first, then measurements, then facts with what was seen and watched; never claims, minutes or the audit. */
function trimBySize(connection: Connection, { maxBytes }: RetentionPolicy): Slice {
  if (readUsedBytes(connection) <= maxBytes) return nothing;
  return firstThatWorks([
    (limit) => trimLogBySize(connection, 'lines', limit),
    (limit) => trimOldestSamples(connection, limit),
    (limit) => trimLogBySize(connection, 'facts', limit),
    (limit) => trimTable(connection, 'sightings', Number.MAX_SAFE_INTEGER, limit),
    (limit) => trimTable(connection, 'moves', Number.MAX_SAFE_INTEGER, limit),
  ]);
}

function firstThatWorks(steps: readonly ((limit: number) => Slice)[]): Slice {
  for (const step of steps) {
    const slice = step(sliceRows);
    if (slice.more) return slice;
  }
  return nothing;
}

/** Gives free pages back to the disk; true = there is nothing to give. */
function shrink(connection: Connection): boolean {
  const spare = connection.pragma('freelist_count') - keptFreePages;
  if (spare <= 0) return true;
  connection.database.exec(`pragma incremental_vacuum(${Math.min(spare, slicePages)})`);
  return spare <= slicePages;
}
