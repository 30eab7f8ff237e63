import { avgPlaybackBitrate } from './avg-playback-bitrate.ts';
import { errorPct } from './error-pct.ts';
import { errors } from './errors.ts';
import type { FigureMetric } from './figure-metric.ts';
import { goodput } from './goodput.ts';
import { playbackFailurePct } from './playback-failure-pct.ts';
import { playlistRegression } from './playlist-regression.ts';
import { rebufferRatio } from './rebuffer-ratio.ts';
import { renditionTimePct } from './rendition-time-pct.ts';
import { resyncs } from './resyncs.ts';
import { retries } from './retries.ts';
import { segmentsGone } from './segments-gone.ts';
import { segmentsLatePct } from './segments-late-pct.ts';
import { segmentsMissed } from './segments-missed.ts';
import { sessionsLostPct } from './sessions-lost-pct.ts';
import { stalePlaylist } from './stale-playlist.ts';
import { stallCount } from './stall-count.ts';
import { stalledTimePct } from './stalled-time-pct.ts';
import { stallsPerViewerHour } from './stalls-per-viewer-hour.ts';
import { startFailurePct } from './start-failure-pct.ts';
import { switchesDown } from './switches-down.ts';
import { switchesPerViewerMinute } from './switches-per-viewer-minute.ts';
import { switchesUp } from './switches-up.ts';
import { unchangedReloadPct } from './unchanged-reload-pct.ts';
import { veryStalePlaylist } from './very-stale-playlist.ts';
import { viewerHours } from './viewer-hours.ts';
import { wireBytes } from './wire-bytes.ts';

/** Every metric that is reckoned from counts, in the order of the report. */
export const figureMetrics: readonly FigureMetric[] = [
  stalledTimePct,
  rebufferRatio,
  stallCount,
  stallsPerViewerHour,
  startFailurePct,
  playbackFailurePct,
  sessionsLostPct,
  viewerHours,
  avgPlaybackBitrate,
  renditionTimePct,
  switchesUp,
  switchesDown,
  switchesPerViewerMinute,
  goodput,
  wireBytes,
  segmentsLatePct,
  segmentsMissed,
  segmentsGone,
  resyncs,
  stalePlaylist,
  veryStalePlaylist,
  unchangedReloadPct,
  playlistRegression,
  errors,
  errorPct,
  retries,
];
