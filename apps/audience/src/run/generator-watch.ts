import type { AudienceSample } from '@dropwise/contract/audience';
import type { GeneratorFacts } from '../report/report-facts.ts';
import type { ShardPulse } from './shard-pulse.ts';

/** How the tool itself fared, over a whole run. */
export class GeneratorWatch {
  #looks = 0;
  #cpuPercentSum = 0;
  #rssBytes = 0;
  #invalidWindows = 0;
  readonly #loops = new Map<number, { sum: number; collections: number; looks: number }>();

  look(pulses: readonly ShardPulse[], { tool }: AudienceSample): void {
    this.#looks += 1;
    this.#cpuPercentSum += tool.cpuPercent;
    this.#rssBytes = Math.max(this.#rssBytes, tool.rssBytes);
    if (pulses.some(({ usage }) => usage.isInvalid)) this.#invalidWindows += 1;
    for (const [shard, { usage }] of pulses.entries()) {
      // One that is gone takes nothing: its mean is of the seconds it was there.
      if (usage.rssBytes === 0) continue;
      const { sum, collections, looks } = this.#loops.get(shard) ?? { sum: 0, collections: 0, looks: 0 };
      this.#loops.set(shard, {
        sum: sum + usage.loopUtilization,
        collections: collections + usage.collectionPercent,
        looks: looks + 1,
      });
    }
  }

  /** @param retransmits of the whole machine. */
  facts(shards: number, retransmits: number | null): GeneratorFacts {
    const looks = Math.max(1, this.#looks);
    const loops = [...this.#loops.values()];
    return {
      loopUtilization: loops.length === 0 ? null : Math.max(...loops.map((loop) => loop.sum / loop.looks)),
      cpuPercent: this.#cpuPercentSum / looks,
      rssBytes: this.#rssBytes,
      shards,
      invalidWindows: this.#invalidWindows,
      collectionPercent: loops.length === 0 ? null : Math.max(...loops.map((loop) => loop.collections / loop.looks)),
      retransmits,
    };
  }
}
