import { constants, monitorEventLoopDelay, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import type { ProcFiles } from './proc-files.ts';
import { ProcessCostMeter } from './process-cost.ts';

/** What this process took since the look before. */
export interface ProcessUsage {
  /** Of one core. */
  readonly cpuPercent: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  /** Of the event loop, 0 to 1. */
  readonly loopUtilization: number;
  /** How late the loop came to a timer, p99; what the timer itself is coarse by is taken off. */
  readonly loopDelayP99Ms: number;
  readonly collections: number;
  /** Of them, those that go through the whole heap. */
  readonly majorCollections: number;
  readonly collectionMs: number;
  /** Descriptors that are open; null = the system does not say. */
  readonly openFiles: number | null;
}

const resolutionMs = 5;

/** Watches its own process. Disposing stops the watching; it keeps no process alive. */
export class ProcessMeter implements Disposable {
  readonly #files: ProcFiles;
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #observer: PerformanceObserver;
  readonly #cost = new ProcessCostMeter();
  #collections = 0;
  #majorCollections = 0;
  #collectionMs = 0;

  constructor(files: ProcFiles) {
    this.#files = files;
    this.#delay.enable();
    this.#observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.#noteCollection(entry);
    });
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  async look(): Promise<ProcessUsage> {
    const openFiles = await this.#files.countEntries('self/fd');
    const { cpuPercent, loopUtilization } = this.#cost.look();
    const memory = process.memoryUsage();
    const usage: ProcessUsage = {
      cpuPercent,
      rssBytes: memory.rss,
      heapUsedBytes: memory.heapUsed,
      loopUtilization,
      loopDelayP99Ms: Math.max(0, this.#delay.percentile(99) / 1e6 - resolutionMs),
      collections: this.#collections,
      majorCollections: this.#majorCollections,
      collectionMs: this.#collectionMs,
      openFiles,
    };
    this.#collections = 0;
    this.#majorCollections = 0;
    this.#collectionMs = 0;
    this.#delay.reset();
    return usage;
  }

  [Symbol.dispose](): void {
    this.#delay.disable();
    this.#observer.disconnect();
  }

  #noteCollection(entry: PerformanceEntry & { readonly detail?: unknown }): void {
    this.#collections += 1;
    this.#collectionMs += entry.duration;
    const { kind } = entry.detail as { readonly kind?: number };
    if (kind === constants.NODE_PERFORMANCE_GC_MAJOR) this.#majorCollections += 1;
  }
}
