import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import type { ShardUsage } from './shard-pulse.ts';

/** Longer than this between two looks that are a second apart: what viewers measured meanwhile is the machine's doing. */
const longestGapMs = 5_000;

/** What this process took since the look before. */
export class ShardUsageMeter {
  #atMs = performance.now();
  #cpu = process.cpuUsage();
  #loop: EventLoopUtilization = performance.eventLoopUtilization();

  look(): ShardUsage {
    const nowMs = performance.now();
    const spanMs = Math.max(1, nowMs - this.#atMs);
    const cpu = process.cpuUsage(this.#cpu);
    const loop = performance.eventLoopUtilization();
    const usage: ShardUsage = {
      loopUtilization: performance.eventLoopUtilization(loop, this.#loop).utilization,
      cpuPercent: (cpu.user + cpu.system) / 10 / spanMs,
      rssBytes: process.memoryUsage.rss(),
      isInvalid: spanMs > longestGapMs,
    };
    this.#atMs = nowMs;
    this.#cpu = process.cpuUsage();
    this.#loop = loop;
    return usage;
  }
}
