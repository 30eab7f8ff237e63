import type { Failure } from '../wire/failure.ts';

/** As hls.js: 1 s, doubled up to 8 s. */
const firstBackoffMs = 1000;
const longestBackoffMs = 8000;
/** A server that asks for more patience than this is not waited for. */
const longestRetryAfterMs = 30_000;

export const playlistRetries = 2;
export const segmentRetries = 6;

/** @param failures in a row, this one included. */
export function retryDelayMs(failures: number, retryAfterSeconds: number | null): number {
  const backoffMs = Math.min(firstBackoffMs * 2 ** (failures - 1), longestBackoffMs);
  if (retryAfterSeconds === null) return backoffMs;
  return Math.min(Math.max(backoffMs, retryAfterSeconds * 1000), longestRetryAfterMs);
}

/** Asking once more would be told the same. */
export function isFinal(failure: Failure): boolean {
  switch (failure.class) {
    case 'http_4xx':
      return failure.status !== 408 && failure.status !== 429;
    case 'unverified_host':
    case 'redirect_limit':
    case 'parse':
    case 'semantic':
    case 'too_large':
    case 'inflate_limit':
    case 'range_mismatch':
    case 'tls':
    case 'proxy_auth':
      return true;
    default:
      return false;
  }
}
