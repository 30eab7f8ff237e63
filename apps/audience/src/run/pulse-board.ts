import type { ShardPulse } from './shard-pulse.ts';

/** A second of the run: what every shard said of it, or said last. */
export interface BoardSecond {
  readonly second: number;
  readonly pulses: readonly ShardPulse[];
}

/**
 * Brings the pulses of shards together by the second. A second is told when every shard that is there has said it; one that
 * hangs behind does not hold up the others for longer than `patienceSeconds`: what it said last stands in for it, without
 * the values of a window that is over.
 */
export class PulseBoard {
  readonly #tell: (second: BoardSecond) => void;
  readonly #last = new Map<number, ShardPulse>();
  readonly #bySecond = new Map<number, Map<number, ShardPulse>>();
  readonly #expected: Set<number>;
  #told = 0;

  constructor(shards: Iterable<number>, tell: (second: BoardSecond) => void) {
    this.#expected = new Set(shards);
    this.#tell = tell;
  }

  add(shard: number, pulse: ShardPulse): void {
    const second = Math.max(1, Math.round(pulse.atMs / 1_000));
    this.#last.set(shard, pulse);
    // Late: its counts are in the next second's.
    if (second <= this.#told) return;
    const pulses = this.#bySecond.get(second) ?? new Map<number, ShardPulse>();
    this.#bySecond.set(second, pulses);
    pulses.set(shard, pulse);
    this.#tellWhatIsDue();
  }

  /** It will say no more; its counts stay, and nobody is there any more. */
  remove(shard: number): void {
    this.#expected.delete(shard);
    const last = this.#last.get(shard);
    if (last !== undefined) this.#last.set(shard, withoutViewers(last));
    this.#tellWhatIsDue();
  }

  /** What every shard said last: the end of the run. */
  latest(): readonly ShardPulse[] {
    return [...this.#last.values()];
  }

  #tellWhatIsDue(): void {
    const newest = Math.max(0, ...this.#bySecond.keys());
    for (const second of [...this.#bySecond.keys()].sort((a, b) => a - b)) {
      const pulses = this.#bySecond.get(second);
      if (pulses === undefined) continue;
      const isWhole = [...this.#expected].every((shard) => pulses.has(shard));
      if (!isWhole && newest - second < patienceSeconds) return;
      this.#bySecond.delete(second);
      this.#told = second;
      this.#tell({ second, pulses: [...this.#last].map(([shard, last]) => pulses.get(shard) ?? withoutWindow(last)) });
    }
  }
}

const patienceSeconds = 3;

function withoutViewers(last: ShardPulse): ShardPulse {
  return {
    ...last,
    counts: { ...last.counts, joining: 0, playing: 0, stalled: 0 },
    egress: last.egress.map((one) => ({ ...one, viewers: 0 })),
    usage: { ...last.usage, loopUtilization: 0, cpuPercent: 0, rssBytes: 0, isInvalid: false },
  };
}

function withoutWindow(last: ShardPulse): ShardPulse {
  const egress = last.pulse.egress.map((one) => ({ ...one, ttfbDueP95Ms: null }));
  return { ...last, pulse: { ...last.pulse, windows: {}, egress } };
}
