import type uPlot from 'uplot';
import { barMarks, type ChartSeries, type ChartSpec, topOf } from './chart-spec.ts';

export interface PlotPlace {
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
  readonly font: string;
  /** The value of a token: `accent` → its colour now. */
  readonly color: (token: ChartSeries['color'] | 'line' | 'muted') => string;
  readonly onIndex: (index: number | null) => void;
}

type Plot = typeof uPlot;
const barLabelPx = 64;
const timeLabelPx = 96;

/** The spec as uPlot wants it. Made anew when the theme or the direction of writing changes. */
export function plotOptions(plot: Plot, readSpec: () => ChartSpec, place: PlotPlace): uPlot.Options {
  const { shape, series } = readSpec();
  return {
    width: place.width,
    height: place.height,
    padding: place.isRightToLeft ? [8, 8, 0, 24] : [8, 24, 0, 8],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: shape === 'line' } },
    scales: {
      x: { time: false, dir: place.isRightToLeft ? -1 : 1, range: (_self, min, max) => xRange(shape, min, max) },
      y: { range: () => [0, topOf(readSpec().series, readSpec().leastTop ?? 0)] },
    },
    axes: [xAxis(readSpec, place), yAxis(readSpec, place)],
    series: [{}, ...series.map((each, index) => seriesOf(plot, each, { shape, index, count: series.length }, place))],
    hooks: { setCursor: [({ cursor }) => place.onIndex(cursor.idx ?? null)] },
  };
}

function xRange(shape: ChartSpec['shape'], min: number, max: number): uPlot.Range.MinMax {
  if (shape === 'bars') return [min - 0.5, max + 0.5];
  return min === max ? [min - 1, max + 1] : [min, max];
}

function xAxis(readSpec: () => ChartSpec, place: PlotPlace): uPlot.Axis {
  const isBars = readSpec().shape === 'bars';
  return {
    stroke: place.color('muted'),
    font: place.font,
    grid: { show: false },
    ticks: { stroke: place.color('line'), width: 1, size: 4 },
    gap: 4,
    size: 28,
    space: timeLabelPx,
    ...(isBars
      ? { splits: ({ width }) => [...barMarks(readSpec().xs.length, width - 60, barLabelPx)] }
      : { incrs: timeSteps }),
    values: (_self, splits) => splits.map((x) => readSpec().formatX(x)),
  };
}

function yAxis(readSpec: () => ChartSpec, place: PlotPlace): uPlot.Axis {
  const top = 1_000_000_000_000;
  return {
    side: place.isRightToLeft ? 1 : 3,
    stroke: place.color('muted'),
    font: place.font,
    grid: { stroke: place.color('line'), width: 1 },
    ticks: { show: false },
    gap: 8,
    size: (_self, values) => 20 + 7 * Math.max(2, ...(values ?? []).map((text) => text.length)),
    space: 36,
    ...(readSpec().wholeNumbers === true ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, top] } : {}),
    values: (_self, splits) => splits.map((y) => readSpec().formatY(y)),
  };
}

function seriesOf(
  plot: Plot,
  series: ChartSeries,
  { shape, index, count }: { readonly shape: ChartSpec['shape']; readonly index: number; readonly count: number },
  place: PlotPlace,
): uPlot.Series {
  const color = place.color(series.color);
  const common = { label: series.label, stroke: color, points: { show: false } };
  if (shape === 'line')
    return { ...common, width: 2, fill: series.hatched ? hatch(color) : faint(color), spanGaps: false };
  const isRight = count > 1 && (index === 1) !== place.isRightToLeft;
  const align = count === 1 ? 0 : isRight ? 1 : -1;
  const paths = plot.paths.bars?.({ size: [count === 1 ? 0.7 : 0.38, 36], align });
  return { ...common, width: 1, fill: series.hatched ? hatch(color) : color, ...(paths ? { paths } : {}) };
}

const secondMs = 1_000;
const timeSteps = [
  1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 172_800, 604_800,
].map((seconds) => seconds * secondMs);

/** Tokens are written as `#rrggbb`; the last two digits make them see-through. */
function faint(color: string): string {
  return `${color}24`;
}

/** Lines from corner to corner, as in the bars of minutes. */
function hatch(color: string): CanvasPattern | string {
  const ratio = Math.max(1, Math.round(window.devicePixelRatio));
  const side = 7 * ratio;
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext('2d');
  if (pen === null) return faint(color);
  pen.strokeStyle = color;
  pen.lineWidth = 2.2 * ratio;
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - 1, side + 1);
    pen.lineTo(shift + side + 1, -1);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? faint(color);
}
