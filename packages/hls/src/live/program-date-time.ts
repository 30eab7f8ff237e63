/** RFC 8216 4.3.2.6: a zone should be said. Without one it is taken for UTC, not for wherever this runs. */
export function instantWithZone(value: string): string {
  return /T[\d:.]+$/.test(value) ? `${value}Z` : value;
}

/** Epoch ms of a date as read; null when it is none: latency is then reckoned from the edge. */
export function instantOf(date: Date | null | undefined): number | null {
  const epochMs = date?.getTime() ?? Number.NaN;
  return Number.isFinite(epochMs) ? epochMs : null;
}
