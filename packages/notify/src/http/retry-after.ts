/** Longer waits are not believed. */
export const maxRetryAfterMs = 24 * 3_600_000;

/** `Retry-After`: seconds, or the instant of a date. Null = nothing that can be read. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return limitDelay(Number(text) * 1_000);
  // `Date.parse` takes `-5` and the like for a year.
  const at = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : limitDelay(at - now);
}

/** Seconds from a JSON answer. */
export function secondsToDelay(seconds: unknown): number | null {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? limitDelay(seconds * 1_000) : null;
}

function limitDelay(delayMs: number): number {
  return Math.ceil(Math.min(Math.max(delayMs, 0), maxRetryAfterMs));
}
