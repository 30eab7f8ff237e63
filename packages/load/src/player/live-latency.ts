/** `live_latency_pdt`: how long ago what is seen now was made, by the origin's clock in EXT-X-PROGRAM-DATE-TIME. */
export function latencyByProgramTimeMs(wallNowMs: number, programTimeMs: number): number {
  return wallNowMs - programTimeMs;
}

/**
 * `live_latency_edge`: how far the playhead is behind the end of the playlist, which itself ages (hls.js: edge + age - position).
 * Used where there is no program time, and never mixed with the former.
 */
export function latencyByEdgeMs(position: {
  readonly bufferSeconds: number;
  /** Listed after what is in the buffer. */
  readonly notLoadedSeconds: number;
  readonly sinceAdvancedMs: number;
}): number {
  return (position.bufferSeconds + position.notLoadedSeconds) * 1000 + position.sinceAdvancedMs;
}

/** `latency_drift`: behind the latency aimed at; negative = ahead of it. */
export function latencyDriftMs(latencyMs: number, targetLatencySeconds: number): number {
  return latencyMs - targetLatencySeconds * 1000;
}
