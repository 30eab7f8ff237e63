import type { ResourceSample } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import pidusage from 'pidusage';
import { hasProc, listTree } from './proc-stat.ts';

/** Longer without a sample, and what pidusage remembers of a process is forgotten. */
const rememberedMs = 120_000;

/**
 * CPU and memory of every given process with all that it started, by the key it was given under; on systems without `/proc` of
 * the process alone. What is gone meanwhile has no sample. CPU is counted from the sample before; the first says 0.
 */
export async function sampleUsage(
  roots: ReadonlyMap<string, number>,
  clock: Clock,
): Promise<ReadonlyMap<string, ResourceSample>> {
  const trees = new Map([...roots].map(([key, pid]) => [key, hasProc ? listTree(pid) : [pid]]));
  const pids = new Set([...trees.values()].flat());
  const found = await measure([...pids]);
  const at = clock.now();
  const samples = new Map<string, ResourceSample>();
  for (const [key, tree] of trees) {
    const measured = tree.map((pid) => found[pid]).filter((each) => each != null);
    if (measured.length === 0) continue;
    const cpuPercent = Math.max(0, sum(measured.map(({ cpu }) => cpu)));
    samples.set(key, {
      at,
      cpuPercent: Math.round(cpuPercent * 10) / 10,
      rssBytes: sum(measured.map(({ memory }) => memory)),
    });
  }
  return samples;
}

async function measure(
  pids: readonly number[],
): Promise<Readonly<Record<string, { cpu: number; memory: number } | null>>> {
  if (pids.length === 0) return {};
  try {
    return await pidusage([...pids], { maxage: rememberedMs });
  } catch {
    // A single process that is gone.
    return {};
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
