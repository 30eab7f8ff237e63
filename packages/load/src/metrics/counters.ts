/** Every count that is kept, by series. They only grow, so that a lost snapshot harms nothing. */
export const counterMetrics = {
  /** Viewers that asked for playback. */
  sessions: 'viewers',
  /** Of them, those that came to play. */
  sessions_started: 'viewers',
  /** Ended by leaving, the end of the broadcast, or the end of the run: not by a failure. */
  sessions_ended: 'viewers',
  /** Ended by a fatal failure before anything played. */
  start_failures: 'viewers',
  /** Ended by a fatal failure after it had played. */
  midstream_failures: 'viewers',
  /** Taken out with their proxy (breaker, budget): not the origin's doing. */
  sessions_lost: 'viewers',

  stalls: 'stalls',
  stalled_ms: 'ms',
  /** Wall time from the request for playback, start-up and stalls included. */
  watched_ms: 'ms',
  played_ms: 'ms',

  /** Whole segments that were loaded. */
  segments: 'segments',
  parts: 'parts',
  playlists: 'playlists',
  maps: 'maps',
  keys: 'keys',
  /** Body bytes of segments, parts and maps. */
  media_bytes: 'bytes',
  playlist_bytes: 'bytes',
  /** Sum of durations of the media that was loaded. */
  media_ms: 'ms',
  /** Sum of declared bandwidth times duration of the media that was loaded. */
  declared_bits: 'bits',

  switches_up: 'switches',
  switches_down: 'switches',
  /** Forced jumps to the live edge. */
  resyncs: 'jumps',
  discontinuities: 'discontinuities',
  segments_late: 'segments',
  /** The window slid past them before they were asked for. */
  segments_missed: 'segments',
  /** Listed, then 404 or 410: a hole. */
  segments_gone: 'segments',
  /** EXT-X-GAP: not asked for. */
  gaps_skipped: 'segments',
  /** Whose media stayed encrypted, because a licence would have been needed. */
  drm_skipped: 'sessions',

  /** Reloads that brought nothing new. One in a cycle is ordinary. */
  unchanged_reloads: 'playlists',
  /** Unchanged for more than 1.5 target durations, which RFC 8216 6.2.2 forbids. Counted once an occurrence. */
  stale_playlists: 'playlists',
  /** The same, more than 3. */
  very_stale_playlists: 'playlists',
  /** MEDIA-SEQUENCE went back. */
  playlist_sequence_regressions: 'playlists',
  /** The same number named another resource or range. */
  playlist_content_changes: 'playlists',
  playlist_discontinuity_faults: 'playlists',

  /** Requests that were sent, retries included. */
  attempts: 'requests',
  retries: 'requests',
  redirects: 'requests',

  /** Bytes on the sockets: heads, TLS records and proxy handshakes included, TCP/IP heads not. */
  wire_read_bytes: 'bytes',
  wire_written_bytes: 'bytes',
} as const satisfies Readonly<Record<string, string>>;

export type CounterName = keyof typeof counterMetrics;

export const counterNames = Object.keys(counterMetrics) as readonly CounterName[];

export function isCounterName(name: string): name is CounterName {
  return Object.hasOwn(counterMetrics, name);
}
