import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** What this process took since the look before. */
export interface ProcessCost {
  /** Since the look before; at least 1 ms. */
  readonly spanMs: number;
  /** Of one core. */
  readonly cpuPercent: number;
  /** Of the event loop, 0 to 1. */
  readonly loopUtilization: number;
}

/** Reads counters that the process keeps anyway: it costs nothing between two looks. */
export class ProcessCostMeter {
  #atMs = performance.now();
  #cpu = process.cpuUsage();
  #loop: EventLoopUtilization = performance.eventLoopUtilization();

  look(): ProcessCost {
    const nowMs = performance.now();
    const spanMs = Math.max(1, nowMs - this.#atMs);
    const cpu = process.cpuUsage();
    const loop = performance.eventLoopUtilization();
    const cost: ProcessCost = {
      spanMs,
      cpuPercent: (cpu.user - this.#cpu.user + cpu.system - this.#cpu.system) / 10 / spanMs,
      loopUtilization: performance.eventLoopUtilization(loop, this.#loop).utilization,
    };
    this.#atMs = nowMs;
    this.#cpu = cpu;
    this.#loop = loop;
    return cost;
  }
}
