/** A date's line, with the zone that RFC 8216 4.3.2.6 asks for: without one it is UTC, not wherever this runs. */
export function instantWithZone(line: string): string {
  return /T[\d:.]+$/.test(line) ? `${line}Z` : line;
}

/** Epoch ms of a date as read; null when it is none: latency is then reckoned from the edge. */
export function instantOf(date: Date | null | undefined): number | null {
  const epochMs = date?.getTime() ?? Number.NaN;
  return Number.isFinite(epochMs) ? epochMs : null;
}
