import type { AudienceReport, AudienceSample } from '@dropwise/contract/audience';
import { figureOf, histogramOf } from './find-figure.ts';
import { formatCount, formatMs, formatPercent, noValue } from './format-quantity.ts';

/** What a verdict is made from. */
export type Measured = Pick<
  AudienceReport,
  'figures' | 'histograms' | 'generator' | 'thresholds' | 'endedEarly' | 'timeline'
>;

export type Judgement = Pick<AudienceReport, 'verdict' | 'outcome'>;

/**
 * One sentence that stands above everything. A saturated generator comes before all: its figures are its own. Then
 * failed thresholds, which no early end takes back; a part of a run is never called a whole one.
 */
export function judgeRun(measured: Measured): Judgement {
  const { generator, endedEarly, thresholds } = measured;
  const partly = endedEarly === null ? '' : `Partial run (${withoutEnd(endedEarly)}). `;
  if (generator.saturated) {
    const why = generator.reasons.join(' and ');
    const verdict = `GENERATOR SATURATED: ${why}. The figures tell of this machine, not of the origin. ${partly}`;
    return { outcome: 'saturated', verdict: verdict.trimEnd() };
  }
  const failed = thresholds.filter((threshold) => threshold.failed);
  if (failed.length > 0) {
    const found = failed.map(({ expression, value }) => `${expression} (found ${foundValue(value)})`).join(', ');
    return { outcome: 'failed', verdict: `${partly}Did not hold: ${found}; ${experienceOf(measured)}.` };
  }
  const verdict = `${partly}${heldSentence(measured)}`;
  return { outcome: endedEarly === null ? 'passed' : 'partial', verdict };
}

function heldSentence(measured: Measured): string {
  const experience = experienceOf(measured);
  const reached = figureOf(measured, 'stalled_time_pct') !== null;
  if (!reached) return `Measured nothing: ${experience}.`;
  if (measured.thresholds.length > 0 || isFlawless(measured)) return `Held ${experience}.`;
  return `Measured ${experience}; no threshold was set, so nothing is judged.`;
}

function isFlawless(measured: Measured): boolean {
  const flaws = ['stall_count', 'start_failure_pct', 'playback_failure_pct', 'sessions_lost_pct'];
  return flaws.every((metric) => figureOf(measured, metric) === 0);
}

/** `200 viewers: 0.0 % of the time stalled, …`. */
function experienceOf(measured: Measured): string {
  const stalled = figureOf(measured, 'stalled_time_pct');
  if (stalled === null) return 'no viewer came to play';
  const startFailed = figureOf(measured, 'start_failure_pct') ?? 0;
  const failed = figureOf(measured, 'playback_failure_pct') ?? 0;
  const startup = histogramOf(measured, 'startup_time')?.p95 ?? null;
  const due = histogramOf(measured, 'ttfb_due')?.p99 ?? null;
  const parts = [
    `${formatPercent(stalled)} of the time stalled`,
    ...(startFailed > 0 ? [`${formatPercent(startFailed)} of the viewers never started`] : []),
    ...(failed > startFailed ? [`${formatPercent(failed)} of the viewers ended by a failure`] : []),
    startup === null ? 'nobody started' : `started within ${formatMs(startup)} (p95)`,
    ...(due === null ? [] : [`segments answered within ${formatMs(due)} of being due (p99)`]),
  ];
  return `${audienceSize(measured.timeline)}: ${parts.join(', ')}`;
}

/** The most that were there at once: what was planned is said only where it was not reached. */
function audienceSize(timeline: readonly AudienceSample[]): string {
  if (timeline.length === 0) return 'an audience whose size over time was not kept';
  let most = 0;
  let planned = 0;
  let came = 0;
  for (const { viewers } of timeline) {
    const there = viewers.joining + viewers.playing + viewers.stalled;
    most = Math.max(most, there);
    planned = Math.max(planned, viewers.planned);
    came = Math.max(came, there + viewers.ended + viewers.failed + viewers.lost);
  }
  if (planned <= most) return `${formatCount(most)} ${most === 1 ? 'viewer' : 'viewers'}`;
  // Who leaves is followed by another: many came, and not so many were there at once.
  if (came > most) return `${formatCount(most)} viewers at once, ${cameOf(came, planned)}`;
  return `${formatCount(most)} of ${formatCount(planned)} viewers`;
}

function cameOf(came: number, planned: number): string {
  return came >= planned ? `${formatCount(came)} in all` : `${formatCount(came)} of ${formatCount(planned)} in all`;
}

function foundValue(value: number | null): string {
  return value === null ? `nothing to reckon it from, ${noValue}` : String(Number(value.toPrecision(4)));
}

function withoutEnd(sentence: string): string {
  return sentence.trim().replace(/\.$/, '');
}
