/** A metric that is kept as a histogram. */
export interface DistributionMetric {
  /** As in the report, in thresholds, and everywhere else. */
  readonly name: string;
  /** What is recorded and reported; kept with a grain of a thousandth: µs, bit/s. */
  readonly unit: 'ms' | 'kbit/s';
  /**
   * What it means that there is no value: the thing it measures rightly did not occur (`held`), or nobody can tell
   * (`unknown`), and then no threshold on it holds.
   */
  readonly whenEmpty: 'held' | 'unknown';
  /** Where the magnitude of a negative value goes; without it, it counts as 0 and is marked. */
  readonly belowZero?: string;
}
