import { type CounterName, counterNames } from '../metrics/index.ts';
import { Distribution } from './distribution.ts';
import { LastSecond, ShardSecond } from './last-second.ts';
import type { EgressPulse, Pulse } from './pulse.ts';
import { type DistributionSource, Series } from './series.ts';
import {
  byFailure,
  bySeries,
  compareText,
  type FailureCount,
  otherLabel,
  type SeriesSnapshot,
  type Snapshot,
  seriesKey,
} from './snapshot.ts';

export interface RecorderLimits {
  /** Pairs of egress and rendition. Beyond, all further ones are one series, labelled "(other)". */
  readonly maxSeries: number;
  /** Histograms, of about 40 to 110 kB. Beyond, the values of new ones go to those of "(other)". */
  readonly maxDistributions: number;
  /** Pairs of failure class and egress. Beyond, they are counted for the egress "(other)". */
  readonly maxFailureKinds: number;
}

export const defaultRecorderLimits: RecorderLimits = {
  maxSeries: 512,
  maxDistributions: 2048,
  maxFailureKinds: 2048,
};

/** What one shard measures. What did not fit its limits is still counted, and the snapshot says that it happened. */
export class Recorder {
  readonly #limits: RecorderLimits;
  readonly #series = new Map<string, Series>();
  readonly #egress = new Map<string, LastSecond>();
  readonly #second = new ShardSecond();
  readonly #failures = new Map<string, { class: string; egress: string; count: number }>();
  readonly #other: Series;
  #distributions = 0;
  readonly #overflow = { series: 0, distributions: 0, failures: 0 };

  constructor(limits: RecorderLimits = defaultRecorderLimits) {
    this.#limits = limits;
    this.#other = new Series(otherLabel, otherLabel, this.#lastSecondOf(otherLabel), () => ({
      distribution: new Distribution(),
      isOwn: true,
    }));
  }

  /** To be kept by who uses it. `noRendition` for what belongs to none. */
  series(egress: string, rendition: string): Series {
    const key = seriesKey(egress, rendition);
    const existing = this.#series.get(key);
    if (existing !== undefined) return existing;
    if (this.#series.size >= this.#limits.maxSeries) {
      this.#overflow.series++;
      return this.#other;
    }
    const made = new Series(egress, rendition, this.#lastSecondOf(egress), this.#makeDistribution);
    this.#series.set(key, made);
    return made;
  }

  /** One failed attempt. */
  failure(failureClass: string, egress: string): void {
    const key = seriesKey(failureClass, egress);
    const existing = this.#failures.get(key);
    if (existing !== undefined) {
      existing.count++;
      return;
    }
    if (egress !== otherLabel && this.#failures.size >= this.#limits.maxFailureKinds) {
      this.#overflow.failures++;
      this.failure(failureClass, otherLabel);
      return;
    }
    this.#failures.set(key, { class: failureClass, egress, count: 1 });
  }

  /** @param windowMs how long it has been measuring. */
  snapshot(windowMs: number | null = null): Snapshot {
    const steps = this.snapshotSteps(windowMs);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same, one histogram a step, for a loop that must not be held up. Each histogram is of the instant of its step. */
  *snapshotSteps(windowMs: number | null = null): Generator<void, Snapshot> {
    const series: SeriesSnapshot[] = [];
    for (const one of [...this.#allSeries()]) {
      const snapshot = yield* one.snapshotSteps();
      if (!isEmpty(snapshot)) series.push(snapshot);
    }
    return {
      format: 'dropwise-load-snapshot',
      version: 1,
      windowMs,
      series: series.sort(bySeries),
      failures: [...this.#failures.values()].map((failure): FailureCount => ({ ...failure })).sort(byFailure),
      overflow: { ...this.#overflow },
    };
  }

  /** Once a second: counts until now, and the values since the last pulse. */
  pulse(): Pulse {
    const whole = new Float64Array(counterNames.length);
    const byEgress = new Map<string, Float64Array>();
    for (const series of this.#allSeries()) {
      const sums = byEgress.get(series.egress) ?? new Float64Array(counterNames.length);
      byEgress.set(series.egress, sums);
      series.addCountsTo(sums);
      series.addCountsTo(whole);
    }
    return {
      counts: countsByName(whole),
      failures: this.#failuresOf(null),
      windows: this.#second.take(),
      egress: [...byEgress].flatMap(([name, sums]) => this.#egressPulse(name, sums)).sort(byName),
    };
  }

  #egressPulse(name: string, sums: Float64Array): EgressPulse[] {
    const pulse = {
      name,
      counts: countsByName(sums),
      failures: this.#failuresOf(name),
      ttfbDueP95Ms: this.#egress.get(name)?.takeTtfbDueP95Ms() ?? null,
    };
    const isUnused = name === otherLabel && pulse.failures === 0 && sums.every((sum) => sum === 0);
    return isUnused ? [] : [pulse];
  }

  #failuresOf(egress: string | null): number {
    let sum = 0;
    for (const failure of this.#failures.values()) {
      if (egress === null || failure.egress === egress) sum += failure.count;
    }
    return sum;
  }

  #lastSecondOf(egress: string): LastSecond {
    const existing = this.#egress.get(egress);
    if (existing !== undefined) return existing;
    const made = new LastSecond(this.#second);
    this.#egress.set(egress, made);
    return made;
  }

  *#allSeries(): Generator<Series> {
    yield* this.#series.values();
    yield this.#other;
  }

  readonly #makeDistribution: DistributionSource = (index) => {
    if (this.#distributions >= this.#limits.maxDistributions) {
      this.#overflow.distributions++;
      return { distribution: this.#other.distributionAt(index), isOwn: false };
    }
    this.#distributions++;
    return { distribution: new Distribution(), isOwn: true };
  };
}

function isEmpty(snapshot: SeriesSnapshot): boolean {
  return Object.keys(snapshot.counts).length === 0 && Object.keys(snapshot.distributions).length === 0;
}

function countsByName(sums: Float64Array): Record<CounterName, number> {
  return Object.fromEntries(counterNames.map((name, index) => [name, sums[index] as number])) as Record<
    CounterName,
    number
  >;
}

function byName(a: EgressPulse, b: EgressPulse): number {
  return compareText(a.name, b.name);
}
