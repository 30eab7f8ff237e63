/** What a chart shows. Confirmed is solid and estimated hatched, as everywhere. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly color: 'accent' | 'info' | 'good' | 'warn';
  readonly hatched?: boolean;
}

export interface ChartSpec {
  readonly shape: 'bars' | 'line';
  /** Growing. For bars: their places, 0, 1, 2, ... */
  readonly xs: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  /** The axis reaches at least this far up. */
  readonly leastTop?: number;
  /** Only whole numbers stand at the axis. */
  readonly wholeNumbers?: boolean;
}

/** Where marks stand along bars, so that no two labels touch: every nth, the last one always. */
export function barMarks(count: number, widthPx: number, labelPx: number): readonly number[] {
  const fitting = Math.max(1, Math.floor(widthPx / labelPx));
  const step = Math.max(1, Math.ceil(count / fitting));
  const marks: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) marks.unshift(index);
  return marks;
}

/** The top of an axis: never 0, so that nothing is a flat line at the top of it. */
export function topOf(series: readonly ChartSeries[], leastTop: number): number {
  let top = leastTop;
  for (const { values } of series) for (const value of values) if (value !== null && value > top) top = value;
  return top === 0 ? 1 : top * 1.08;
}

/** What stands under the pointer, in one line of words; null where there is nothing. */
export function readOut(spec: ChartSpec, index: number | null): string | null {
  const x = index === null ? undefined : spec.xs[index];
  if (index === null || x === undefined) return null;
  const parts = spec.series.map(({ label, values }) => {
    const value = values[index];
    return `${label} ${value === null || value === undefined ? '–' : spec.formatY(value)}`;
  });
  return [spec.formatX(x), ...parts].join(' · ');
}
