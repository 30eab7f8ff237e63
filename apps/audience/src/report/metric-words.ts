export interface MetricWords {
  readonly label: string;
  /** Which way is better for the viewers; null = neither. */
  readonly better: 'lower' | 'higher' | null;
}

const words: Readonly<Record<string, MetricWords>> = {
  stalled_time_pct: { label: 'Time stalled, of all watched', better: 'lower' },
  rebuffer_ratio: { label: 'Time stalled, without start-up', better: 'lower' },
  stall_count: { label: 'Stalls', better: 'lower' },
  stalls_per_viewer_hour: { label: 'Stalls in a viewer’s hour', better: 'lower' },
  start_failure_pct: { label: 'Viewers that never started', better: 'lower' },
  playback_failure_pct: { label: 'Viewers ended by a failure', better: 'lower' },
  sessions_lost_pct: { label: 'Viewers lost with a proxy', better: 'lower' },
  viewer_hours: { label: 'Viewer hours', better: null },
  avg_playback_bitrate: { label: 'Bitrate played, mean', better: 'higher' },
  rendition_time_pct: { label: 'Share of the media time', better: null },
  switches_up: { label: 'Switches up', better: null },
  switches_down: { label: 'Switches down', better: 'lower' },
  switches_per_viewer_minute: { label: 'Switches in a viewer’s minute', better: 'lower' },
  goodput: { label: 'Goodput', better: null },
  wire_bytes: { label: 'Bytes on the wire', better: null },
  segments_late_pct: { label: 'Segments too late for the playhead', better: 'lower' },
  segments_missed: { label: 'Segments the window slid past', better: 'lower' },
  segments_gone: { label: 'Segments listed, then gone', better: 'lower' },
  resyncs: { label: 'Jumps to the live edge', better: 'lower' },
  stale_playlist: { label: 'Stale playlists', better: 'lower' },
  very_stale_playlist: { label: 'Very stale playlists', better: 'lower' },
  unchanged_reload_pct: { label: 'Reloads that brought nothing new', better: null },
  playlist_regression: { label: 'Playlists that took something back', better: 'lower' },
  errors: { label: 'Failed attempts', better: 'lower' },
  error_pct: { label: 'Attempts that failed', better: 'lower' },
  retries: { label: 'Retries', better: 'lower' },
  startup_time: { label: 'Start-up', better: 'lower' },
  stall_duration: { label: 'Length of a stall', better: 'lower' },
  ttfb_due: { label: 'First byte, from the instant due', better: 'lower' },
  ttfb_sent: { label: 'First byte, from the request sent', better: 'lower' },
  segment_late: { label: 'Lateness of late segments', better: 'lower' },
  segment_throughput: { label: 'Throughput of a segment', better: 'higher' },
  transfer_rate: { label: 'Transfer rate of a segment', better: 'higher' },
  live_latency_pdt: { label: 'Behind live, by program date', better: 'lower' },
  live_latency_edge: { label: 'Behind live, by the playlist’s end', better: 'lower' },
  latency_drift: { label: 'Behind the latency aimed at', better: 'lower' },
  latency_lead: { label: 'Ahead of the latency aimed at', better: null },
  playlist_rtt: { label: 'Playlist reload', better: 'lower' },
  playlist_age: { label: 'Age of playlists', better: 'lower' },
  connect_time: { label: 'Connecting', better: 'lower' },
  key_time: { label: 'Key', better: 'lower' },
  tool_lag: { label: 'The tool’s own lag', better: 'lower' },
};

/** A metric for people. One that is not known here is called by its name. */
export function metricWords(metric: string): MetricWords {
  return words[metric] ?? { label: metric, better: null };
}
