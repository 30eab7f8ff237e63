import type { AudienceReport } from '@dropwise/contract/audience';

type Series = AudienceReport['figures'][number]['series'];

/** Whose figures can be shown; the first is everybody. */
export function seriesIn({ figures, histograms }: Pick<AudienceReport, 'figures' | 'histograms'>): readonly Series[] {
  const found = new Map<string, Series>([
    [seriesKey({ egress: null, rendition: null }), { egress: null, rendition: null }],
  ]);
  for (const { series } of [...figures, ...histograms]) found.set(seriesKey(series), series);
  return [...found.values()];
}

export function seriesKey({ egress, rendition }: Series): string {
  return JSON.stringify([egress, rendition]);
}

export function figuresOf(report: AudienceReport, key: string): readonly AudienceReport['figures'][number][] {
  return report.figures.filter(({ series }) => seriesKey(series) === key);
}

/** Without those in which nothing was recorded. */
export function histogramsOf(report: AudienceReport, key: string): readonly AudienceReport['histograms'][number][] {
  return report.histograms.filter(({ series, count }) => seriesKey(series) === key && count > 0);
}

export interface SharedRendition {
  readonly name: string;
  readonly bandwidth: number | null;
  /** 0 to 1; null = nothing was loaded at all. */
  readonly share: number | null;
}

export function renditionShares(renditions: AudienceReport['renditions']): readonly SharedRendition[] {
  const whole = renditions.reduce((sum, { mediaSeconds }) => sum + mediaSeconds, 0);
  return renditions.map(({ name, bandwidth, mediaSeconds }) => ({
    name,
    bandwidth,
    share: whole === 0 ? null : mediaSeconds / whole,
  }));
}
