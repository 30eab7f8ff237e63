import type { AudienceReport } from '@dropwise/contract/audience';
import type { Snapshot } from '@dropwise/load';
import { histogramOf } from './find-figure.ts';
import { formatCount, formatMs } from './format-quantity.ts';
import type { Measured } from './judge-run.ts';
import type { ReportFacts } from './report-facts.ts';

type Noted = Measured & Pick<AudienceReport, 'egress'>;

/** What a reader must know to not be misled: of this run first, of the method after. */
export function notesOf(measured: Noted, facts: ReportFacts): readonly string[] {
  return [
    ...lateNotes(measured),
    ...generatorNotes(measured),
    ...lossNotes(facts.snapshot),
    ...egressNotes(measured),
    ...latencyNotes(measured),
    ...methodNotes(facts),
  ];
}

/** Service time hides an outage: the study's section 5.4. */
function lateNotes(measured: Noted): readonly string[] {
  const due = histogramOf(measured, 'ttfb_due')?.p99 ?? null;
  const sent = histogramOf(measured, 'ttfb_sent')?.p99 ?? null;
  if (due === null || sent === null || due < 100 || due < 3 * sent) return [];
  return [
    `Segments came ${formatMs(due)} after they were due (p99), though each was answered within ${formatMs(sent)} once it was asked for: something held the viewers up before. Buffers may have hidden it from the stalls.`,
  ];
}

function generatorNotes({ generator }: Noted): readonly string[] {
  return [
    ...(generator.saturated
      ? ['The tool was its own limit. Use more machines or fewer viewers before judging the origin.']
      : []),
    ...(generator.toolLagP99Ms === null ? ['Nothing was sent by plan, so that the tool’s own lag is not known.'] : []),
    ...(generator.invalidWindows > 0
      ? [
          `In ${formatCount(generator.invalidWindows)} s a clock stepped or the machine slept: their figures are not valid.`,
        ]
      : []),
  ];
}

function lossNotes(snapshot: Snapshot): readonly string[] {
  const { series, distributions, failures } = snapshot.overflow;
  const outOfRange = snapshot.series
    .flatMap((one) => Object.values(one.distributions))
    .reduce((sum, { belowZero, aboveCap }) => sum + belowZero + aboveCap, 0);
  const withheld = snapshot.series.reduce((sum, { counts }) => sum + (counts.drm_skipped ?? 0), 0);
  return [
    ...(series + distributions + failures > 0
      ? ['There were more proxies or renditions than are told apart: what is beyond is under “(other)”.']
      : []),
    ...(outOfRange > 0
      ? [`${formatCount(outOfRange)} values were beyond what a histogram keeps, and stand at its ends.`]
      : []),
    ...(withheld > 0
      ? [
          `What ${formatCount(withheld)} viewers loaded needs a licence. It was loaded all the same, and no licence server was asked.`,
        ]
      : []),
  ];
}

function egressNotes({ egress }: Noted): readonly string[] {
  const proxies = egress.filter(({ name }) => name !== 'direct');
  if (proxies.length === 0) return [];
  const hasBaseline = proxies.length < egress.length;
  const lost = proxies.filter(({ state }) => state !== 'closed').map(({ name }) => name);
  return [
    hasBaseline
      ? 'Compare each proxy with the direct way beside it: what both show is the origin, what one shows is its path. Figures of everybody mix them and say little of either.'
      : 'There was no direct way beside the proxies, so that the origin and the paths to it cannot be told apart.',
    ...(lost.length > 0 ? [`Not in use to the end: ${lost.join(', ')}.`] : []),
  ];
}

function latencyNotes(measured: Noted): readonly string[] {
  const byDate = (histogramOf(measured, 'live_latency_pdt')?.count ?? 0) > 0;
  const byEdge = (histogramOf(measured, 'live_latency_edge')?.count ?? 0) > 0;
  return [
    ...(byDate
      ? ['Latency by program date is only as true as the clocks of the origin and of this machine agree.']
      : []),
    ...(byEdge
      ? ['Latency by edge is counted from the end of the playlist, and leaves out what encoder and packager took.']
      : []),
    ...(byDate && byEdge ? ['The two kinds of latency are never put together.'] : []),
  ];
}

function methodNotes({ settings, consent }: ReportFacts): readonly string[] {
  const buffer = settings.startSegments === 1 ? 'one segment' : `${settings.startSegments} segments`;
  const isLocal = consent.length > 0 && consent.every(({ by }) => by === 'loopback');
  return [
    ...(isLocal
      ? ['Origin and viewers were one machine: no network was between them, and they shared its cores.']
      : []),
    `A stall is a buffer that ran empty; play begins and goes on with ${buffer}. What a buffer bridges is no stall: look at the times from the due instant beside it.`,
    'A reload that misses a new segment by a moment finds it half a target duration later, and its segments are counted late by that until the viewer jumps: an origin that publishes unevenly shows in the times from the due instant before it shows in stalls.',
    'Viewers do not decode. Start-up is the time to playable media, and viewers that never started are not in it.',
    'Bytes are those on the sockets: heads, TLS and proxy handshakes included, TCP and IP heads not.',
  ];
}
