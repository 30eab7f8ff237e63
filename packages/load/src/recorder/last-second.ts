import { distributionMetrics } from '../metrics/index.ts';
import { type PulseMetric, pulseMetrics } from './pulse.ts';
import { WindowHistogram } from './window-histogram.ts';

/** Values of the watched metrics since the last pulse: of the whole shard, and `ttfb_due` of one egress. */
export class LastSecond {
  readonly #whole: ShardSecond;
  readonly #ttfbDue = new WindowHistogram();

  constructor(whole: ShardSecond) {
    this.#whole = whole;
  }

  /** @param index of the metric in `distributionMetrics`. */
  record(index: number, value: number): void {
    this.#whole.record(index, value);
    if (index === ttfbDueIndex) this.#ttfbDue.record(value);
  }

  takeTtfbDueP95Ms(): number | null {
    return this.#ttfbDue.takePercentile(95);
  }
}

export class ShardSecond {
  readonly #windows: readonly (WindowHistogram | null)[] = distributionMetrics.map(({ name }) =>
    isPulseMetric(name) ? new WindowHistogram() : null,
  );

  record(index: number, value: number): void {
    this.#windows[index]?.record(value);
  }

  take(): Partial<Record<PulseMetric, readonly string[]>> {
    const taken: Partial<Record<PulseMetric, readonly string[]>> = {};
    for (const [index, { name }] of distributionMetrics.entries()) {
      const encoded = isPulseMetric(name) ? (this.#windows[index]?.take() ?? null) : null;
      if (encoded !== null) taken[name as PulseMetric] = [encoded];
    }
    return taken;
  }
}

const ttfbDueIndex = distributionMetrics.findIndex(({ name }) => name === 'ttfb_due');

function isPulseMetric(name: string): name is PulseMetric {
  return (pulseMetrics as readonly string[]).includes(name);
}
