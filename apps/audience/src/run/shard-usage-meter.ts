import { type EventLoopUtilization, PerformanceObserver, performance } from 'node:perf_hooks';
import { ClockWatch } from '../monitor/clock-watch.ts';
import type { ShardUsage } from './shard-pulse.ts';

/** Between two looks. */
const usualGapMs = 1_000;
/** Before any playlist has said one: the shortest that is usual, so that a gap is rather seen than not. */
const assumedTargetDurationSeconds = 2;

/** What this process took since the look before. */
export class ShardUsageMeter {
  #atMs = performance.now();
  #cpu = process.cpuUsage();
  readonly #clocks = new ClockWatch(usualGapMs, assumedTargetDurationSeconds, performance.now(), Date.now());
  #loop: EventLoopUtilization = performance.eventLoopUtilization();
  #collectionMs = 0;

  constructor() {
    // It keeps no process alive, and lives as long as the shard.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.#collectionMs += duration;
    }).observe({ entryTypes: ['gc'] });
  }

  look(): ShardUsage {
    const nowMs = performance.now();
    const spanMs = Math.max(1, nowMs - this.#atMs);
    const cpu = process.cpuUsage(this.#cpu);
    const loop = performance.eventLoopUtilization();
    const usage: ShardUsage = {
      loopUtilization: performance.eventLoopUtilization(loop, this.#loop).utilization,
      cpuPercent: (cpu.user + cpu.system) / 10 / spanMs,
      rssBytes: process.memoryUsage.rss(),
      collectionPercent: (this.#collectionMs * 100) / spanMs,
      isInvalid: this.#clocks.look(nowMs, Date.now()) !== null,
    };
    this.#atMs = nowMs;
    this.#cpu = process.cpuUsage();
    this.#loop = loop;
    this.#collectionMs = 0;
    return usage;
  }
}
