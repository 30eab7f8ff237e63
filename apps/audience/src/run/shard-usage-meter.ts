import { PerformanceObserver, performance } from 'node:perf_hooks';
import { ClockWatch } from '../monitor/clock-watch.ts';
import { ProcessCostMeter } from '../monitor/process-cost.ts';
import type { ShardUsage } from './shard-pulse.ts';

/** Between two looks. */
const usualGapMs = 1_000;
/** Before any playlist has said one: the shortest that is usual, so that a gap is rather seen than not. */
const assumedTargetDurationSeconds = 2;

/** What this process took since the look before. */
export class ShardUsageMeter {
  readonly #cost = new ProcessCostMeter();
  readonly #clocks = new ClockWatch(usualGapMs, assumedTargetDurationSeconds, performance.now(), Date.now());
  #collectionMs = 0;

  constructor() {
    // It keeps no process alive, and lives as long as the shard.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#collectionMs += duration;
    }).observe({ entryTypes: ['gc'] });
  }

  look(): ShardUsage {
    const { spanMs, cpuPercent, loopUtilization } = this.#cost.look();
    const usage: ShardUsage = {
      loopUtilization,
      cpuPercent,
      rssBytes: process.memoryUsage.rss(),
      collectionPercent: (this.#collectionMs * 100) / spanMs,
      isInvalid: this.#clocks.look(performance.now(), Date.now()) !== null,
    };
    this.#collectionMs = 0;
    return usage;
  }
}
