import {
  type CounterName,
  counterNames,
  type DistributionName,
  distributionMetricOf,
  distributionMetrics,
} from '../metrics/index.ts';
import type { Distribution } from './distribution.ts';
import type { LastSecond } from './last-second.ts';
import type { EncodedDistribution, SeriesSnapshot } from './snapshot.ts';

/** The values of one egress and rendition. Its users keep it: the hot path looks up no labels. */
export class Series {
  readonly egress: string;
  readonly rendition: string;
  readonly #lastSecond: LastSecond;
  readonly #makeDistribution: DistributionSource;
  readonly #counts = new Float64Array(counterNames.length);
  /** By metric: where its values go, made with the first; and, of those, its own. */
  readonly #distributions: (Distribution | null)[] = distributionMetrics.map(() => null);
  readonly #own = new Set<Distribution>();

  constructor(egress: string, rendition: string, lastSecond: LastSecond, makeDistribution: DistributionSource) {
    this.egress = egress;
    this.rendition = rendition;
    this.#lastSecond = lastSecond;
    this.#makeDistribution = makeDistribution;
  }

  /** In the metric's unit: ms, kbit/s. */
  record(metric: DistributionName, value: number): void {
    const index = distributionIndex[metric];
    const belowZero = value < 0 ? (belowZeroIndex[index] as number) : none;
    if (belowZero !== none) {
      this.distributionAt(belowZero).record(-value);
      return;
    }
    this.distributionAt(index).record(value);
    this.#lastSecond.record(index, value);
  }

  count(counter: CounterName, by = 1): void {
    const index = counterIndex[counter];
    this.#counts[index] = (this.#counts[index] as number) + by;
  }

  countOf(counter: CounterName): number {
    return this.#counts[counterIndex[counter]] as number;
  }

  /** `sums` goes by `counterNames`. */
  addCountsTo(sums: Float64Array): void {
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (this.#counts[i] as number);
  }

  /** By the metric's place in `distributionMetrics`; made when it is not there yet. */
  distributionAt(index: number): Distribution {
    const existing = this.#distributions[index];
    if (existing != null) return existing;
    const { distribution, isOwn } = this.#makeDistribution(index);
    this.#distributions[index] = distribution;
    if (isOwn) this.#own.add(distribution);
    return distribution;
  }

  /** One histogram a step. */
  *snapshotSteps(): Generator<void, SeriesSnapshot> {
    const distributions: Partial<Record<DistributionName, EncodedDistribution>> = {};
    for (const [index, { name }] of distributionMetrics.entries()) {
      const distribution = this.#distributions[index];
      if (distribution == null || !this.#own.has(distribution)) continue;
      distributions[name] = distribution.encode();
      yield;
    }
    return { egress: this.egress, rendition: this.rendition, counts: this.#countsByName(), distributions };
  }

  #countsByName(): Partial<Record<CounterName, number>> {
    const counts: Partial<Record<CounterName, number>> = {};
    for (const [index, name] of counterNames.entries()) {
      const count = this.#counts[index] as number;
      if (count !== 0) counts[name] = count;
    }
    return counts;
  }
}

/** Its own one, or that of "(other)" when there are too many. */
export type DistributionSource = (index: number) => { readonly distribution: Distribution; readonly isOwn: boolean };

export const distributionIndex = indexByName(distributionMetrics.map(({ name }) => name));
const counterIndex = indexByName(counterNames);

const none = -1;
const belowZeroIndex: readonly number[] = distributionMetrics.map(({ name }) => {
  const target = distributionMetricOf(name).belowZero;
  return target === undefined ? none : distributionMetrics.findIndex((metric) => metric.name === target);
});

function indexByName<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}
