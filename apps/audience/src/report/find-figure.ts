import type { AudienceReport, ReportedFigure, ReportedHistogram } from '@dropwise/contract/audience';

export type Series = ReportedFigure['series'];

export const everybody: Series = { egress: null, rendition: null };

/** Null = nothing to reckon it from, or not reckoned for that series. */
export function figureOf(report: Pick<AudienceReport, 'figures'>, metric: string, series = everybody): number | null {
  return report.figures.find((figure) => figure.metric === metric && isSame(figure.series, series))?.value ?? null;
}

export function histogramOf(
  report: Pick<AudienceReport, 'histograms'>,
  metric: string,
  series = everybody,
): ReportedHistogram | null {
  return report.histograms.find((one) => one.metric === metric && isSame(one.series, series)) ?? null;
}

function isSame(one: Series, other: Series): boolean {
  return one.egress === other.egress && one.rendition === other.rendition;
}
