import { availableParallelism, cpus } from 'node:os';
import { percentileOf } from './percentile.ts';
import { planEvents } from './plan-events.ts';
import { createPlanMode, type Replan } from './plan-mode.ts';
import { replay } from './replay.ts';
import { createSyntheticTrace, type SyntheticShape } from './synthetic-trace.ts';
import { createWorld } from './world.ts';

/** More than the 160 of the goal: some are finished long before they end, and are not planned any more. */
const shape: SyntheticShape = { campaigns: 172, days: 14 };
const goalMs = 50;

export interface ReplanResult {
  readonly replans: number;
  /** In a request, the median. */
  readonly campaigns: number;
  readonly replanMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

/** Lives through a made-up world in one process, and says how long each kind of replanning took. */
export function replanReport(seed: number, of: SyntheticShape = shape): { result: ReplanResult; text: string } {
  const replans = measureReplans(of, seed);
  const times = replans.map(({ tookMs }) => tookMs);
  const counts = replans.map(({ campaignCount }) => campaignCount);
  const campaigns = percentileOf(counts, 0.5);
  const replanMs = { p50: hundredths(times, 0.5), p99: hundredths(times, 0.99), max: hundredths(times, 1) };
  const rows = planEvents.flatMap((event) => {
    const own = replans.filter((replan) => replan.event === event).map(({ tookMs }) => tookMs);
    return own.length === 0 ? [] : [rowOf(event, own)];
  });
  const lines = [
    `Replanning with ${Math.min(...counts)} to ${Math.max(...counts)} campaigns (median ${campaigns}), ` +
      `${of.days} days, seed ${seed}.`,
    `One core of ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}.`,
    '',
    `  ${'event'.padEnd(18)}${['replans', 'p50 ms', 'p99 ms', 'max ms'].map((head) => head.padStart(9)).join('')}`,
    ...rows,
    rowOf('all', times),
    '',
    `  goal: p99 within ${goalMs} ms`,
    '',
  ];
  return { result: { replans: replans.length, campaigns, replanMs }, text: lines.join('\n') };
}

function measureReplans(of: SyntheticShape, seed: number): readonly Replan[] {
  const world = createWorld(createSyntheticTrace(of, seed), 'all', seed);
  const replans: Replan[] = [];
  replay(
    world,
    createPlanMode(world, (replan) => replans.push(replan)),
  );
  return replans;
}

function rowOf(name: string, times: readonly number[]): string {
  const cells = [`${times.length}`, ...[0.5, 0.99, 1].map((share) => percentileOf(times, share).toFixed(2))];
  return `  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

function hundredths(times: readonly number[], share: number): number {
  return Number(percentileOf(times, share).toFixed(2));
}
