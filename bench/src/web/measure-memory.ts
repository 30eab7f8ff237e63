import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { type HeapKinds, type HeapSnapshot, heapKindsOf } from './heap-kinds.ts';
import type { MemorySample } from './memory-growth.ts';

export interface MemoryRun {
  /** The first at the end of the warm-up, then one an hour. */
  readonly samples: readonly MemorySample[];
  readonly kindsBefore: HeapKinds;
  readonly kindsAfter: HeapKinds;
}

export interface MemoryOptions {
  readonly hours: number;
  /** Before the first sample: everything that is made once is made by then. */
  warmUp(): Promise<void>;
  /** One of the miner's hours, with everything that happens to the page in it. */
  passHour(): Promise<void>;
  /** After each hour. */
  onSample(sample: MemorySample): void;
}

/** What the page still holds after each of the miner's hours. Two heap snapshots say what it is. */
export async function measureMemory(page: Page, options: MemoryOptions): Promise<MemoryRun> {
  const { hours, warmUp, passHour, onSample } = options;
  const session = await page.context().newCDPSession(page);
  // What the first sweep and the first snapshot leave behind belongs to the warm-up.
  await sampleAfter(session, 0);
  await takeKinds(session);
  await warmUp();
  const samples: MemorySample[] = [];
  const take = async (hour: number): Promise<void> => {
    const sample = await sampleAfter(session, hour);
    samples.push(sample);
    onSample(sample);
  };
  await take(0);
  const kindsBefore = await takeKinds(session);
  for (let hour = 1; hour <= hours; hour++) {
    await passHour();
    await take(hour);
  }
  const kindsAfter = await takeKinds(session);
  await session.detach();
  return { samples, kindsBefore, kindsAfter };
}

/** Elements that are gone are swept in steps, some of them later: what the least of a few sweeps finds is held. */
const sweeps = 4;
const betweenSweepsMs = 250;

async function sampleAfter(session: CDPSession, hour: number): Promise<MemorySample> {
  const least = { scriptBytes: Number.POSITIVE_INFINITY, documentBytes: Number.POSITIVE_INFINITY };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    await setTimeout(betweenSweepsMs);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
    least.scriptBytes = Math.min(least.scriptBytes, usedSize);
    least.documentBytes = Math.min(least.documentBytes, embedderHeapUsedSize + backingStorageSize);
  }
  return { hour, ...least };
}

async function takeKinds(session: CDPSession): Promise<HeapKinds> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return heapKindsOf(JSON.parse(chunks.join('')) as HeapSnapshot);
}
