import type { AudienceSample } from '@dropwise/contract/audience';
import type { GeneratorFacts } from '../report/report-facts.ts';
import type { ShardPulse } from './shard-pulse.ts';

/** How the tool itself fared, over a whole run. */
export class GeneratorWatch {
  #looks = 0;
  #cpuPercentSum = 0;
  #rssBytes = 0;
  #invalidWindows = 0;
  readonly #loopSums = new Map<number, number>();

  look(pulses: readonly ShardPulse[], { tool }: AudienceSample): void {
    this.#looks += 1;
    this.#cpuPercentSum += tool.cpuPercent;
    this.#rssBytes = Math.max(this.#rssBytes, tool.rssBytes);
    if (pulses.some(({ usage }) => usage.isInvalid)) this.#invalidWindows += 1;
    for (const [shard, { usage }] of pulses.entries()) {
      this.#loopSums.set(shard, (this.#loopSums.get(shard) ?? 0) + usage.loopUtilization);
    }
  }

  facts(shards: number): GeneratorFacts {
    const looks = Math.max(1, this.#looks);
    return {
      loopUtilization: this.#looks === 0 ? null : Math.max(0, ...this.#loopSums.values()) / looks,
      cpuPercent: this.#cpuPercentSum / looks,
      rssBytes: this.#rssBytes,
      shards,
      invalidWindows: this.#invalidWindows,
    };
  }
}
