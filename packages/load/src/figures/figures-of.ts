import type { Snapshot } from '../recorder/snapshot.ts';
import type { FigureMetric } from './figure-metric.ts';
import { figureMetrics } from './figure-metrics.ts';
import { egressNamesIn, everybody, renditionNamesIn, type Scope, tallyOf } from './scope.ts';

export interface Figure {
  readonly metric: string;
  readonly series: Scope;
  readonly unit: string;
  /** Null = nothing to reckon it from: never 0 instead. */
  readonly value: number | null;
}

/** Every figure of everybody, then by egress and by rendition where there is one. */
export function figuresOf(snapshot: Snapshot): readonly Figure[] {
  const byEgress = egressNamesIn(snapshot).map((egress): Scope => ({ egress, rendition: null }));
  const byRendition = renditionNamesIn(snapshot).map((rendition): Scope => ({ egress: null, rendition }));
  return [
    ...reckonAll(snapshot, everybody, () => true),
    ...byEgress.flatMap((scope) => reckonAll(snapshot, scope, ({ scopes }) => scopes !== 'rendition')),
    ...byRendition.flatMap((scope) => reckonAll(snapshot, scope, ({ scopes }) => scopes !== 'egress')),
  ];
}

function reckonAll(snapshot: Snapshot, series: Scope, isTold: (metric: FigureMetric) => boolean): readonly Figure[] {
  const tally = tallyOf(snapshot, series);
  return figureMetrics
    .filter(isTold)
    .map((metric) => ({ metric: metric.name, series, unit: metric.unit, value: metric.reckon(tally) }));
}
